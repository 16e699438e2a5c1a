"""Pages of surveys and topics: form, rows, exhibit, response."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
from portal.one_query import with_one_query
from surveys import numbers, pages
from surveys.exhibits import (
    number_exhibit,
    question_exhibit,
    survey_exhibit,
    surveys_exhibit,
    topic_exhibit,
    trend_exhibit,
    wave_exhibit,
)
from surveys.exhibits.question import default_sort
from surveys.filters import QuestionForm, TopicForm, TrendForm, WaveForm
from surveys.frames import has_breaks, latest_options
from surveys.models import Figure, Question, Survey, Wave, Wording
from surveys.topics import nearest_wordings


@require_safe
def surveys(request, suffix):
    form = ExhibitForm.read(request.GET)
    found = list(Survey.objects.with_waves().by_name().with_content())
    exhibit = surveys_exhibit(found, Figure.objects.numbers_by_survey(), query=form.view_query)
    if exhibit is None:
        raise Http404(_("No survey is loaded yet."))
    return exhibit_response(request, exhibit, form, suffix, "surveys/surveys.html", pages.surveys_context(exhibit))


@require_safe
def survey(request, survey, suffix):
    form = ExhibitForm.read(request.GET)
    found = get_object_or_404(Survey.objects.with_waves().with_content(), slug=survey)
    wordings = list(Wording.objects.in_survey(found).with_context())
    figures = Figure.objects.in_survey(found).of_whole_samples().with_context().in_code_order()
    exhibit = survey_exhibit(found, wordings, figures, query=form.view_query)
    context = {} if suffix else pages.survey_context(found)
    return exhibit_response(request, exhibit, form, suffix, "surveys/survey.html", context)


@require_safe
@with_one_query
def wave(request, survey, wave, suffix):
    found = get_object_or_404(Wave.objects.for_address(survey, wave).with_context())
    wordings = list(Wording.objects.in_wave(found).with_context())
    figures = list(Figure.objects.in_wave(found).of_whole_samples().with_context().in_code_order())
    form = WaveForm.read(request.GET, wordings=wordings, figures=figures)
    exhibit = wave_exhibit(found, wordings, figures, form.look, query=form.view_query)
    context = {} if suffix else pages.wave_context(found, exhibit, form)
    return exhibit_response(request, exhibit, form, suffix, "surveys/wave.html", context)


@require_safe
@with_one_query
def question(request, survey, wave, question, suffix):
    wording = get_object_or_404(Wording.objects.for_address(survey, wave, question).with_context())
    figures = list(Figure.objects.for_wording(wording).with_context().in_code_order())
    form = QuestionForm.read(
        request.GET,
        question=wording.question,
        figures=figures,
        dimensions=pages.dimension_labels(figures),
        sort=default_sort(wording, figures),
    )
    exhibit = question_exhibit(wording, figures, form.look, query=form.view_query)
    context = {} if suffix else pages.question_context(wording, figures, form)
    return exhibit_response(request, exhibit, form, suffix, "surveys/question.html", context)


@require_safe
def number(request, survey, wave, question, option, suffix, dimension="", segment=""):
    wording = get_object_or_404(Wording.objects.for_address(survey, wave, question).with_context())
    figures = list(Figure.objects.for_wording(wording).with_context().in_code_order())
    figure = numbers.figure_or_404(figures, option, dimension, segment)
    form = ExhibitForm.read(request.GET)
    exhibit = number_exhibit(figure, wording, figures, query=form.view_query)
    context = {} if suffix else numbers.number_context(figure, wording, figures, exhibit)
    return exhibit_response(request, exhibit, form, suffix, "surveys/number.html", context)


@require_safe
@with_one_query
def trend(request, survey, question, suffix):
    found = get_object_or_404(Question.objects.for_address(survey, question).asked().with_context())
    wordings = list(Wording.objects.of_question(found).with_context())
    figures = list(Figure.objects.for_question(found).of_whole_samples().with_context().in_code_order())
    form = TrendForm.read(
        request.GET,
        figures=figures,
        latest=latest_options(figures, len(figures)),
        has_breaks=has_breaks(figures, wordings),
    )
    exhibit = trend_exhibit(found, wordings, figures, form.look, query=form.view_query)
    context = {} if suffix else pages.trend_context(found, wordings, form)
    return exhibit_response(request, exhibit, form, suffix, "surveys/trend.html", context)


@require_safe
def topics(request):
    ExhibitForm.read(request.GET)
    return render(request, "surveys/topics.html", pages.topics_context())


@require_safe
@with_one_query
def topic(request, topic, suffix):
    found = pages.topic_or_404(topic)
    wordings = list(Wording.objects.on_topic(topic).with_context())
    if not wordings:
        raise Http404(_("No survey has asked about this yet."))
    figures = list(Figure.objects.on_topic(topic).of_whole_samples().with_context().in_code_order())
    form = TopicForm.read(
        request.GET, wordings=wordings, nearest=nearest_wordings(topic, wordings, figures), figures=figures
    )
    look = form.look
    exhibit = topic_exhibit(
        found, form.wordings_of(look), form.figures_of(look), look, is_nearest=form.is_nearest, query=form.view_query
    )
    context = {} if suffix else pages.topic_context(found, form)
    return exhibit_response(request, exhibit, form, suffix, "surveys/topic.html", context)
