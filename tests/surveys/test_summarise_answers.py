"""manage.py summarise_answers: published answers into a file of figures, twice is as once, or every reason why not."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command

from surveys.loading.figures import FIGURES
from tests import factories as make
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset

pytestmark = pytest.mark.django_db
COLUMNS = list(FIGURES.row.model_fields)
PLAN = "question,figures_of,waves,by,options\n"


@pytest.fixture
def clouds():
    """100 people: 60 of 80 in the east and 5 of 20 in the west use it. The portal knows both, with their wording."""
    survey = make.make_survey(slug="clouds")
    wave = make.make_wave(survey=survey, slug="2026", source=make.make_source(code="answers-2026"))
    question = make.make_question(survey=survey, code="use", kind="single")
    for code in ("yes", "no"):
        make.make_option(question=question, code=code, is_exclusive=True)
    make.make_wording(wave=wave, question=question)
    for code in ("east", "west"):
        make.make_segment(dimension="region", code=code)
    columns = {
        "region": ["east"] * 80 + ["west"] * 20,
        "use": ["yes"] * 60 + ["no"] * 20 + ["yes"] * 5 + ["no"] * 15,
    }
    questions = [make_question("region", options="east west"), make_question("use", options="yes no")]
    make_dataset(make_answers(questions, columns, survey="clouds", wave="2026"), wave=wave)
    return survey


@pytest.fixture
def files(tmp_path):
    """Writes the plan and a file of figures; gives their paths."""

    def write(plan: str, figures: str = ""):
        (tmp_path / "plan.csv").write_text(PLAN + plan, encoding="utf-8")
        (tmp_path / "figures.csv").write_text(",".join(COLUMNS) + "\n" + figures, encoding="utf-8")
        return tmp_path / "plan.csv", tmp_path / "figures.csv"

    return write


def run(*given) -> str:
    out = io.StringIO()
    call_command("summarise_answers", *map(str, given), stdout=out, stderr=out)
    return out.getvalue()


def refusal(*given) -> str:
    out = io.StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("summarise_answers", *map(str, given), stdout=out, stderr=out)
    return f"{out.getvalue()}{caught.value}"


def figures_in(file) -> dict[tuple[str, str], str]:
    with file.open(encoding="utf-8", newline="") as opened:
        return {(row["option"], row["segment"]): row["percent"] for row in csv.DictReader(opened)}


def test_shares_are_written_for_the_whole_and_by_segment(clouds, files):
    plan, figures = files("use,,,region,\n")

    said = run("clouds", plan, figures)

    assert figures_in(figures) == {
        ("no", ""): "35", ("no", "region=east"): "25", ("no", "region=west"): "75",
        ("yes", ""): "65", ("yes", "region=east"): "75", ("yes", "region=west"): "25",
    }  # fmt: skip
    assert said == "6 figures computed; figures.csv is changed.\n"


def test_twice_is_as_once(clouds, files):
    plan, figures = files("use,,,region,\n")
    run("clouds", plan, figures)
    before = figures.read_bytes()

    said = run("clouds", plan, figures)

    assert figures.read_bytes() == before
    assert said == "6 figures computed; figures.csv holds them already.\n"


def test_what_is_written_can_be_loaded(clouds, files):
    plan, figures = files("use,,,region,\n")
    run("clouds", plan, figures)

    call_command("load", str(figures), stdout=io.StringIO())

    assert make.Figure.objects.count() == 6


def test_published_numbers_stay_and_are_told(clouds, files):
    plan, figures = files("use,,,,\n", "clouds,2026,use,yes,,64,,,,,,,quoted,answers-2026\n")

    said = run("clouds", plan, figures)

    assert figures_in(figures) == {("no", ""): "35", ("yes", ""): "64"}
    assert "clouds / 2026 / use / yes: published is 64, computed 65; the published number stays." in said


def test_a_whole_that_is_published_gets_nothing_more(clouds, files):
    plan, figures = files("use,,,,\n", "clouds,2026,use,yes,,90,,,,,,,quoted,answers-2026\n")

    said = run("clouds", plan, figures)

    assert figures_in(figures) == {("yes", ""): "90"}
    assert "clouds / 2026 / use: with computed shares there would be more than the whole; none is added." in said


def test_a_dry_run_prints_the_file_and_writes_nothing(clouds, files):
    plan, figures = files("use,,,,yes\n")
    before = figures.read_bytes()

    said = run("clouds", plan, figures, "--dry-run")

    assert figures.read_bytes() == before
    assert said.startswith(",".join(COLUMNS) + "\nclouds,2026,use,yes,,65,100,")


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("use,usage,,,\n", "column figures_of: “usage” – expected the code of a question"),
        ("uses,use,2026,,\n", "column question: “uses” – expected a question of the codebook of 2026; nearest: use"),
        ("region,use,,,\n", ""),
        ("use,stage,,,\n", "column figures_of: “2026 / stage” – expected a row in wordings.csv"),
        ("", "expected at least one line with a question"),
    ],
    ids=["unknown question of the portal", "unknown question of the answers", "no row is known", "no wording", "empty"],
)
def test_mistakes_of_the_plan_are_named_and_nothing_is_written(clouds, files, plan, expected):
    make.make_question(survey=clouds, code="stage")
    plan, figures = files(plan)
    before = figures.read_bytes()

    said = refusal("clouds", plan, figures) if expected else run("clouds", plan, figures)

    assert expected in said
    assert figures.read_bytes() == before


def test_waves_without_answers_and_unknown_surveys_are_refused(clouds, files):
    plan, figures = files("use,,,,\n")

    assert "“2031” – expected a wave whose answers are loaded" in refusal("clouds", plan, figures, "--waves", "2031")
    assert "There is no survey “cloud”." in refusal("cloud", plan, figures)
    assert "cannot be read" in refusal("clouds", plan, figures.with_name("none.csv"))
