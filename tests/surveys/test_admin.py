"""Admin of surveys, waves, questions, options, wordings, segments and figures."""

import pytest
from django.core.exceptions import ValidationError

from portal.versions import stored_version
from surveys.models import Figure, Option, Question, Survey, Wave, Wording
from tests.admin_pages import MAX_QUERIES, address, client_of, errors_of, most_queries, pages_of, save
from tests.factories import (
    make_figure,
    make_option,
    make_product,
    make_question,
    make_segment,
    make_source,
    make_survey,
    make_wave,
    make_wording,
)

pytestmark = pytest.mark.django_db
ROWS = 3 * MAX_QUERIES  # enough that one query for each row would show


def make_worded_figure(**values) -> Figure:
    """A figure whose question has its wording in the wave, as all stored ones have."""
    figure = make_figure(**values)
    Wording.objects.filter(question=figure.option.question, wave=figure.wave).exists() or make_wording(
        question=figure.option.question, wave=figure.wave
    )
    return figure


MAKERS = {
    "survey": make_survey,
    "wave": make_wave,
    "question": make_question,
    "option": lambda: make_option(product=make_product()),
    "wording": make_wording,
    "segment": make_segment,
    "figure": make_worded_figure,
}


@pytest.fixture
def editor():
    return client_of()


@pytest.mark.parametrize("kind", MAKERS)
def test_every_page_answers_with_few_queries(editor, kind, django_assert_max_num_queries):
    rows = [MAKERS[kind]() for number in range(ROWS)]

    for page in pages_of(rows[0]):
        with django_assert_max_num_queries(most_queries(page)):
            response = editor.get(page)
        assert response.status_code == 200, page


@pytest.mark.parametrize("kind", MAKERS)
def test_saving_a_page_as_it_is_changes_nothing(editor, kind):
    row = MAKERS[kind]()
    before, version = type(row).objects.values().get(pk=row.pk), stored_version()

    response = save(editor, address(type(row), "change", row.pk))

    assert response.status_code == 302, errors_of(response)
    assert type(row).objects.values().get(pk=row.pk) == before
    assert stored_version() == version


def test_long_inlines_ask_no_more(editor, django_assert_max_num_queries):
    question = make_question()
    for _number in range(ROWS):
        make_option(question=question, product=make_product())
        make_wording(question=question)

    with django_assert_max_num_queries(MAX_QUERIES):
        page = editor.get(address(Question, "change", question.pk))

    assert page.status_code == 200


@pytest.mark.parametrize("word", ["serverless_use", "Use of serverless", "使用情况", "cncf"])
def test_figures_are_found_by_question_and_survey(editor, word):
    question = make_question(
        code="serverless_use", name_en="Use of serverless", name_zh="使用情况", survey=make_survey(slug="cncf")
    )
    figure = make_figure(option=make_option(question=question))
    make_figure()

    assert list(editor.get(address(Figure, "changelist"), {"q": word}).context["cl"].queryset) == [figure]


def test_options_of_the_same_name_are_told_apart_when_chosen(editor):
    for name in ("First question", "Second question"):
        make_option(name_en="Yes", code="yes", question=make_question(name_en=name))
    query = {"app_label": "surveys", "model_name": "figure", "field_name": "option", "term": "yes"}

    results = editor.get("/admin/autocomplete/", query).json()["results"]

    assert [("First question" in result["text"], "Second question" in result["text"]) for result in results] == [
        (True, False),
        (False, True),
    ]


# A wave, an option, a wording are added on the page of what they belong to


def test_a_wave_is_added_on_the_page_of_its_survey(editor):
    survey = make_survey()
    values = {"waves-TOTAL_FORMS": "1", "waves-0-slug": "2026", "waves-0-name_en": "2026"}
    before = stored_version().number

    save(editor, address(Survey, "change", survey.pk), **values, **{"waves-0-source": make_source().pk})

    assert Wave.objects.get().survey == survey
    assert stored_version().number == before + 1


def test_an_option_copies_the_kind_of_its_question(editor):
    question = make_question(kind=Question.Kind.SINGLE)
    values = {
        "options-TOTAL_FORMS": "1",
        "options-0-code": "yes",
        "options-0-name_en": "Yes",
        "options-0-order": "1",
        "options-0-is_exclusive": "on",
    }

    response = save(editor, address(Question, "change", question.pk), **values)

    assert response.status_code == 302, errors_of(response)
    assert Option.objects.get().question_kind == Question.Kind.SINGLE


@pytest.mark.parametrize("page", ["question", "option"])
def test_a_single_choice_option_must_exclude(editor, page):
    option = make_option(question=make_question(kind=Question.Kind.SINGLE))
    on_question = address(Question, "change", option.question.pk), {"options-0-is_exclusive": None}
    on_option = address(Option, "change", option.pk), {"is_exclusive": None}
    where, changes = {"question": on_question, "option": on_option}[page]

    response = save(editor, where, **changes)

    assert "exclude each other" in errors_of(response)


def test_a_question_becomes_single_choice_once_its_options_exclude(editor):
    exclusive = make_option(is_exclusive=True)

    save(editor, address(Question, "change", exclusive.question.pk), kind="single")

    assert Question.objects.get().kind == "single"
    assert Option.objects.get().question_kind == "single"


def test_a_question_stays_as_it_is_while_options_do_not_exclude(editor):
    option = make_option()

    response = save(editor, address(Question, "change", option.question.pk), kind="single")

    assert "First mark all its options as exclusive" in errors_of(response)
    assert Question.objects.get().kind == "multiple"


