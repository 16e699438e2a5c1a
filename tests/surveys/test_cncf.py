"""The four CNCF surveys: their codebooks read the files whole, and counts are those that another program counted.

The counts were made from the raw files with the csv module alone, before there was a reader. The files are not part
of the project: tests that need them are skipped where they are not at hand.
"""

import csv
import io

import pytest
from django.core.management import CommandError, call_command

from portal.loading.problems import Report
from surveys.management.commands.load_cncf import BESIDE, CODEBOOKS, FILES, SURVEY, find_file
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.codebook.questions import Break, Kind
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.tables.making import make_table
from surveys.microdata.tables.table import TableSpec
from surveys.models import Dataset
from tests import factories as make

needs_files = pytest.mark.skipif(
    not BESIDE.exists(), reason="the files of the CNCF surveys are not beside this checkout"
)
FIXTURES = CODEBOOKS.parent

RESPONDENTS = {"2018": 2401, "2019": 1337, "2020": 1324, "2022": 2063}
COUNTED = {  # (wave, question) → base, people by option or net
    ("2018", "serverless_use"): (1859, {"hosted": 588, "installable": 107, "planning": 476, "no": 688, "any_use": 695}),
    ("2018", "region"): (
        2397,
        {"north_america": 966, "europe": 858, "asia": 390, "latin_america": 102, "oceania": 53, "africa": 28},
    ),
    ("2018", "serverless_hosted_platform"): (890, {"aws_lambda": 616, "google_cloud_functions": 220, "other": 98}),
    ("2018", "datacenter_type"): (2277, {"on_premise": 1450, "private_cloud": 1144, "public_cloud": 1750, "other": 34}),
    ("2018", "container_use_production"): (1742, {"current": 1270, "future": 472}),
    ("2018", "machine_count"): (1879, {"1_5": 106, "6_20": 294, "5000_plus": 326}),
    ("2019", "serverless_use"): (1337, {"hosted": 544, "installable": 131, "planning": 272, "no": 475}),
    ("2019", "serverless_hosted_platform"): (941, {"aws_lambda": 432, "azure_functions": 113, "na": 324, "other": 35}),
    ("2019", "datacenter_type"): (1337, {"private_or_onprem": 606, "public_cloud": 831, "hybrid_cloud": 505}),
    ("2019", "company_size"): (1337, {"lt10": 94, "10_49": 169, "5000_plus": 399, "1000_plus": 584}),
    ("2020", "serverless_use"): (
        966,
        {"production": 292, "evaluating": 201, "planning": 138, "no": 335, "any_use": 493},
    ),
    ("2020", "serverless_approach"): (496, {"hosted_only": 297, "installable": 65, "both": 109, "neither": 25}),
    ("2020", "company_size"): (1324, {"lt10": 114, "10_49": 191, "5000_plus": 395}),
    ("2020", "machine_count"): (1217, {"1_5": 82, "6_20": 114, "na": 191}),
    ("2020", "container_challenges"): (979, {"complexity": 401, "culture": 398, "other": 63}),
    ("2022", "serverless_use"): (
        1679,
        {"production_most": 371, "production_few": 584, "piloting": 247, "production": 955, "any_use": 1202, "dk": 163},
    ),
    ("2022", "region"): (2063, {"north_america": 859, "europe": 621, "china": 134, "japan": 121, "africa": 20}),
    ("2022", "container_use"): (2063, {"production_most": 914, "production_few": 715, "no_plans": 31}),
    ("2022", "release_cycle"): (1674, {"weekly": 526, "multi_daily": 267, "na": 128}),
}
# Answers that a wave put in other words than the portal's answer over all waves: another cut, span or name of the day.
OWN_WORDS = {
    ("2018", "region", "latin_america"),
    *((wave, "serverless_use", "planning") for wave in ("2018", "2019")),
    *(("2019", "serverless_hosted_platform", code) for code in ("stdlib", "vercel")),
    *((wave, "release_cycle", "na") for wave in ("2020", "2022")),
    *(("2022", "region", code) for code in ("north_america", "latin_america", "europe")),
    *(("2022", "industry", code) for code in ("consumer", "construction", "media", "retail", "telecom", "transport")),
}


def read_book(wave: str):
    path, report = CODEBOOKS / f"{SURVEY}-{wave}.yaml", Report()
    book = read_codebook(path.name, path.read_bytes(), report)
    assert [str(problem) for problem in report.problems] == []
    return book


@pytest.fixture(scope="module")
def answers():
    """The answers of each wave, read once."""
    found = {}
    for wave, names in FILES.items():
        report, file = Report(), find_file(BESIDE, names)
        found[wave] = read_answers(file, file.name, read_book(wave), report)
        assert [str(problem) for problem in report.problems] == []
    return found


@pytest.mark.parametrize("wave", FILES)
def test_codebooks_speak_both_languages_and_give_reasons(wave):
    book = read_book(wave)

    assert (book.survey, book.wave, book.source, book.is_confirmed) == (SURVEY, wave, "cncf-surveys", True)
    for question in book.questions:
        if question.kind.has_options:
            labels = [(each.label_en, each.label_zh) for each in (*question.options, *question.nets)]
            assert all(en and zh for en, zh in [(question.text_en, question.text_zh), *labels]), question.code
            assert bool(question.asked_en) is bool(question.asked_zh)
        else:
            assert question.kind in (Kind.OPEN, Kind.IGNORE)
            assert question.note, question.code
    assert all(book.by_code[code].break_for is Break.PUBLIC for code in ("region", "company_size", "serverless_use"))


