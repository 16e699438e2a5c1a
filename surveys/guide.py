"""This app's parts in the style guide, filled from the newest questions there are."""

from collections.abc import Sequence

from django.http import QueryDict

from portal.exhibits.exhibit import Exhibit
from portal.site.sections import GuidePart
from portal.words import write_share
from surveys.blocks import topic_blocks
from surveys.controls import Choice
from surveys.crosstabs.guide import crosstab_guide
from surveys.exhibits import number_exhibit, wave_exhibit
from surveys.filters import WaveForm
from surveys.models import Figure, Wording
from surveys.pages import figures_of, wave_context
from surveys.topic_methods import method_rows

MOST_QUESTIONS = 3


def guide() -> GuidePart | None:
    """The parts of one wave: method, questions, the same as a block of a topic; None where nothing is loaded."""
    first = Wording.objects.published().with_context().first()
    if first is None:
        return None
    wordings = list(Wording.objects.in_wave(first.wave).with_context())[:MOST_QUESTIONS]
    figures = figures_of(wordings)
    form = WaveForm.read(QueryDict(""), wordings=wordings, figures=figures)
    exhibit = wave_exhibit(first.wave, wordings, figures)
    wave = wave_context(first.wave, exhibit, form)
    choices = [Choice(wording.question.label, "#choices", wording == first) for wording in wordings]
    parts = {"blocks": topic_blocks(wordings, figures), "choices": choices, "number": _number(first, figures)}
    parts["methods"] = method_rows(wordings, figures)
    parts["value"] = write_share(parts["number"].frame["value"].iloc[0]) if parts["number"] else ""
    return GuidePart("surveys/_guide.html", {**wave, **parts, "page": exhibit.address, "crosstab": crosstab_guide()})


def _number(wording: Wording, figures: Sequence[Figure]) -> Exhibit | None:
    """The first number of a question's whole sample, where it has one."""
    found = [figure for figure in figures if figure.option.question_id == wording.question_id]
    return number_exhibit(found[0], wording, found) if found else None
