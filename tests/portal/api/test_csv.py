"""CSV files: the same rows as JSON, in the exact form of a file, streamed."""

import csv
import io
import json
import tracemalloc

import pytest

from portal.api.csv_files import CHUNK, cell_text
from portal.api.operations import published
from portal.api.service import api  # noqa: F401  (publishes the resources)
from surveys.models import Figure, Option
from tests import factories as make


def read(response) -> list[dict[str, str]]:
    text = response.getvalue().decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def flat(row: dict) -> dict[str, str]:
    """A JSON row as its file has it: the source's code under its key, the other parts beside it."""
    cells = {}
    for key, value in row.items():
        if key in ("source", "country_source"):
            parts = value or dict.fromkeys(("code", "title", "url", "publisher", "published"))
            cells |= {key if part == "code" else f"{key}_{part}": cell_text(kept) for part, kept in parts.items()}
        else:
            cells[key] = cell_text(value)
    return cells


@pytest.mark.parametrize("query", ["", "lang=zh-hans&labels=both", "labels=code"])
@pytest.mark.parametrize("name", sorted(published))
def test_file_has_the_rows_of_the_list(client, world, name, query):
    rows = client.get(f"/api/v1/{name}?{query}").json()["data"]

    lines = read(client.get(f"/api/v1/{name}.csv?{query}"))

    assert lines == [flat(row) for row in rows]


def test_file_is_the_one_that_links_name(client, world):
    body = client.get("/api/v1/figures?wave=2020&sort=-value&limit=1&count=1&fields=value,source").json()

    response = client.get(body["links"]["csv"])

    assert response.getvalue().decode() == (
        "value,source,source_title,source_url,source_publisher,source_published\r\n"
        "58.5,copy,A copy,,Publisher,\r\n"
        "50,report,The report,https://example.org/report,Publisher,2020-11\r\n"
        "41.5,report,The report,https://example.org/report,Publisher,2020-11\r\n"
    )


def test_headers(client, world):
    response = client.get("/api/v1/figures.csv", headers={"Accept": "text/html"})

    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response["Content-Disposition"] == "attachment; filename=\"figures.csv\"; filename*=UTF-8''figures.csv"
    assert response["Content-Language"] == "en"


def test_numbers_have_no_exponent_and_lists_are_json(client, world):
    values = {row["attribute"]: row["value"] for row in read(client.get("/api/v1/facts.csv?is_current=true"))}

    assert values == {
        "max_memory_mb": "10240",
        "price": "0.0000166667",
        "gpu": "false",
        "runtimes": json.dumps(["Python", "Go", "易语言"], ensure_ascii=False),
        "policy": "15 minutes, then stopped",
    }


def test_plain_file_has_no_mark_and_leaves_text_alone(client, db):
    make.make_survey(slug="a", name_en="=1+1", publisher="-5")

    assert client.get("/api/v1/surveys.csv?fields=name,publisher").getvalue() == b"name,publisher\r\n=1+1,-5\r\n"


@pytest.mark.parametrize(
    ("name", "cell"),
    [("=1+1", "'=1+1"), ("+x", "'+x"), ("@x", "'@x"), ("-x", "'-x"), ("\tx", "'\tx"), ("-5.5", "-5.5"), ("x=", "x=")],
)
def test_file_for_excel_has_a_mark_and_no_formulas(client, db, name, cell):
    make.make_survey(slug="a", name_en=name)

    content = client.get("/api/v1/surveys.csv?fields=name&excel=1").getvalue()

    assert content == f"\N{ZERO WIDTH NO-BREAK SPACE}name\r\n{cell}\r\n".encode()


def test_quotes_commas_and_line_breaks_survive(client, db):
    name = 'a "quoted", \r\n word'
    make.make_survey(slug="a", name_en=name)

    assert read(client.get("/api/v1/surveys.csv?fields=name")) == [{"name": name}]


def test_empty_list_is_a_header(client, db):
    assert client.get("/api/v1/segments.csv?fields=code,name").getvalue() == b"code,name\r\n"


@pytest.mark.parametrize("parameter", ["limit=5", "cursor=x", "count=1"])
def test_a_file_has_no_pages(client, db, parameter):
    response = client.get(f"/api/v1/surveys.csv?{parameter}")

    assert response.status_code == 400
    assert "does not go with this address" in response.json()["errors"][0]["detail"]


def test_refused_filter_is_a_problem_not_half_a_file(client, world):
    assert client.get("/api/v1/figures.csv?survey=nothing").status_code == 400


def test_long_file_is_streamed_in_flat_memory(client, world):
    rows = 20 * CHUNK
    Option.objects.bulk_create(
        Option(question=world.question, question_kind="single", is_exclusive=True, code=f"o{number}", name_en="Option")
        for number in range(rows)
    )
    options = Option.objects.filter(code__startswith="o").values_list("pk", flat=True)
    Figure.objects.bulk_create(
        Figure(wave=world.wave, option_id=option, percent=50, basis="quoted", source=world.report, note_en="n" * 300)
        for option in options
    )
    response = client.get("/api/v1/figures.csv")
    chunks, size = iter(response.streaming_content), 0

    tracemalloc.start()
    for chunk in chunks:
        size += len(chunk)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    response.close()

    assert size > rows * 400
    assert peak < size * 0.6
