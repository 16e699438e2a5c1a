"""The API of published answers: which waves have them, and what can be asked of each."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import override
from ninja import Path, Router

from portal.api.columns import Column, Computed, SourceColumn, View, Words, present
from portal.api.documents import refusals
from portal.api.envelope import detail_answer
from portal.api.forms import lang_parameter, language_of
from portal.api.operations import publish
from portal.api.problems import NOT_FOUND, ProblemError, Wrong, clean, shown
from portal.api.resources import Resource
from portal.api.rows import plan_rows
from portal.api.selection import Selection, refuse_parameters
from portal.nearest import nearest_names
from surveys.api.dataset_schemas import Dataset as DatasetRow
from surveys.api.dataset_schemas import DatasetEntryAnswer
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Question
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.folders import NoSuchRevision, open_answers
from surveys.models import Dataset
from surveys.weights import weight_label

router = Router()


def answers_of(revision: str) -> Answers | None:
    """None where this machine's store lacks the revision, as while it is copied over."""
    try:
        return open_answers(revision)
    except NoSuchRevision:
        return None


def codebook_of(revision: str) -> Codebook | None:
    answers = answers_of(revision)
    return answers.codebook if answers else None


def questions_of(revision: str) -> int | None:
    codebook = codebook_of(revision)
    return len(codebook.tabulated) if codebook else None


def breaks_of(revision: str) -> list[str] | None:
    codebook = codebook_of(revision)
    return [question.code for question in codebook.breaks(is_public=True)] if codebook else None


def weights_of(revision: str) -> list[str] | None:
    codebook = codebook_of(revision)
    return list(codebook.weights) if codebook else None


def weight_of(revision: str) -> str | None:
    codebook = codebook_of(revision)
    return present(codebook.weight) if codebook else None


DATASETS = Resource(
    name="datasets",
    row=DatasetRow,
    rows=Dataset.objects.published,
    columns=(
        Column("survey", "wave__survey__slug", known=True),
        Words("survey_name", "wave__survey__name", is_label=True),
        Column("wave", "wave__slug", known=True),
        Words("wave_name", "wave__name", is_label=True),
        Column("revision"),
        Column("respondents"),
        Computed("questions", paths=("revision",), make=questions_of),
        Computed("breaks", paths=("revision",), make=breaks_of),
        Computed("weights", paths=("revision",), make=weights_of),
        Computed("weight", paths=("revision",), make=weight_of),
        Computed("updated", paths=("loaded",), make=lambda moment: moment.isoformat(timespec="seconds")),
        SourceColumn("source", known=True),
        Computed(
            "address",
            paths=("wave__survey__slug", "wave__slug"),
            make=lambda survey, wave: f"surveys/{survey}/{wave}/toplines",
        ),
    ),
    addresses=(),
    search=("wave__survey__name_en", "wave__survey__name_zh", "wave__name_en", "wave__name_zh", "source__title"),
    order=("survey", "wave"),
)
publish(router, DATASETS)


@router.get(
    "/datasets/{survey}/{wave}",
    response=DatasetEntryAnswer,
    operation_id="get_dataset",
    url_name="get_dataset",
    tags=["datasets"],
    summary="A dataset with its questions, answers and weights",
    openapi_extra={"parameters": [lang_parameter()], "responses": refusals()},
)
def get_dataset(
    request: HttpRequest,
    survey: str = Path(..., description="Slug of the survey.", example="cncf-annual"),
    wave: str = Path(..., description="Slug of the wave.", example="2022"),
):
    """What can be asked of the answers of a wave: the codes that `crosstab` and `toplines` take."""
    language = language_of(request.GET)
    query = request.GET.copy()
    query.pop("lang", None)
    refuse_parameters(query)
    plan = plan_rows(DATASETS, Selection(View(language)))
    found = Dataset.objects.published().for_address(survey, wave)
    row = next(plan.rows(found.values_list(*plan.paths)), None)
    if row is None:
        raise not_found(survey, wave)
    with override(language):
        return detail_answer(request, {**row, **asked_of(row["revision"])}, language)


def not_found(survey: str, wave: str) -> ProblemError:
    """The slug that has no published answers, and those near it that have."""
    known: dict[str, list[str]] = {}
    for held_survey, held_wave in (
        Dataset.objects.published().in_order().values_list("wave__survey__slug", "wave__slug")
    ):
        known.setdefault(held_survey, []).append(held_wave)
    part, wanted, names = ("wave", wave, known[survey]) if survey in known else ("survey", survey, list(known))
    wrong = Wrong(part, f"{shown(wanted)} has no published answers.", nearest_names(wanted, names) or names[:3])
    return ProblemError(NOT_FOUND, f"No answers of {clean(survey)} {clean(wave)} are published.", [wrong])


def asked_of(revision: str) -> dict[str, Any]:
    answers = answers_of(revision)
    if answers is None:
        return {"codebook": None, "weightings": None}
    codebook = answers.codebook
    return {
        "codebook": [question_entry(question) for question in codebook.tabulated],
        "weightings": [weight_entry(answers, code) for code in codebook.weights],
    }


def question_entry(question: Question) -> dict[str, Any]:
    return {
        "code": question.code,
        "text": question.text,
        "kind": str(question.kind),
        "topic": present(question.topic),
        "base": question.base,
        "asked": present(question.asked),
        "is_break": question.may_break(is_public=True),
        "options": [
            {"code": each.code, "label": each.label, "value": each.value, "is_exclusive": each.is_exclusive}
            for each in question.options
        ],
        "nets": [{"code": each.code, "label": each.label, "options": list(each.options)} for each in question.nets],
        "note": present(question.note),
    }


def weight_entry(answers: Answers, code: str) -> dict[str, Any]:
    weights = answers.weight(code)
    total, squares = float(weights.sum()), float(weights @ weights)
    design_effect = round(answers.design(code) * squares / total**2, 2) if total else None
    return {"code": code, "label": weight_label(answers.codebook, code), "design_effect": design_effect}
