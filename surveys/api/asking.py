"""What a client asks of the answers of a wave, read as the pages read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import override

from portal.api.columns import CODES_ONLY
from portal.api.forms import language_of, read_form
from portal.api.problems import IMPOSSIBLE, ProblemError, Wrong, clean, refuse, shown
from portal.exhibits.options import ExhibitForm
from portal.nearest import nearest_names
from surveys.answers import PublishedAnswers, published_answers
from surveys.crosstabs.asking import Asking, asking_of
from surveys.microdata.publishing import RefusedTable, tables_for
from surveys.microdata.tables.asking import SpecError
from surveys.microdata.tables.table import Table, TableSpec
from surveys.models import Dataset, Question, Wave

OWN = ("survey", "wave", "lang", "labels")  # parameters that no form of a page has


@dataclass(frozen=True)
class Asked:
    """The form of the page, of the answers of the wave that was named."""

    form: ExhibitForm
    asking: Asking
    language: str
    with_labels: bool

    @property
    def published(self) -> PublishedAnswers:
        return self.asking.published


def read_asked(request: HttpRequest, form: type[ExhibitForm]) -> Asked:
    """A 400 for parameters that cannot be read, a 422 for a wave without answers that everybody may ask."""
    language = language_of(request.GET)
    labels = _single(request, "labels", required=False)
    if labels not in ("", CODES_ONLY):
        raise refuse([Wrong("labels", f"{shown(labels)} must be {CODES_ONLY}, or be left out.", [CODES_ONLY])])
    published = _published(_single(request, "survey"), _single(request, "wave"))
    asking = asking_of(published, Question.objects.in_survey(published.dataset.wave.survey))

    def read(query):
        for name in OWN:
            query.pop(name, None)
        return form.read(query, asking=asking)

    return Asked(read_form(request, read), asking, language, labels != CODES_ONLY)


def tables_of(asked: Asked, specs: Sequence[TableSpec]) -> list[Table]:
    """Tables as every reader may see them; a 422 for what nobody may."""
    with override("en"):
        try:
            return tables_for(asked.published.answers, specs)
        except (RefusedTable, SpecError) as error:
            wrong = Wrong(error.parameter, str(error))
            raise ProblemError(IMPOSSIBLE, str(error), [wrong]) from error


def _single(request: HttpRequest, name: str, *, required: bool = True) -> str:
    values = set(request.GET.getlist(name))
    if len(values) > 1:
        raise refuse([Wrong(name, "is given more than once.")])
    text = next(iter(values), "")
    if not text and (required or values):
        raise refuse([Wrong(name, "is required." if required else "is empty; leave the parameter out.")])
    if "\x00" in text:
        raise refuse([Wrong(name, "holds a NUL character.")])
    return text


def _published(survey: str, wave: str) -> PublishedAnswers:
    found = published_answers(survey, wave)
    if found:
        return found
    datasets = Dataset.objects.published().with_context().in_order()
    held = [(dataset.wave.survey.slug, dataset.wave.slug) for dataset in datasets]
    if Wave.objects.for_address(survey, wave).exists():
        nearest = [slug for series, slug in held if series == survey]
        detail = f"{clean(survey)} {clean(wave)} has no published answers of respondents; /api/v1/datasets lists all."
        raise ProblemError(IMPOSSIBLE, detail, [Wrong("wave", detail, nearest)])
    waves = [slug for series, slug in held if series == survey]
    part, value, known = ("wave", wave, waves) if waves else ("survey", survey, [series for series, _wave in held])
    raise refuse([Wrong(part, f"{shown(value)} is not known.", nearest_names(value, known))])
