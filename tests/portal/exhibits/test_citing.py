"""Citations, read back by the libraries that reference managers and editors use."""

import json
from datetime import date

import bibtexparser
import pytest
import rispy

from portal.exhibits.citations import Citation
from portal.exhibits.citing import citations_of
from portal.exhibits.files import FileOptions, exhibit_file
from tests.portal.exhibits.examples import make_exhibit

ROOT = "https://watch.example"


@pytest.fixture(autouse=True)
def _public_address(settings):
    settings.PUBLIC_URL = ROOT


def bibtex(exhibit) -> dict:
    (entry,) = bibtexparser.loads(citations_of(exhibit).bibtex).entries
    return entry


def ris(exhibit) -> dict:
    (entry,) = rispy.loads(citations_of(exhibit).ris)
    return entry


def test_english_text_names_producer_year_title_version_sources_day_and_address():
    text = citations_of(make_exhibit()).text

    assert text == (
        "Serverless Market Watch. (2026). Use of functions (Data version 7 of 2026-11-24) [Data set]. "
        "Serverless Market Watch. Sources: An Institute, Report on functions, 2021, page 13. "
        "Retrieved 2026-11-24, from https://watch.example/en/surveys/users/2020/use"
    )


def test_chinese_text_has_the_form_of_the_standard():
    text = citations_of(make_exhibit(language="zh-hans", title="函数的使用")).text

    assert text == (
        "无服务器市场观察. 函数的使用[DS/OL]. 数据版本 7. 无服务器市场观察, 2026(2026-11-24)[2026-11-24]. "
        "https://watch.example/zh-hans/surveys/users/2020/use. "
        "数据来源: An Institute，Report on functions，2021，第 13 页."
    )


def test_the_day_of_retrieval_can_be_given_and_stands_in_every_form():
    citations = citations_of(make_exhibit(), retrieved=date(2027, 1, 2))

    assert "Retrieved 2027-01-02" in citations.text
    assert "urldate = {2027-01-02}" in citations.bibtex
    assert "Y2  - 2027/01/02/" in citations.ris
    assert json.loads(citations.csl)[0]["accessed"] == {"date-parts": [[2027, 1, 2]]}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_parser_reads_the_bibtex(language):
    entry = bibtex(make_exhibit(language=language, query="by=industry"))

    assert entry["ENTRYTYPE"] == "misc"
    assert entry["title"] == "{Use of functions}"
    assert entry["author"] == {"en": "{Serverless Market Watch}", "zh-hans": "{无服务器市场观察}"}[language]
    assert (entry["year"], entry["version"], entry["urldate"]) == ("2026", "7", "2026-11-24")
    assert entry["url"] == f"{ROOT}/{language}/surveys/users/2020/use?by=industry"


def test_what_latex_reads_as_markup_is_escaped_in_words_but_not_in_the_address():
    source = Citation("s", "50% of A&B_C {x} #1 $2 ~ ^ \\", "An Institute")
    entry = bibtex(make_exhibit(title="R&D_{100%}", citations=(source,), query="q=a%20b"))

    assert entry["title"] == r"{R\&D\_\{100\%\}}"
    assert entry["note"].endswith(
        r"50\% of A\&B\_C \{x\} \#1 \$2 \textasciitilde{} \textasciicircum{} \textbackslash{}"
    )
    assert entry["url"].endswith("/use?q=a%20b")


def test_views_and_languages_have_keys_of_their_own():
    exhibits = [make_exhibit(), make_exhibit(query="by=industry"), make_exhibit(language="zh-hans")]
    keys = [bibtex(exhibit)["ID"] for exhibit in exhibits]

    assert keys[0] == "smw-surveys-users-2020-use-v7-en"
    assert len(set(keys)) == 3
    assert [ris(exhibit)["id"] for exhibit in exhibits] == keys


