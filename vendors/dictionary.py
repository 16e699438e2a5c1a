"""The dictionary in docs/data.md: every attribute, unit and reason for doubt, counted from the tables of fixtures/.

`python manage.py describe_attributes` prints it; a test holds docs/data.md against it.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import override

from vendors.loading.facts import STATES
from vendors.models import Attribute
from vendors.units import CURRENCY, unit_words

BEGIN, END = "<!-- dictionary: begin -->", "<!-- dictionary: end -->"
OFTEN = 3  # facts with the same reason for doubt, from which on it has a line of its own

Table = list[dict[str, str]]


def dictionary(folder: Path) -> str:
    """Units, attributes by group, and doubts, as Markdown."""
    attributes, facts = read_table(folder / "attributes.csv"), read_table(folder / "facts.csv")
    attributes.sort(key=lambda row: int(row["order"]))
    return "\n".join([*unit_lines(attributes), "", *attribute_lines(attributes, facts), *doubt_lines(facts), ""])


def read_table(file: Path) -> Table:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def unit_lines(attributes: Table) -> Iterator[str]:
    """Each unit as pages write it; "12.8" stands for a number, CNY for a currency."""
    yield "| unit | in English | in Chinese |"
    yield "| --- | --- | --- |"
    for unit in sorted({row["unit"] for row in attributes} - {""}):
        words = []
        for language in ("en", "zh-hans"):
            with override(language):
                words.append(unit_words(unit, currency="CNY" if CURRENCY in unit else ""))
        yield f"| `{unit}` | {words[0]} | {words[1]} |"


def attribute_lines(attributes: Table, facts: Table) -> Iterator[str]:
    yield "## Attributes"
    yield ""
    yield summary(attributes, facts)
    by_attribute: dict[str, Table] = defaultdict(list)
    for fact in facts:
        by_attribute[fact["attribute"]].append(fact)
    # In the order of the table, which is that of pages.
    groups = dict.fromkeys(row["group"] for row in attributes)
    with override("en"):
        names = {group: str(Attribute.Group(group).label) for group in groups}
    for group in groups:
        yield ""
        yield f"### {names[group]}"
        yield ""
        yield "| code | name | values | better | products | what it is, and what to know when comparing |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for row in attributes:
            if row["group"] == group:
                yield attribute_line(row, by_attribute[row["code"]])
    yield ""


def summary(attributes: Table, facts: Table) -> str:
    current = {(fact["product"], fact["attribute"]) for fact in facts}
    dated = sum(1 for fact in facts if fact["observed_on"])
    bases = Counter(fact["basis"] for fact in facts)
    states = Counter(fact["value"] for fact in facts if fact["value"] in STATES)
    return (
        f"{len(attributes)} attributes, {len(facts)} facts: {len(current)} of today and {len(facts) - len(current)} "
        f"earlier; {dated} with a date, {len(facts) - dated} without; {bases['quoted']} quoted, {bases['derived']} "
        f"derived; {states['unlimited']} without limit, {states['not_applicable']} that does not apply; "
        f"{sum(1 for fact in facts if fact['doubt_en'])} in doubt. The names are those of pages in both languages."
    )


def attribute_line(row: dict[str, str], facts: Table) -> str:
    products = {fact["product"] for fact in facts}
    doubted = len({fact["product"] for fact in facts if fact["doubt_en"]})
    counted = f"{len(products)}, {doubted} in doubt" if doubted else str(len(products))
    values = f"`{row['unit']}`" if row["unit"] else row["value_type"]
    names = f"{row['name_en']} · {row['name_zh']}"
    cells = [f"`{row['code']}`", names, values, row["better"], counted, row["definition_en"]]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def doubt_lines(facts: Table) -> Iterator[str]:
    """Reasons by how many facts they are given for; a fact may have several."""
    doubted = [fact["doubt_en"] for fact in facts if fact["doubt_en"]]
    reasons = Counter(reason for doubt in doubted for reason in re.split(r"(?<=\.) (?=[A-Z])", doubt))
    often = sorted(
        ((reason, number) for reason, number in reasons.items() if number >= OFTEN),
        key=lambda each: (-each[1], each[0]),
    )
    yield "## Doubtful data"
    yield ""
    yield f"{len(doubted)} of the {len(facts)} facts carry a doubt (`doubt_en`, `doubt_zh`). Why, in their own words:"
    yield ""
    for reason, number in often:
        yield f"- {reason} ({number})"
    rest = sum(number for reason, number in reasons.items() if number < OFTEN)
    yield f"- Reasons of single facts, most of them: which of several values was kept. ({rest})"
