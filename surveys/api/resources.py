"""The API of surveys, waves, questions, wordings, options, segments and figures."""

from django.db.models import Q
from ninja import Router

from portal.api.columns import Column, Computed, SourceColumn, Words
from portal.api.operations import publish
from portal.api.resources import Address, Resource
from surveys import schemas
from surveys.models import Figure, Option, Question, Segment, Survey, Wave, Wording
from surveys.models.figure import number_address

router = Router()

PER_CENT = "%"
NUMBER_CODES = (
    "wave__survey__slug",
    "wave__slug",
    "option__question__code",
    "option__code",
    "segment__dimension",
    "segment__code",
)

SURVEYS = Resource(
    name="surveys",
    row=schemas.Survey,
    rows=Survey.objects.all,
    columns=(
        Column("slug", known=True),
        Words("name", is_label=True),
        Column("kind"),
        Column("publisher"),
        Column("publisher_country"),
    ),
    addresses=(Address(("slug",), "get_survey"),),
    search=("slug", "name_en", "name_zh", "publisher"),
    order=("slug",),
)

WAVES = Resource(
    name="waves",
    row=schemas.Wave,
    rows=Wave.objects.all,
    columns=(
        Column("survey", "survey__slug", known=True),
        Words("survey_name", "survey__name", is_label=True),
        Column("slug", known=True),
        Words("name", is_label=True),
        Column("fieldwork_start"),
        Column("fieldwork_end"),
        Column("sample_size"),
        Words("population"),
        Words("geography"),
        Words("mode"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("survey", "slug"), "get_wave"),),
    search=("survey__name_en", "survey__name_zh", "slug", "name_en", "name_zh", "population_en", "population_zh"),
    order=("survey", "slug"),
)

QUESTIONS = Resource(
    name="questions",
    row=schemas.Question,
    rows=Question.objects.all,
    columns=(
        Column("survey", "survey__slug", known=True),
        Words("survey_name", "survey__name", is_label=True),
        Column("code", known=True),
        Words("name", is_label=True),
        Column("kind"),
        Column("topic"),
        Column("order"),
        Column("is_ordered"),
    ),
    addresses=(Address(("survey", "code"), "get_question"),),
    search=("code", "name_en", "name_zh", "survey__name_en", "survey__name_zh"),
    order=("survey", "order", "code"),
)

WORDINGS = Resource(
    name="wordings",
    row=schemas.Wording,
    rows=Wording.objects.all,
    columns=(
        Column("survey", "wave__survey__slug", known=True),
        Column("wave", "wave__slug", known=True),
        Words("wave_name", "wave__name", is_label=True),
        Column("question", "question__code", known=True),
        Words("question_name", "question__name", is_label=True),
        Words("text"),
        Words("asked"),
        Column("is_published"),
        Column("is_whole"),
        Column("comparable"),
        Words("break_reason"),
        Words("note"),
        Column("page"),
        SourceColumn("source", known=True),
    ),
    addresses=(Address(("survey", "wave", "question"), "get_wording"),),
    search=("text_en", "text_zh", "asked_en", "asked_zh", "question__name_en", "question__name_zh"),
    order=("survey", "wave", "question"),
)

OPTIONS = Resource(
    name="options",
    row=schemas.Option,
    rows=Option.objects.all,
    columns=(
        Column("survey", "question__survey__slug", known=True),
        Column("question", "question__code", known=True),
        Words("question_name", "question__name", is_label=True),
        Column("code", known=True),
        Words("name", is_label=True),
        Column("order"),
        Column("is_exclusive"),
        Column("product", "product__slug", known=True),
    ),
    addresses=(Address(("survey", "question", "code"), "get_option"),),
    search=("code", "name_en", "name_zh", "question__name_en", "question__name_zh"),
    order=("survey", "question", "order", "code"),
)

SEGMENTS = Resource(
    name="segments",
    row=schemas.Segment,
    rows=Segment.objects.all,
    columns=(
        Column("dimension", known=True),
        Words("dimension_name", is_label=True),
        Column("code", known=True),
        Words("name", is_label=True),
        Column("order"),
    ),
    addresses=(Address(("dimension", "code"), "get_segment"),),
    search=("dimension", "code", "name_en", "name_zh", "dimension_name_en", "dimension_name_zh"),
    order=("dimension", "order", "code"),
)

FIGURES = Resource(
    name="figures",
    row=schemas.Figure,
    rows=Figure.objects.all,
    columns=(
        Column("survey", "wave__survey__slug", known=True),
        Words("survey_label", "wave__survey__name", is_label=True),
        Column("wave", "wave__slug", known=True),
        Words("wave_label", "wave__name", is_label=True),
        Column("question", "option__question__code", known=True),
        Words("question_label", "option__question__name", is_label=True),
        Column("topic", "option__question__topic"),
        Column("option", "option__code", known=True),
        Words("option_label", "option__name", is_label=True),
        Column("product", "option__product__slug", known=True),
        Column("dimension", "segment__dimension", known=True),
        Column("segment", "segment__code", known=True),
        Words("segment_label", "segment__name", is_label=True),
        Column("value", "percent"),
        Computed("unit", make=lambda: PER_CENT),
        Column("base_n"),
        Column("ci_low", "low"),
        Column("ci_high", "high"),
        Words("note"),
        Column("page"),
        Column("basis"),
        SourceColumn("source", known=True),
        Computed("address", paths=NUMBER_CODES, make=number_address),
    ),
    addresses=(
        Address(("survey", "wave", "question", "option"), "get_figure", where=Q(segment__isnull=True)),
        Address(("survey", "wave", "question", "option", "dimension", "segment"), "get_figure_in_segment"),
    ),
    search=(
        "option__name_en",
        "option__name_zh",
        "option__question__name_en",
        "option__question__name_zh",
        "wave__survey__name_en",
        "wave__survey__name_zh",
        "note_en",
        "note_zh",
    ),
)

publish(router, SURVEYS, WAVES, QUESTIONS, WORDINGS, OPTIONS, SEGMENTS, FIGURES)
