"""Every file form of real exhibits, read back with other eyes than wrote it: the same numbers in all."""

from collections import Counter

import pytest
from django.http import QueryDict
from django.utils.translation import override

from portal.exhibits.files import exhibit_file
from portal.exhibits.lookup import exhibit_at
from tests import factories
from tests.portal.exhibits import readers

pytestmark = [
    pytest.mark.django_db,
    # pyjstat warns of its own older function, which its newer one calls.
    pytest.mark.filterwarnings("ignore:Shouldn't use this function:DeprecationWarning"),
]

ADDRESSES = {
    "question": "surveys/users/2020/use",
    "segments": "surveys/users/2020/use?by=region",
    "trend": "surveys/users/trend/use",
    "comparison": "compare?products=lambda~other",
}
CHARTED = ("question", "segments", "trend")  # the comparison has words beside its numbers: no chart and no cube
# By hand, in the order of the files: codes in the order of the code lists.
VALUES = {
    "question": [12.5, 41.5, 31],
    "segments": [12.5, 13, 41.5, 42, 31, 29],
    "trend": [11.5, 40.5, 30, 12.5, 41.5, 31],
    "comparison": [10240, 3072],
}
# Wilson's interval of 12.5, 41.5 and 31 % of 500: a share without decimals has ends with one.
LOW_AND_HIGH = {"question": [(9.88, 15.69), (37.26, 45.87), (27.1, 35.2)]}


@pytest.fixture(autouse=True)
def _world():
    """Three answers in two waves, bases known; in the newer also of one region. Two products with a limit each."""
    survey = factories.make_survey(slug="users")
    question = factories.make_question(code="use", survey=survey, name_en="Use of functions", name_zh="函数使用情况")
    options = [
        factories.make_option(code=code, question=question, name_en=name, name_zh=chinese)
        for code, name, chinese in (("a", "Never", "从不"), ("b", "Often", "经常"), ("c", "Rarely", "偶尔"))
    ]
    for slug, percents in (("2019", ("11.5", "40.5", "30")), ("2020", ("12.5", "41.5", "31"))):
        wave = factories.make_wave(slug=slug, survey=survey, name_en=slug)
        factories.make_wording(question=question, wave=wave)
        for option, percent in zip(options, percents, strict=True):
            factories.make_figure(wave=wave, option=option, percent=percent, base_n=500)
    north = factories.make_segment(code="north", name_en="North", name_zh="北方")
    for option, percent in zip(options, ("13", "42", "29"), strict=True):
        factories.make_figure(wave=wave, option=option, segment=north, percent=percent, base_n=250)
    attribute = factories.make_attribute(code="max_memory_mb", unit="MB")
    for slug, megabytes in (("lambda", 10240), ("other", 3072)):
        factories.make_fact(product=factories.make_product(slug=slug), attribute=attribute, value=megabytes)


@pytest.fixture(params=["en", "zh-hans"])
def language(request):
    with override(request.param):
        yield request.param


@pytest.fixture(params=ADDRESSES)
def name(request) -> str:
    return request.param


@pytest.fixture
def found(name, language):
    path, _mark, query = ADDRESSES[name].partition("?")
    return exhibit_at(path, QueryDict(query), language=language)


@pytest.fixture
def body(found):
    """suffix → the file."""
    return lambda suffix: exhibit_file(found.exhibit, suffix, found.options)


def column(rows: readers.Rows, key: str = "value") -> list[float | None]:
    return [readers.number_of(row[key]) for row in rows]


def test_csv_has_the_numbers_by_hand(name, body):
    assert column(readers.csv_rows(body(".csv"))) == VALUES[name]


def test_csv_has_the_intervals_by_hand(language):
    found = exhibit_at(ADDRESSES["question"], QueryDict(""), language=language)
    rows = readers.csv_rows(exhibit_file(found.exhibit, ".csv", found.options))

    assert list(zip(column(rows, "ci_low"), column(rows, "ci_high"), strict=True)) == LOW_AND_HIGH["question"]


def test_forms_of_rows_have_the_rows_of_the_csv(name, found, body):
    rows = readers.csv_rows(body(".csv"))
    codes = [each.key for each in found.exhibit.dimensions]
    measures = [each.key for each in found.exhibit.measures] or ["value"]
    others = {
        ".xlsx": readers.sheet_rows(body(".xlsx")),
        ".json": readers.json_rows(body(".json")),
        ".ipynb": readers.notebook_rows(body(".ipynb")),
        **dict(zip((".zip csv", ".zip json"), readers.archived_rows(body(".zip")), strict=True)),
    }

    for form, read in others.items():
        assert [[row[key] or "" for key in codes] for row in read] == [[row[key] for key in codes] for row in rows], (
            form
        )
        for measure in measures:
            assert column(read, measure) == column(rows, measure), (form, measure)


@pytest.mark.parametrize("name", CHARTED, indirect=True)
def test_the_cube_has_the_cells_of_the_csv(name, found, body):
    cells = readers.cube_values(body(".jsonstat.json"))
    codes = [each.key for each in found.exhibit.dimensions]
    measures = [each.key for each in found.exhibit.measures]
    rows = readers.csv_rows(body(".csv"))

    assert {(*(row[key] or "_" for key in codes), measure): readers.number_of(row[measure])
            for row in rows for measure in measures} == cells  # fmt: skip


FOR_PEOPLE = {".md": readers.table_numbers, ".pptx": readers.slide_numbers, ".svg": readers.drawn_numbers}


@pytest.mark.parametrize(
    ("name", "suffix"),
    [(name, suffix) for name in ADDRESSES for suffix in FOR_PEOPLE if suffix != ".svg" or name in CHARTED],
    indirect=["name"],
)
def test_forms_for_people_show_each_number(suffix, name, body):
    shown = Counter(FOR_PEOPLE[suffix](body(suffix)))

    # Lines of a trend are labelled at their ends only.
    wanted = VALUES[name][3:] if (name, suffix) == ("trend", ".svg") else VALUES[name]
    assert Counter(map(float, wanted)) - shown == Counter()


def test_slides_and_workbooks_chart_no_other_number(name, body):
    charted = readers.charted_numbers(body(".xlsx"))

    assert sorted(charted) in ([], sorted(VALUES[name]))
    assert bool(charted) == (name in ("question", "trend"))
    if charted:
        assert sorted(readers.slide_numbers(body(".pptx"))) == sorted(VALUES[name])


@pytest.mark.parametrize("name", CHARTED, indirect=True)
def test_the_specification_plots_the_numbers(name, body):
    assert readers.plotted_numbers(body(".vl.json")) == set(VALUES[name])