def test_a_wording_of_another_survey_is_refused(editor):
    wording = make_wording()
    values = {
        "question": wording.question.pk,
        "wave": make_wave().pk,
        "source": wording.source.pk,
        "comparable": "unknown",
    }

    response = save(editor, address(Wording, "add"), **values)

    assert "another survey" in errors_of(response)


def test_a_break_needs_its_reason(editor):
    response = save(editor, address(Wording, "change", make_wording().pk), comparable="no")

    assert "Say why" in errors_of(response)


# Figures


def add_figure(editor, figure, **values):
    """A figure like this one, with other values."""
    fields = {
        "wave": figure.wave.pk,
        "option": figure.option.pk,
        "percent": "10",
        "basis": "quoted",
        "source": figure.source.pk,
    }
    return save(editor, address(Figure, "add"), **fields | values)


def test_a_figure_is_added(editor):
    figure = make_worded_figure()
    option = make_option(question=figure.option.question)

    response = add_figure(editor, figure, option=option.pk, percent="58.4")

    assert response.status_code == 302, errors_of(response)
    assert str(Figure.objects.get(option=option).percent) == "58.40"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"percent": "100.01"}, "less than or equal to 100"),
        ({"percent": "-1"}, "greater than or equal to 0"),
        ({"percent": "nan"}, "Enter a number"),
        ({"percent": ""}, "required"),
        ({"base_n": "0"}, "figure_base_positive"),
        ({"low": "50", "high": "60"}, "An interval holds its share"),
        ({"low": "5"}, "An interval holds its share"),
        ({"wave": ""}, "required"),
        ({"option": "7000"}, "Select a valid choice"),
    ],
)
def test_a_wrong_figure_is_refused_in_words(editor, values, reason):
    figure = make_worded_figure(percent="10")
    option = make_option(question=figure.option.question)

    response = add_figure(editor, figure, **{"option": option.pk} | values)

    assert reason in errors_of(response)


def test_the_same_figure_twice_is_refused(editor):
    assert "unique" in errors_of(add_figure(editor, make_worded_figure())).lower()


def test_an_option_of_another_survey_is_refused(editor):
    response = add_figure(editor, make_worded_figure(), option=make_option().pk)

    assert "no wording of the question" in errors_of(response)


def test_a_stored_figure_does_not_move_to_a_wave_of_another_survey():
    figure = make_worded_figure()
    figure.wave = make_wave()

    with pytest.raises(ValidationError, match="another survey"):
        figure.full_clean()


def test_a_figure_without_wording_is_refused(editor):
    figure = make_figure()

    response = add_figure(editor, figure, option=make_option(question=figure.option.question).pk)

    assert "no wording of the question yet" in errors_of(response)


def test_a_figure_of_a_question_that_published_none_is_refused(editor):
    wording = make_wording(is_published=False)
    figure = make_figure(wave=wording.wave)

    response = add_figure(editor, figure, option=make_option(question=wording.question).pk)

    assert "published no figures" in errors_of(response)


def whole_figure(**values) -> Figure:
    return make_worded_figure(option=make_option(question=make_question(kind=Question.Kind.SINGLE)), **values)


@pytest.mark.parametrize(("percent", "fits"), [("40.5", True), ("40.51", False)])
def test_single_choice_shares_add_up_to_the_whole(editor, percent, fits):
    figure = whole_figure(percent="60")
    other = make_option(question=figure.option.question)

    response = add_figure(editor, figure, option=other.pk, percent=percent)

    assert Figure.objects.filter(option=other).exists() == fits
    assert fits or "add up to 100.51" in errors_of(response)


def test_each_segment_has_its_own_whole(editor):
    figure = whole_figure(percent="90")
    other = make_option(question=figure.option.question)

    response = add_figure(editor, figure, option=other.pk, percent="90", segment=make_segment().pk)

    assert response.status_code == 302


def test_correcting_a_figure_does_not_count_it_twice(editor):
    figure = whole_figure(percent="90")

    response = save(editor, address(Figure, "change", figure.pk), percent="95")

    assert response.status_code == 302


def over_the_whole() -> Figure:
    """Two figures of a multiple-choice question that add up to 120."""
    figure = make_worded_figure(percent="60", option=make_option(is_exclusive=True))
    make_figure(wave=figure.wave, option=make_option(question=figure.option.question, is_exclusive=True), percent="60")
    return figure


def test_a_question_does_not_become_single_choice_over_the_whole(editor):
    figure = over_the_whole()

    response = save(editor, address(Question, "change", figure.option.question.pk), kind="single")

    assert "add up to 120" in errors_of(response)


def test_a_wording_does_not_become_a_whole_over_it(editor):
    over_the_whole()

    response = save(editor, address(Wording, "change", Wording.objects.get().pk), is_whole="on")

    assert "add up to 120" in errors_of(response)


# Deleting


@pytest.mark.parametrize(
    ("make", "cited"),
    [
        (make_wave, "survey"),
        (make_option, "question"),
        (make_wording, "wave"),
        (make_figure, "option"),
        (lambda: make_figure(segment=make_segment()), "segment"),
        (lambda: make_option(product=make_product()), "product"),
    ],
)
def test_what_is_cited_is_kept(editor, make, cited):
    row = getattr(make(), cited)

    page = editor.post(address(type(row), "delete", row.pk), {"post": "yes"}).content.decode()

    assert "1 of them cites this" in page
    assert type(row).objects.filter(pk=row.pk).exists()


def test_a_cited_option_is_kept_when_deleted_on_the_page_of_its_question(editor):
    option = make_figure().option

    response = save(editor, address(Question, "change", option.question.pk), **{"options-0-DELETE": "on"})

    assert "protected" in errors_of(response)
    assert Option.objects.filter(pk=option.pk).exists()
