"""Twenty thousand entries of search: all that is shipped, and the same again under words of their own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from random import Random
from urllib.parse import urlencode

from portal.site.entries import all_entries
from portal.site.search import keeping
from portal.site.search.index import Index
from portal.site.sections import Entry
from portal.versions import current_version

ENTRIES = 20_000
SEED = 20261128
SYLLABLES = ("ka", "lo", "mi", "ter", "ran", "so", "vex", "du", "pel", "no", "gri", "sta")
CHARACTERS = "云原生函数服务平台数据开发部署监控网络安全存储计算容器集群成本性能"
API, PAGE = "/api/v1/search", "/en/search"
QUERIES = {
    "one letter": [{"q": letter} for letter in "asce"],
    "two letters": [{"q": letters} for letters in ("se", "aw", "fu", "pr")],
    "two Chinese characters": [{"q": word} for word in ("函数", "内存", "服务", "中国")],
    "a Chinese misspelling": [{"q": word} for word in ("冷起动", "无服器", "无服务其", "函数计祘")],
    "one slip": [{"q": word} for word in ("laambda", "kuberntees", "memroy", "knatvie")],
    "two slips": [{"q": word} for word in ("kubrentes", "servreles", "cloudflrae", "prodcution")],
    "no space": [{"q": word} for word in ("awslambda", "coldstart", "azurefunctions", "memorylimit")],
    "several words": [{"q": words} for words in ("aws lambda", "lambda memory limit", "cncf 2022", "vendor lock-in")],
    "nothing like it": [{"q": words} for words in ("zzzqqq", "serverless of xyzzyx", "龘龘", "lambda qqqq 内存")],
    "facets": [
        {"q": "a", "year": "2020"},
        {"q": "s", "kind": "figure", "year": "2020"},
        {"q": "lambda", "vendor": "aws"},
        {"q": "serverless", "survey": "cncf-annual", "year": "2020"},
    ],
}


def many_entries() -> list[Entry]:
    """Positions of the shipped ones come first; a copy has words and an address that no other entry has."""
    shipped, chance = list(all_entries()), Random(SEED)
    return list(islice(entries_and_copies(shipped, chance), ENTRIES))


def entries_and_copies(shipped: list[Entry], chance: Random) -> Iterator[Entry]:
    yield from shipped
    for number in count(1):
        for entry in shipped:
            name, chinese = name_by(chance), "".join(chance.sample(CHARACTERS, 4))
            yield replace(
                entry,
                address=f"{entry.address}~{number}",
                title_en=f"{entry.title_en} {name}",
                title_zh=f"{entry.title_zh}{chinese}",
            )


def name_by(chance: Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(3, 5)))


def make_index() -> Index:
    """All of it read from the database and indexed."""
    return Index(many_entries(), current_version())


def answer_from(index: Index) -> None:
    keeping._kept = index


def addresses(place: str, case: str) -> list[str]:
    return [f"{place}?{urlencode(parameters)}" for parameters in QUERIES[case]]
