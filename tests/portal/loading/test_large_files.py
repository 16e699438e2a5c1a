"""100,000 rows: loaded, told of, and in few statements."""

import pytest

from portal.loading.files import InputFile
from portal.loading.run import load
from portal.models import ImportRun
from surveys.models import Figure
from tests.loading_files import good_lines, load_good, make_file

WAVES, OPTIONS = 1000, 100


@pytest.fixture
def _many_waves_and_options(db):
    load_good()
    waves = [f"cloud-users,w{wave},w{wave},,,,,,,,,,,report" for wave in range(WAVES)]
    wordings = [f"cloud-users,w{wave},concerns,,,,,true,false,unknown,,,,,,report" for wave in range(WAVES)]
    options = [f"cloud-users,concerns,o{option},{option},false,Option {option},," for option in range(OPTIONS)]
    run = load([make_file("waves", *waves), make_file("wordings", *wordings), make_file("options", *options)])
    assert run.outcome == ImportRun.Outcome.LOADED


def many_figures(percent: str, *, waves: int = WAVES) -> InputFile:
    rows = [
        f"cloud-users,w{wave},concerns,o{option},,{percent},500,,,,,13,quoted,report"
        for wave in range(waves)
        for option in range(OPTIONS)
    ]
    return make_file("figures", *rows)


@pytest.mark.usefixtures("_many_waves_and_options")
def test_100_000_rows_load_with_progress_and_twice_change_nothing(django_assert_max_num_queries):
    told = []
    file = many_figures("12.5")

    run = load([file], progress=told.append)
    with django_assert_max_num_queries(30):
        again = load([file])

    assert run.counts["figures"]["added"] == WAVES * OPTIONS
    assert Figure.objects.filter(percent="12.5").count() == WAVES * OPTIONS
    assert "figures: 50,000 / 100,000" in told
    assert again.outcome == ImportRun.Outcome.UNCHANGED


@pytest.mark.usefixtures("_many_waves_and_options")
def test_very_many_wrong_rows_are_refused_with_the_first_thousand_problems():
    run = load([many_figures("many", waves=200)])

    assert run.outcome == ImportRun.Outcome.REFUSED
    assert len(run.problems) == 1001
    assert run.problems[-1]["expected"] == "19000 more problems are not listed."
    assert Figure.objects.count() == len(good_lines("figures")) - 1
