"""The method card of a wave: who, when, how many, how; what was not published is said to be so."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.words import write_count
from surveys.models import Wave
from surveys.words import fieldwork


@dataclass(frozen=True)
class Line:
    term: str
    text: str
    is_missing: bool = False


def method_lines(wave: Wave) -> tuple[Line, ...]:
    """In the order in which a reader judges a number."""
    sample = write_count(wave.sample_size) if wave.sample_size else ""
    lines = (
        (_("Who was asked"), wave.text("population")),
        (_("Where"), wave.text("geography")),
        (_("When"), fieldwork(wave)),
        (_("How many"), sample),
        (_("How"), wave.text("mode")),
        (_("Published by"), wave.survey.publisher),
    )
    missing = _("not published")
    return tuple(Line(term, text or missing, is_missing=not text) for term, text in lines)


def method_words(wave: Wave) -> str:
    """The same in one line, for lists."""
    lines = [line for line in method_lines(wave)[:4]]
    return " · ".join(f"{line.term}: {line.text}" for line in lines)
