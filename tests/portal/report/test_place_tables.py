"""Tables within chapters: one row stands upright, English words in Chinese tables are marked."""

import pytest

from portal.exhibits.tables import Cell, Heading, Table, TableRow
from portal.report.place_tables import says_something, set_row, turned


def test_the_only_row_stands_upright():
    row = TableRow(Cell("Triggers"), ((Cell("HTTP"),), (Cell("queues"),)))
    table = Table(Heading("Attribute"), (Heading("Lambda"), Heading("Functions")), (row,))

    upright = turned(table, corner="Product")

    assert (upright.corner.text, [heading.text for heading in upright.headings]) == ("Product", ["Triggers"])
    assert [(each.head.text, each.cells[0][0].text) for each in upright.rows] == [
        ("Lambda", "HTTP"),
        ("Functions", "queues"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "marked"),
    [
        ("provisioned instances with idle mode", "zh-hans", "en"),
        ("always-ready instances (Flex Consumption) and prewarmed instances (Premium)", "zh-hans", "en"),
        ("provisioned instances with idle mode", "en", ""),
        ("AWS SAM CLI", "zh-hans", ""),
        ("86,400 秒", "zh-hans", ""),
        ("doctl serverless commands，未提及本地模拟器", "zh-hans", ""),
    ],
    ids=["words", "names among words", "English page", "a name", "a number", "Chinese words"],
)
def test_english_words_in_a_chinese_table_are_marked(text, language, marked):
    row = set_row(TableRow(Cell("名"), ((Cell(text, citation=1),),)), language)

    assert row.cells[0][0] == Cell(text, language=marked)


def test_a_row_without_any_value_says_nothing():
    nothing, empty = Cell("not documented", is_missing=True), Cell("")

    assert not says_something(TableRow(Cell("Fargate"), ((nothing,), (empty,))))
    assert says_something(TableRow(Cell("Lambda"), ((nothing,), (Cell("SAM CLI"),))))
