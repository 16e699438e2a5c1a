"""The catalogue of data: every table with its files, that all lead somewhere."""

import csv
import io
import re
from datetime import UTC, datetime

import orjson
import pytest

from portal.api.operations import published
from portal.models import ImportRun
from portal.site.catalogue import all_downloads, last_updates, updated
from portal.site.whole_tables import counted

pytestmark = pytest.mark.django_db


def test_every_file_of_the_catalogue_is_there(client, adoption):
    for download in all_downloads():
        for _name, address in ((None, download.address), *download.files):
            assert client.get(f"/en/{address}").status_code == 200, address


def test_questions_count_their_figures(adoption):
    (question,) = all_downloads(["question"])

    assert (question.title, question.rows) == ("China survey 2020: Stage of adoption", 1)
    assert question.files[0] == ("CSV", "surveys/china-survey/2020/serverless_stage.csv")


def test_words_and_kinds_narrow_it(client, adoption):
    page = client.get("/en/data?kind=fact&q=LAMBDA")

    (group,) = page.context["groups"]
    assert [row["download"].address for row in group["rows"]] == ["products/aws-lambda"]
    assert client.get("/en/data?kind=nothing").status_code == 400


def test_the_last_load_of_its_dataset_is_the_last_update(adoption):
    moment = datetime(2025, 3, 4, tzinfo=UTC)
    made = {"dataset": "d", "file": "f", "sha256": "0" * 64, "started": moment, "finished": moment}
    ImportRun.objects.create(**made, outcome="loaded", counts={"figures": {"added": 1}, "facts": {"unchanged": 5}})

    (question,) = all_downloads(["question"])

    assert last_updates() == {"figures": moment.date()}
    assert updated(question, last_updates()) == moment.date()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_describes_itself_as_a_catalogue(client, adoption, language):
    text = client.get(f"/{language}/data").text
    blocks = [orjson.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]
    (catalog,) = (block for block in blocks if block["@type"] == "DataCatalog")

    assert catalog["url"] == f"http://testserver/{language}/data"
    assert catalog["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert f"http://testserver/{language}/surveys/china-survey/2020/serverless_stage" in {
        each["url"] for each in catalog["dataset"]
    }
    (question,) = (each for each in catalog["dataset"] if each["url"].endswith("/2020/serverless_stage"))
    assert question["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "CSV",
            "encodingFormat": "text/csv",
            "contentUrl": f"http://testserver/{language}/surveys/china-survey/2020/serverless_stage.csv",
        }
    ]


def test_its_own_file_names_all_files(client, adoption):
    rows = {row["address"]: row for row in csv.DictReader(io.StringIO(client.get("/en/data.csv").text))}

    assert rows["sources"]["rows"] == "4"
    assert "products/aws-lambda.xlsx" in rows["products/aws-lambda"]["forms"].split("; ")


def test_an_empty_portal_has_a_catalogue(client):
    assert client.get("/en/data").status_code == 200
    assert client.get("/zh-hans/news").status_code == 200


@pytest.mark.parametrize(("language", "title"), [("en", "Figures"), ("zh-hans", "数字")])
def test_whole_tables_say_how_many_rows_their_files_have(client, adoption, language, title):
    page = client.get(f"/{language}/data")
    tables = {table.csv.rpartition("/")[2]: table for table in page.context["tables"]}

    assert tables["figures.csv"].title == title
    for table in tables.values():
        rows = list(csv.DictReader(io.StringIO(client.get(table.csv).getvalue().decode("utf-8-sig"))))
        assert (len(rows), client.get(table.json).status_code) == (table.rows, 200), table.csv
        assert f'href="{table.csv}"' in page.text
    assert client.get(f"/{language}/data?kind=fact").context["tables"] == []


def test_whole_tables_are_counted_in_one_query(adoption, django_assert_num_queries):
    with django_assert_num_queries(1):
        counts = counted(published.values())

    assert counts["sources"] == 4
    assert counts.keys() == published.keys()