@pytest.mark.parametrize("wave", FILES)
def test_what_the_portal_and_a_codebook_both_call_by_one_code_is_one_thing(wave):
    """Every option of a question that all waves share has a place in the portal, so that it can be a figure."""
    with (FIXTURES / "options.csv").open(encoding="utf-8", newline="") as file:
        ours = {(row["question"], row["code"]) for row in csv.DictReader(file) if row["survey"] == SURVEY}
    book = read_book(wave)

    for code in ("region", "company_size", "machine_count", "release_cycle", "container_challenges"):
        if code in book.by_code:
            missing = [each.code for each in book.by_code[code].options if (code, each.code) not in ours]
            assert missing == []


@pytest.mark.parametrize("wave", FILES)
def test_an_answer_has_one_name_in_the_portal_and_in_a_codebook(wave):
    with (FIXTURES / "options.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["survey"] == SURVEY]
    ours = {(row["question"], row["code"]): (row["name_en"], row["name_zh"]) for row in rows}

    differing = set()
    for question in read_book(wave).questions:
        for each in (*question.options, *question.nets):
            name = ours.get((question.code, each.code))
            if name and name != (each.label_en, each.label_zh):
                differing.add((wave, question.code, each.code))

    assert differing == {each for each in OWN_WORDS if each[0] == wave}


@pytest.mark.parametrize("wave", FILES)
def test_answers_are_named_without_notes_on_the_file(wave):
    for question in read_book(wave).questions:
        for each in (*question.options, *question.nets):
            assert not any(word in each.label_en for word in ("document", "file", "Excel", "mistake", "in 2,")), each
            assert not any(word in each.label_zh for word in ("遗漏", "文件", "2,020 年")), each


@needs_files
def test_every_respondent_is_read(answers):
    assert {wave: each.respondents for wave, each in answers.items()} == RESPONDENTS


@needs_files
@pytest.mark.parametrize(("wave", "question"), COUNTED, ids=map("-".join, COUNTED))
def test_counts_are_those_of_the_raw_files(answers, wave, question):
    base, counts = COUNTED[wave, question]

    table = make_table(answers[wave], TableSpec(question))

    found = {row.code: row.total.n for row in table.rows}
    assert table.base.n == base
    assert {code: found[code] for code in counts} == counts


@needs_files
def test_shifted_rows_of_2018_are_moved_back(answers):
    """Both rows had their industry in the column of Kubernetes, where it would be no answer at all."""
    industry = answers["2018"].columns["industry"]

    places = answers["2018"].codebook.by_code["industry"].option_places
    assert (industry[782], industry[1623]) == (places["technology"], places["software"])


@pytest.fixture
def waves(db):
    survey = make.make_survey(slug=SURVEY)
    source = make.make_source(code="cncf-surveys")
    return [make.make_wave(survey=survey, slug=wave, name_en=wave, source=source) for wave in FILES]


def load(*given) -> list[str]:
    out = io.StringIO()
    call_command("load_cncf", *map(str, given), stdout=out, stderr=out)
    return out.getvalue().splitlines()


@needs_files
def test_all_four_are_loaded_and_published_and_twice_is_as_once(waves):
    first, second = load(), load()

    published = Dataset.objects.published().with_context()
    assert {each.wave.slug: each.respondents for each in published} == RESPONDENTS
    assert [line.rpartition(": ")[2] for line in first] == ["Loaded"] * 4
    assert [line.rpartition(": ")[2] for line in second] == ["Nothing to change"] * 4


@needs_files
def test_the_file_of_the_public_repository_is_read_without_its_contacts(waves, tmp_path):
    """That of 2018 has four columns more, without headings, in which a few addresses of people stand."""
    folder = tmp_path / "cloudnative"
    folder.mkdir()
    with find_file(BESIDE, FILES["2018"]).open(encoding="utf-8", newline="") as file:
        rows = [
            [*row, "", "", "", "a@example.org" if place == 300 else ""] for place, row in enumerate(csv.reader(file))
        ]
    with (folder / "Cloud_Native_Survey_2018.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    for wave in ("2019", "2020", "2022"):
        (folder / FILES[wave][0]).write_bytes(find_file(BESIDE, FILES[wave]).read_bytes())

    load(tmp_path)

    dataset = Dataset.objects.published().for_address(SURVEY, "2018").get()
    assert (dataset.file_name, dataset.respondents) == ("Cloud_Native_Survey_2018.csv", 2401)


def test_files_that_are_not_there_are_named(tmp_path):
    (tmp_path / "Cloud_Native_Survey_2019.csv").write_text("x")

    with pytest.raises(CommandError) as refusal:
        load(tmp_path)

    assert "2018: Cloud_Native_Survey_2018.no-contact.csv / Cloud_Native_Survey_2018.csv; 2020:" in str(refusal.value)
    assert "git clone https://github.com/cncf/surveys" in str(refusal.value)


def test_a_file_that_is_another_is_refused_and_nothing_is_published(waves, tmp_path):
    for names in FILES.values():
        (tmp_path / names[-1]).write_text("a,b\n,\n1,2\n")
    out = io.StringIO()

    with pytest.raises(CommandError):
        call_command("load_cncf", str(tmp_path), stdout=out, stderr=out)

    assert "the file has no such column" in out.getvalue()
    assert not Dataset.objects.exists()
