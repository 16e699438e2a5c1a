"""How the questions of a topic were asked, one row a survey: what a reader must know before the numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys.models import Figure, Wording
from surveys.related import address_of
from surveys.words import base_words, fieldwork, sums_up


@dataclass(frozen=True)
class MethodRow:
    """What stands before the numbers of a question in one wave; an empty text was not published."""

    title: str
    address: str
    asked: str
    where: str
    when: str
    base: str
    text: str
    kind: str  # empty where the numbers sum up the answers of a question of any kind

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """In the order of the table's columns, each after the words that it needs where the table becomes a list."""
        return ("", self.asked), ("", self.where), (_("When"), self.when), ("", self.base)


def method_rows(wordings: Sequence[Wording], figures: Iterable[Figure]) -> list[MethodRow]:
    """One row a wording, in their order; `figures` tell the bases."""
    bases: dict[tuple[int, int], list[float]] = {}
    for figure in figures:
        base = float("nan") if figure.base_n is None else float(figure.base_n)
        bases.setdefault((figure.wave_id, figure.option.question_id), []).append(base)
    return [_method_row(wording, bases.get((wording.wave_id, wording.question_id), [])) for wording in wordings]


def _method_row(wording: Wording, bases: list[float]) -> MethodRow:
    wave = wording.wave
    return MethodRow(
        title=wave.title(),
        address=address_of(wording),
        asked=wording.text("asked") or wave.text("population"),
        where=wave.text("geography"),
        when=fieldwork(wave),
        base=base_words(bases, wave),
        text=wording.text("text"),
        kind="" if sums_up(wording.question) else str(wording.question.get_kind_display()),
    )
