"""Tables as people read them."""

import pytest
from django.utils.translation import override

from portal.exhibits.columns import Column, Grid
from portal.exhibits.tables import table_of, write_value
from tests.portal.exhibits.examples import make_exhibit, make_frame

SHARE = Column("value", "Share", role="value", unit="%", decimals=2)
MEMORY = Column("value", "Memory", role="value", unit="MB", decimals=0)


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (62.5, SHARE, "62.5%"),
        (30.0, SHARE, "30%"),
        (0.0, SHARE, "0%"),
        (100.0, SHARE, "100%"),
        (10240, MEMORY, "10,240 MB"),
        (float("nan"), SHARE, ""),
        (None, SHARE, ""),
        (True, Column("gpu", "GPU", role="value"), "yes"),
        (False, Column("gpu", "GPU", role="value"), "no"),
        (["go", "python"], Column("runtimes", "Runtimes"), "go, python"),
        (0.0000002, Column("price", "Price", role="value", decimals=9), "0.0000002"),
        (1000.0, Column("price", "Price", role="value"), "1,000"),
    ],
)
def test_values_are_written_for_people(value, column, text):
    assert write_value(value, column) == text


def test_numbers_have_thousands_marks_in_chinese_too():
    with override("zh-hans"):
        assert write_value(10240, MEMORY) == "10,240 MB"


def test_plain_table_shows_labels_and_leaves_out_what_pages_do_not_show():
    table = table_of(make_exhibit())

    assert [table.corner.text, *[heading.text for heading in table.headings]] == ["Answer", "Share", "Base", "Source"]
    assert [row.head.text for row in table.rows] == ["Yes, in use", "No", "=Other | rest"]
    assert [cell.text for (cell,) in table.rows[0].cells] == ["62.5%", "1,200", ""]
    assert table.rows[0].cells[2][0].citation == 1
    assert table.rows[2].cells[0][0].is_missing


def test_labels_follow_the_language():
    with override("zh-hans"):
        table = table_of(make_exhibit(language="zh-hans"))

    assert [row.head.text for row in table.rows] == ["已使用", "未使用", "其他"]


def test_grid_crosses_rows_and_columns_and_shows_gaps():
    columns = (
        Column("option", "Answer", role="code", is_labelled=True),
        Column("wave", "Wave", role="code"),
        SHARE,
    )
    frame = make_frame(wave=["2019", "2020", "2020"], option=["yes", "yes", "no"], option_label_en=["Yes", "Yes", "No"])

    table = table_of(make_exhibit(columns=columns, frame=frame, grid=Grid("option", "wave", "value"), shape=None))

    assert [heading.text for heading in table.headings] == ["2019", "2020"]
    assert [[cell.text for cells in row.cells for cell in cells] for row in table.rows] == [
        ["62.5%", "30%"],
        ["–", "–"],
    ]
