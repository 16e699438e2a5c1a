"""The method card of a wave: who, when, how many, how; what was not published is said to be so."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.words import headed, write_count, write_number
from surveys.answers import PublishedAnswers
from surveys.models import Wave
from surveys.weights import weight_label
from surveys.words import fieldwork


@dataclass(frozen=True)
class Line:
    term: str
    text: str
    is_missing: bool = False
    is_wide: bool = False  # too long for a place beside others


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


def answers_lines(published: PublishedAnswers | None) -> tuple[Line, ...]:
    """What the answers of a wave are worth: respondents, revision, and for each weight what it costs (Kish 1965)."""
    if published is None:
        return ()
    dataset, answers = published.dataset, published.answers
    lines = [
        Line(_("Respondents with published answers"), write_count(dataset.respondents)),
        Line(_("Revision"), dataset.short_revision),
    ]
    for code in answers.codebook.weights:
        weights = answers.weight(code)
        n, squares = answers.design(code), float((weights * weights).sum())
        effective = float(weights.sum()) ** 2 / squares if squares else 0.0
        if n and effective:
            words = {
                "effect": write_number(n / effective, 2),
                "effective": write_count(effective),
                "efficiency": write_number(effective / n * 100, 0),
            }
            said = _("design effect %(effect)s, effective base %(effective)s, weighting efficiency %(efficiency)s%%")
            lines.append(Line(headed(_("Weight"), weight_label(answers.codebook, code)), said % words))
    return tuple(lines)


def method_words(wave: Wave) -> str:
    """The same in one line, for lists."""
    lines = [line for line in method_lines(wave)[:4]]
    return " · ".join(f"{line.term}: {line.text}" for line in lines)
