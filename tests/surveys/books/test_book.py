"""The book, read back with openpyxl: contents that lead to tables, numbers that are numbers, and no hidden one."""

import io

import pytest
from openpyxl import load_workbook

from surveys.books.tables import lines_of
from tests.surveys.api.conftest import dataset

__all__ = ["dataset"]
PATH = "/en/surveys/survey-a/2022/book.xlsx"


def book_at(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return load_workbook(io.BytesIO(response.content))


def lines(sheet) -> list[list]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def table_of(sheet, number: int) -> list[list]:
    """The lines of a table, from its heading to the next."""
    found = lines(sheet)
    starts = [place for place, line in enumerate(found) if str(line[0]).startswith("Table ")] + [len(found)]
    return found[starts[number - 1] : starts[number]]


def labelled(table: list[list], label: str) -> list:
    return next(line for line in table if line[0] == label)


def test_contents_lead_to_every_table(client, dataset):
    book = book_at(client, f"{PATH}?columns=region")

    contents = book["Contents"]
    rows = [row for row in contents.iter_rows(min_row=5) if row[0].value]
    assert book.sheetnames == ["Contents", "Tables", "About"]
    assert [(row[0].value, row[2].value) for row in rows] == [(1, "q1"), (2, "q2"), (3, "age"), (4, "n")]
    for row in rows:
        target = row[1].hyperlink.location.rpartition("!")[2]
        assert book["Tables"][target].value == f"Table {row[0].value}: {row[1].value}"
        assert book["Tables"][target].hyperlink.location == "'Contents'!A1"


def test_one_banner_stays_over_all_tables(client, dataset):
    sheet = book_at(client, f"{PATH}?columns=region")["Tables"]

    heads = lines(sheet)[:3]
    assert heads[0][2] == "Question region"
    assert heads[1][1:8:1] == ["All", "Answer north", None, "Answer south", None, "Answer west", None]
    assert [heads[2][place] for place in (2, 4, 6)] == ["A", "B", "C"]
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$1:$3"
    assert sheet.page_setup.orientation == "landscape"


def test_numbers_are_numbers_and_hidden_ones_words(client, dataset):
    sheet = book_at(client, f"{PATH}?columns=region&weight=none")["Tables"]

    table = table_of(sheet, 1)
    # 16 of 48 said b, of the 24 in the north 8; bases are rounded to 5. The four of the west are hidden, and the
    # south with them: the whole sample less the two others would tell of four people.
    assert labelled(table, "Base")[1:7] == [48, 25, None, "hidden", None, "hidden"]
    assert labelled(table, "Answer b")[1:3] == [0.33, 0.33]
    assert labelled(table, "Answer b")[6:8] == ["hidden", None]
    assert labelled(table, "Net ab")[1] == 1
    assert labelled(table_of(sheet, 4), "Mean")[1] == pytest.approx(23.5, abs=0.5)


def test_weighted_tables_have_three_bases(client, dataset):
    weighted = table_of(book_at(client, PATH)["Tables"], 1)
    unweighted = table_of(book_at(client, f"{PATH}?weight=none")["Tables"], 1)

    assert [line[0] for line in weighted if line[0] and "ase" in line[0]][:3] == [
        "Base",
        "Weighted base",
        "Effective base",
    ]
    assert "Weighted base" not in [line[0] for line in unweighted]


def test_topline_has_intervals_in_place_of_letters(client, dataset):
    sheet = book_at(client, f"{PATH}?weight=none")["Tables"]

    _label, share, low, high = labelled(table_of(sheet, 1), "Answer b")[:4]
    assert lines(sheet)[1][2:4] == ["Interval from", "Interval to"]
    assert 0 < low < share < high < 1


def test_every_table_ends_with_its_footnote(client, dataset):
    sheet = book_at(client, f"{PATH}?columns=region")["Tables"]

    for number in (1, 2, 3):
        texts = [line[0] for line in table_of(sheet, number) if line[0]]
        assert "Smallest base tested: 30." in texts[-1]
        assert ".," not in texts[-1]
        assert texts[-1].endswith(".")


def test_small_bases_are_flagged_in_their_number_format(client, dataset):
    sheet = book_at(client, f"{PATH}?columns=region&weight=none")["Tables"]

    row = next(row for row in sheet.iter_rows() if row[0].value == "Base")
    assert row[1].number_format == '#,##0"*"'
    assert row[2].number_format == '#,##0"**"'


def test_about_says_what_the_numbers_are_made_of(client, dataset):
    rows = dict(lines(book_at(client, f"{PATH}?columns=region")["About"]))

    assert rows["Revision of the answers"] == dataset.revision
    assert rows["Title"].startswith("Survey A 2022: all answers by")
    assert rows["Licence"].startswith("CC BY 4.0")
    assert rows["Address"].endswith("/en/surveys/survey-a/2022/toplines?columns=region")


def test_book_in_chinese(client, dataset):
    book = book_at(client, PATH.replace("/en/", "/zh-hans/"))

    assert book.sheetnames == ["目录", "表格", "说明"]
    assert lines(book["表格"])[3][0] == "表 1：问题 q1"


def test_same_tables_give_the_same_bytes(client, dataset):
    first = client.get(f"{PATH}?columns=region").content

    assert client.get(f"{PATH}?columns=region&adjust=holm").content == first


def test_file_has_a_name_in_ascii_and_in_words(client, dataset):
    disposition = client.get(PATH)["Content-Disposition"]

    assert 'filename="survey-a-2022-book.xlsx"' in disposition
    assert "filename*=UTF-8''Survey%20A%202022" in disposition


@pytest.mark.parametrize("query", ["labels=both", "theme=dark", "sort=value", "columns=region~region~q9"])
def test_parameters_that_a_book_does_not_have_are_refused(client, dataset, query):
    assert client.get(f"{PATH}?{query}").status_code == 400


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [("", 10, 1), ("a" * 10, 20, 1), ("a" * 40, 20, 3), ("字" * 20, 46, 1), ("字" * 40, 46, 2)],
)
def test_lines_of_a_text(text, room, expected):
    """40 letters and 15 % for words that are not cut need three lines of 20; a Chinese sign counts twice."""
    assert lines_of(text, room) == expected
