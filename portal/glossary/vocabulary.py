"""The words by which texts name terms, and where a text names them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from portal.models import Term
from portal.versions import Version, current_version

CHINESE = re.compile(r"[\u3400-\u9fff]")
BRACKETS = "(（"  # names with a remark in brackets are never looked for: the word alone means other things too
PLURAL = "s"
SENTENCE_ENDS = ".!?:;"
# Names of Chinese clouds end with 云 and products follow without a blank: 阿里云函数计算 does not name 云函数.
CLOUD = "云"
BEFORE_CLOUD = "里讯度为翼动山通东云"
# 运行时长 and 运行时间 are how long something runs and do not name 运行时.
TIME = "时"
AFTER_TIME = "长间期候刻"


@dataclass(frozen=True)
class Word:
    """A term as texts in one language need it."""

    code: str
    name: str
    definition: str
    href: str


@dataclass(frozen=True)
class Named:
    """A term named in a text, from `start` to `end`."""

    word: Word
    start: int
    end: int


class Vocabulary:
    """All terms in one language: long names are found before the short ones in them."""

    def __init__(self, terms: Iterable[Term], language: str):
        self.words: dict[str, Word] = {}
        self.names: dict[str, tuple[str, str]] = {}  # folded name → (code, name as written)
        for term in terms:
            self.words[term.code] = Word(
                term.code,
                term.text("name", language),
                term.text("definition", language),
                f"/{language}/glossary/{term.code}",
            )
            for name in names_of(term, language):
                self.names.setdefault(name.casefold(), (term.code, name))
        self.pattern = pattern_of(name for _code, name in self.names.values())

    def named_in(self, text: str) -> Iterator[Named]:
        """Every mention, in the order of the text; none lies over another."""
        for match in self.pattern.finditer(text) if self.pattern else ():
            found = match[0].casefold()
            code, name = self.names.get(found) or self.names[found.removesuffix(PLURAL)]
            if is_meant(name, text, match.start(), match.end()):
                yield Named(self.words[code], match.start(), match.end())


def current_vocabulary(language: str) -> Vocabulary:
    """The terms of the data as they are now."""
    return vocabulary_of(current_version(), language)


@lru_cache(maxsize=4)
def vocabulary_of(version: Version, language: str) -> Vocabulary:
    return Vocabulary(Term.objects.all(), language)


def names_of(term: Term, language: str) -> list[str]:
    """Name and aliases that texts in a language use: Latin ones in both, since Chinese texts say Serverless too."""
    names = [term.text("name", language), term.name_en, *term.aliases]
    return [
        name
        for name in names
        if name and (language == "zh-hans" or not is_chinese(name)) and not any(mark in name for mark in BRACKETS)
    ]


def is_chinese(text: str) -> bool:
    return CHINESE.search(text) is not None


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Whole words in Latin letters, with a plural; Chinese anywhere but in names of products.

    Latin names stand by their first letter, so that most places of a text are passed over at once.
    """
    ordered = sorted(names, key=lambda name: (-len(name), name))
    parts = [chinese_part(name) for name in ordered if is_chinese(name)]
    by_letter: dict[str, list[str]] = defaultdict(list)
    for name in ordered:
        if not is_chinese(name):
            by_letter[name[0].casefold()].append(re.escape(name[1:]))
    if by_letter:
        latin = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
        parts.append(rf"(?<![\w-])(?:{latin}){PLURAL}?(?![\w-])")
    # ASCII: Chinese letters beside a Latin word do not belong to it.
    return re.compile("|".join(parts), re.IGNORECASE | re.ASCII) if parts else None


def chinese_part(name: str) -> str:
    ending = f"(?![{AFTER_TIME}])" if name.endswith(TIME) else ""
    return rf"(?<![{BEFORE_CLOUD if name.startswith(CLOUD) else CLOUD}]){re.escape(name)}{ending}"


def is_meant(name: str, text: str, start: int, end: int) -> bool:
    """Whether Latin words found mean the term, by their capitals.

    Words with capitals inside, such as FaaS, are written so. Other words with a capital beside another word with one
    belong to a name, such as "Serverless" in "ACK Serverless" or "Cloud Native" in "Cloud Native Industry Alliance".
    """
    if is_chinese(name):
        return True
    if " " not in name and name[1:] != name[1:].lower():
        return text.startswith(name, start)
    if text[start].islower():
        return True
    words = text[:start].split(" ")
    before = words[-2] if len(words) > 1 and not words[-1] else ""
    starts_sentence = len(words) <= 2 or words[-3][-1:] in SENTENCE_ENDS
    is_named_before = before[:1].isupper() and before[-1:].isalnum() and not starts_sentence
    return not is_named_before and re.match(r" [A-Z]", text[end:]) is None