def test_a_parser_reads_the_ris():
    entry = ris(make_exhibit(title="Two\nlines"))

    assert entry["type_of_reference"] == "DATA"
    assert entry["authors"] == ["Serverless Market Watch"]
    assert entry["title"] == "Two lines"
    assert (entry["year"], entry["edition"]) == ("2026", "7")
    assert entry["urls"] == [f"{ROOT}/en/surveys/users/2020/use"]
    assert entry["access_date"] == "2026/11/24/"
    assert all(line.endswith("\r") for line in citations_of(make_exhibit()).ris.rstrip("\n").split("\n"))


def test_the_csl_item_is_a_dataset_of_the_fields_that_the_schema_knows():
    (item,) = json.loads(citations_of(make_exhibit()).csl)

    assert item == {
        "id": "smw-surveys-users-2020-use-v7-en",
        "type": "dataset",
        "author": [{"literal": "Serverless Market Watch"}],
        "title": "Use of functions",
        "publisher": "Serverless Market Watch",
        "version": "7",
        "note": "Sources: An Institute, Report on functions, 2021, page 13",
        "language": "en",
        "URL": f"{ROOT}/en/surveys/users/2020/use",
        "issued": {"date-parts": [[2026, 11, 24]]},
        "accessed": {"date-parts": [[2026, 11, 24]]},
    }


def test_without_a_public_address_the_root_that_is_given_leads_the_address(settings):
    settings.PUBLIC_URL = ""

    assert "from http://here/en/surveys/users/2020/use" in citations_of(make_exhibit(), root="http://here").text


@pytest.mark.parametrize(("suffix", "form"), [(".bib", "bibtex"), (".ris", "ris"), (".csl.json", "csl")])
def test_files_hold_the_same_forms(suffix, form):
    exhibit = make_exhibit()

    assert exhibit_file(exhibit, suffix, FileOptions()).decode() == getattr(citations_of(exhibit), form)


SOURCE = Citation(
    "prices",
    "Prices of R&D",
    "A Vendor",
    url="https://vendor.example/prices?a=1",
    published="2026-03",
    accessed="2026-05-28",
)


def about(source: Citation, language: str = "en"):
    return citations_of(make_exhibit(citations=(source,), is_source=True, language=language))


def test_what_is_about_a_source_cites_the_source_and_not_the_portal():
    assert about(SOURCE).text == (
        "A Vendor. (2026-03). Prices of R&D. Retrieved 2026-05-28, from https://vendor.example/prices?a=1"
    )
    assert about(SOURCE, "zh-hans").text == (
        "A Vendor. Prices of R&D[EB/OL]. (2026-03)[2026-05-28]. https://vendor.example/prices?a=1"
    )


def test_parsers_read_the_citation_of_a_source():
    (entry,) = bibtexparser.loads(about(SOURCE).bibtex).entries
    (reference,) = rispy.loads(about(SOURCE).ris)
    (item,) = json.loads(about(SOURCE).csl)

    assert (entry["ID"], entry["author"], entry["title"]) == ("prices", "{A Vendor}", r"{Prices of R\&D}")
    assert (entry["year"], entry["month"], entry["urldate"]) == ("2026", "03", "2026-05-28")
    assert "day" not in entry
    assert (reference["type_of_reference"], reference["year"], reference["date"]) == ("ELEC", "2026", "2026/03//")
    assert reference["urls"] == ["https://vendor.example/prices?a=1"]
    assert item["issued"] == {"date-parts": [[2026, 3]]}
    assert item["accessed"] == {"date-parts": [[2026, 5, 28]]}


def test_a_source_of_which_little_is_known_is_cited_with_what_is_known():
    citations = about(Citation("note", "A note"))

    assert citations.text == "Publisher not named. (n.d.). A note."
    assert citations.bibtex == "@misc{note,\n  title = {{A note}}\n}\n"
    assert citations.ris == "TY  - GEN\r\nID  - note\r\nTI  - A note\r\nER  - \r\n"
    assert json.loads(citations.csl) == [{"id": "note", "type": "document", "title": "A note"}]
