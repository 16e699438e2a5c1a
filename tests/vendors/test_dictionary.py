"""docs/data.md describes every attribute, unit and reason for doubt as the tables of fixtures/ have them."""

import csv
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from vendors.dictionary import BEGIN, END, attribute_line, dictionary, doubt_lines, summary, unit_lines
from vendors.management.commands import describe_attributes

FIXTURES = settings.BASE_DIR / "fixtures"
DOCS = (settings.BASE_DIR / "docs" / "data.md").read_text(encoding="utf-8")
MEMORY = {
    "code": "max_memory_mb", "name_en": "Maximum memory", "name_zh": "最大内存", "value_type": "number",
    "unit": "MB", "better": "higher", "definition_en": "Largest memory.", "group": "limits",
}  # fmt: skip


def fact(product: str, value: str = "128", **cells: str) -> dict[str, str]:
    empty = {"observed_on": "", "basis": "quoted", "doubt_en": "", "attribute": "max_memory_mb"}
    return {"product": product, "value": value, **empty, **cells}


def test_dictionary_in_docs_is_that_of_the_tables():
    kept = DOCS.partition(BEGIN)[2].partition(END)[0]

    assert kept.strip() == dictionary(FIXTURES).strip(), "run: python manage.py describe_attributes --write"


def test_every_attribute_has_one_line():
    with (FIXTURES / "attributes.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))

    lines = dictionary(FIXTURES).splitlines()

    assert len(rows) == 83
    for row in rows:
        found = [
            line for line in lines if line.startswith(f"| `{row['code']}` | {row['name_en']} · {row['name_zh']} | ")
        ]
        assert len(found) == 1
        assert row["definition_en"] in found[0]


def test_products_of_an_attribute_are_counted_once():
    facts = [fact("lambda"), fact("lambda", observed_on="2019"), fact("fc", doubt_en="Two pages differ.")]

    assert attribute_line(MEMORY, facts) == (
        "| `max_memory_mb` | Maximum memory · 最大内存 | `MB` | higher | 2, 1 in doubt | Largest memory. |"
    )
    assert attribute_line(MEMORY | {"unit": "", "value_type": "text", "definition_en": "a | b"}, facts[:1]) == (
        "| `max_memory_mb` | Maximum memory · 最大内存 | text | higher | 1 | a \\| b |"
    )


def test_summary_counts_earlier_values_dates_bases_and_states():
    facts = [
        fact("lambda", observed_on="2019"),
        fact("lambda", observed_on="2026"),
        fact("fc", basis="derived", doubt_en="Worked out."),
        fact("openfaas", "unlimited"),
    ]

    assert summary([MEMORY], facts).startswith(
        "1 attributes, 4 facts: 3 of today and 1 earlier; 2 with a date, 2 without; 3 quoted, 1 derived; "
        "1 without limit, 0 that does not apply; 1 in doubt."
    )


def test_reasons_of_a_fact_are_counted_apart():
    facts = [fact("a", doubt_en="An estimate. Copied, e.g. by hand."), fact("b", doubt_en="An estimate.")] * 2

    lines = list(doubt_lines(facts))

    assert lines[2] == "4 of the 4 facts carry a doubt (`doubt_en`, `doubt_zh`). Why, in their own words:"
    assert lines[4] == "- An estimate. (4)"
    assert lines[5].endswith("(2)")


def test_units_are_those_of_pages_in_both_languages():
    assert list(unit_lines([MEMORY, MEMORY | {"unit": "currency/GB-s"}, MEMORY | {"unit": ""}]))[2:] == [
        "| `MB` | MB | MB |",
        "| `currency/GB-s` | CNY per GB-second | CNY/GB-秒 |",
    ]


def test_command_prints_and_writes_between_the_marks(tmp_path, monkeypatch):
    printed, file = StringIO(), tmp_path / "data.md"
    file.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(describe_attributes, "FILE", file)

    call_command("describe_attributes", stdout=printed)
    call_command("describe_attributes", "--write")

    assert printed.getvalue().strip() == dictionary(FIXTURES).strip()
    assert file.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\n{dictionary(FIXTURES)}\n{END}\nafter\n"


def test_command_refuses_a_file_without_marks(tmp_path, monkeypatch):
    file = tmp_path / "data.md"
    file.write_text("nothing", encoding="utf-8")
    monkeypatch.setattr(describe_attributes, "FILE", file)

    with pytest.raises(CommandError, match="lacks the lines"):
        call_command("describe_attributes", "--write")
