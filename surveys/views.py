"""Pages of surveys and topics: form, rows, exhibit, response."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.charts.palette import CATEGORIES
from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import exhibit_response
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
from surveys.filters import ALL, QuestionForm, TopicForm, TrendForm
from surveys.frames import latest_options
from surveys.models import Figure, Question, Survey, Wave, Wording
from surveys.topics import nearest_wordings


@require_safe
def surveys(request, suffix):
    form = ExhibitForm.read(request.GET)
    found = list(Survey.objects.with_waves().by_name().with_content())
    exhibit = surveys_exhibit(found, Figure.objects.numbers_by_survey(), query=form.view_query)
    if exhibit is None:
        raise Http404(_("No survey is loaded yet."))
    return exhibit_response(request, exhibit, form, suffix, "surveys/surveys.html")


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
def wave(request, survey, wave, suffix):
    form = ExhibitForm.read(request.GET)
    found = get_object_or_404(Wave.objects.for_address(survey, wave).with_context())
    wordings = list(Wording.objects.in_wave(found).with_context())
    figures = Figure.objects.in_wave(found).of_whole_samples().with_context().in_code_order()
    exhibit = wave_exhibit(found, wordings, figures, query=form.view_query)
    context = {} if suffix else pages.wave_context(found, exhibit)
    return exhibit_response(request, exhibit, form, suffix, "surveys/wave.html", context)


@require_safe
def question(request, survey, wave, question, suffix):
    wording = get_object_or_404(Wording.objects.for_address(survey, wave, question).with_context())
    figures = list(Figure.objects.for_wording(wording).with_context().in_code_order())
    form = QuestionForm.read(request.GET, dimensions=pages.dimension_labels(figures))
    exhibit = question_exhibit(wording, figures, by=form.values["by"], sort=form.values["sort"], query=form.view_query)
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
def trend(request, survey, question, suffix):
    found = get_object_or_404(Question.objects.for_address(survey, question).asked().with_context())
    wordings = list(Wording.objects.of_question(found).with_context())
    figures = list(Figure.objects.for_question(found).of_whole_samples().with_context().in_code_order())
    form = TrendForm.read(request.GET, allowed=pages.option_labels(found))
    options = form.values["only"] or latest_options(figures, CATEGORIES)
    exhibit = trend_exhibit(found, wordings, figures, options, query=form.view_query)
    context = {} if suffix else pages.trend_context(found, wordings, options)
    return exhibit_response(request, exhibit, form, suffix, "surveys/trend.html", context)


@require_safe
def topics(request):
    ExhibitForm.read(request.GET)
    return render(request, "surveys/topics.html", pages.topics_context())


@require_safe
def topic(request, topic, suffix):
    found = pages.topic_or_404(topic)
    form = TopicForm.read(request.GET)
    wordings = list(Wording.objects.on_topic(topic).with_context())
    places = Figure.objects.on_topic(topic).of_whole_samples().places()
    nearest = [] if form.values["show"] == ALL else nearest_wordings(topic, wordings, places)
    figures = pages.figures_of(nearest or wordings)
    exhibit = topic_exhibit(found, nearest or wordings, figures, is_nearest=bool(nearest), query=form.view_query)
    if exhibit is None:
        raise Http404(_("No survey has asked about this yet."))
    context = {} if suffix else pages.topic_context(found, wordings, figures=figures, form=form)
    return exhibit_response(request, exhibit, form, suffix, "surveys/topic.html", context)
