"""figures.csv: shares of a whole, and the wordings that figures need."""

from decimal import Decimal

import pytest

from portal.loading.run import load
from portal.models import ImportRun
from surveys.models import Figure
from tests.loading_files import load_good, make_file, places

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _good(db):
    load_good()


def figure(question: str, option: str, segment: str, percent: str) -> str:
    return f"cloud-users,2020,{question},{option},{segment},{percent},,,,,,13,quoted,report"


@pytest.mark.parametrize(("percent", "outcome"), [("80.5", "loaded"), ("80.51", "refused")])
def test_shares_of_a_single_choice_may_exceed_a_hundred_by_rounding_only(percent, outcome):
    run = load([make_file("figures", figure("stage", "none", "region=asia", percent))])

    assert run.outcome == outcome


def test_shares_of_a_multiple_choice_may_add_up_to_anything():
    run = load([make_file("figures", figure("concerns", "cost", "region=asia", "100"))])

    assert run.outcome == ImportRun.Outcome.LOADED


def test_each_segment_is_a_whole_of_its_own():
    rows = [figure("stage", "core", "region=europe", "100"), figure("stage", "none", "region=asia", "80")]

    run = load([make_file("figures", *rows)])

    assert run.outcome == ImportRun.Outcome.LOADED


def test_corrected_share_counts_instead_of_the_stored_one():
    rows = [figure("stage", "core", "", "60"), figure("stage", "none", "", "40")]

    run = load([make_file("figures", *rows)])

    assert run.outcome == ImportRun.Outcome.LOADED
    assert Figure.objects.get(option__code="core", segment=None).percent == Decimal(60)


def test_wording_that_makes_stored_shares_a_whole_is_refused():
    load([make_file("figures", figure("services", "other", "", "17"))])
    load([make_file("wordings", "cloud-users,2020,services,,,,,true,false,unknown,,,,,,report")])
    load([make_file("figures", figure("services", "other", "", "40"))])

    run = load([make_file("wordings", "cloud-users,2020,services,,,,,true,true,unknown,,,,,,report")])

    assert places(run) == [("wordings.csv", 2, "percent")]
    assert run.problems[0]["value"] == "123.00"


def test_question_that_becomes_single_choice_is_judged_by_its_stored_shares():
    options = [
        f"cloud-users,services,{code},10,true,{code},,{product}"
        for code, product in (("acme", "acme-functions"), ("other", ""))
    ]
    load(
        [
            make_file("wordings", "cloud-users,2020,services,,,,,true,false,unknown,,,,,,report"),
            make_file("options", *options),
            make_file("figures", figure("services", "other", "", "40")),
        ]
    )

    run = load([make_file("questions", "cloud-users,services,30,single,providers,false,Services used,")])

    assert places(run) == [("questions.csv", 2, "percent")]


def test_totals_that_are_wrong_already_do_not_stop_other_loads():
    Figure.objects.filter(option__code="none").update(percent=100)

    run = load([make_file("figures", figure("concerns", "cost", "region=asia", "10"))])

    assert run.outcome == ImportRun.Outcome.LOADED


def test_missing_wording_is_said_once_for_a_wave_and_question():
    rows = [f"cloud-users,2019,stage,{option},,10,,,,,,13,quoted,report" for option in ("core", "none")]

    run = load([make_file("figures", *rows)])

    assert places(run) == [("figures.csv", 2, "question")]


@pytest.mark.parametrize("flag", ["true", "maybe"], ids=["right", "wrong itself"])
def test_wording_may_come_with_its_figures(flag):
    wording = f"cloud-users,2019,stage,,,,,true,{flag},unknown,,,,,,report"
    row = "cloud-users,2019,stage,core,,10,,,,,,13,quoted,report"

    run = load([make_file("figures", row), make_file("wordings", wording)])

    assert places(run) == ([] if flag == "true" else [("wordings.csv", 2, "is_whole")])
