"""Steps from wave to wave: what is tested, what is not, and lines that a reader joins across breaks."""

from math import isnan

import pytest

from surveys.models import Figure, Survey, Wording
from tests import factories as make
from tests.surveys.test_exhibits import texts, trend_of
from tests.surveys.test_looks import said_in

JOINED = "Joined at the reader's wish: lines cross breaks, where values do not compare."
ADDRESS = "/en/surveys/annual/trend/serverless_use"


@pytest.fixture
def comparable(world):
    """Both waves compare, and both have 500 people."""
    Wording.objects.filter(wave=world.second).update(comparable="yes", break_reason_en="")
    Figure.objects.filter(wave=world.second).update(base_n=500)
    return world


def steps_of(world) -> list[tuple[str, str, float | None]]:
    rows = trend_of(world).rows
    return [(row["wave"], row["significance"], None if isnan(row["p_adjusted"]) else row["p_adjusted"]) for row in rows]


def test_a_step_is_tested_by_the_pooled_z(comparable):
    # p0 = 0.46; z = 0.10 / sqrt(0.46 · 0.54 · 2/500) = 0.10 / 0.031521 = 3.1725; two-sided p = 0.001511
    (_, first, none), (_, second, p) = steps_of(comparable)

    assert (first, none, second) == ("", None, "higher")
    assert p == pytest.approx(0.001511, abs=1e-6)


def test_a_fall_is_lower_and_a_small_one_is_nothing(comparable):
    Figure.objects.filter(wave=comparable.second).update(percent=30)
    assert steps_of(comparable)[1][1] == "lower"

    Figure.objects.filter(wave=comparable.second).update(percent=42)
    assert steps_of(comparable)[1][1] == ""


def test_steps_of_one_answer_are_adjusted_together(comparable):
    third = make.make_wave(survey=comparable.annual, slug="2021", name_en="2021")
    option = Figure.objects.get(wave=comparable.second).option
    make.make_wording(question=option.question, wave=third, comparable="yes")
    make.make_figure(wave=third, option=option, percent=57, base_n=500)

    # 51 → 57: p0 = 0.54; z = 0.06 / sqrt(0.54 · 0.46 · 2/500) = 1.9035; p = 0.05698. Holm: 2 · 0.001511, 1 · 0.05698
    assert [p for _, _, p in steps_of(comparable)] == [
        None,
        pytest.approx(0.003022, abs=2e-6),
        pytest.approx(0.05698, abs=1e-5),
    ]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda world: Wording.objects.filter(wave=world.second).update(comparable="no", break_reason_en="Other."),
        lambda world: Figure.objects.filter(wave=world.second).update(base_n=None),
        lambda world: Figure.objects.filter(wave=world.second).update(base_n=29),
        lambda world: Figure.objects.filter(wave__survey=world.annual).update(percent=100),
        lambda world: Survey.objects.update(kind="usage_data"),
    ],
    ids=["a break", "no base", "a small base", "both 100 %", "no sample"],
)
def test_what_cannot_be_tested_is_not(comparable, spoil):
    spoil(comparable)

    exhibit = trend_of(comparable)

    assert set(exhibit.frame["significance"]) == {""}
    assert "p_adjusted" not in [column.key for column in exhibit.columns]
    assert not [text for text in texts(exhibit) if text.startswith("Higher and lower")]


def test_page_and_files_tell_the_step(client, comparable):
    page = client.get(ADDRESS).content.decode()
    rows = client.get(f"{ADDRESS}.csv?labels=code").content.decode().splitlines()
    chinese = client.get(ADDRESS.replace("/en/", "/zh-hans/")).content.decode()

    assert "46.6–55.4%, higher" in page
    assert "Higher and lower: than in the wave before, p &lt; 0.05" in page
    assert "更高" in chinese
    assert ",status,significance,p_adjusted," in rows[0]
    assert ",higher,0.0015" in next(row for row in rows if row.startswith("annual,2020"))


def test_lines_end_at_a_break_and_are_joined_at_a_click_which_is_said(client, world):
    apart, joined = trend_of(world), trend_of(world, is_joined=True)

    assert [exhibit.shape.gaps for exhibit in (apart, joined)] == [("2020",), ()]
    assert joined.subtitle.endswith("Lines are joined across breaks.")
    assert [note.is_mandatory for note in joined.notes if note.text == JOINED] == [True]
    assert JOINED not in texts(apart)
    assert "?join=1" in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("suffix", [".json", ".md", ".jsonstat.json", ".vl.json", ".ipynb", ".xlsx", ".pptx"])
def test_every_export_of_joined_lines_says_so(world, suffix):
    assert JOINED in " ".join(said_in(trend_of(world, is_joined=True), suffix).split())


def test_joining_needs_a_break_and_lines(client, comparable):
    assert client.get(f"{ADDRESS}?join=1").status_code == 400
    assert "There is no break here to join lines across." in client.get(f"{ADDRESS}?join=1").content.decode()


def test_only_lines_are_joined(client, world):
    answer = client.get(f"{ADDRESS}?join=1&chart=table")

    assert answer.status_code == 400
    assert "Only lines are joined across breaks: leave out chart or join." in answer.content.decode()
    assert client.get(f"{ADDRESS}?join=2").status_code == 400
