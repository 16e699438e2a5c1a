"""What different surveys found on a topic, in blocks: the method of a wave, then its questions with their values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from portal.words import write_share
from surveys.method import method_words
from surveys.models import Figure, Wording
from surveys.related import address_of
from surveys.words import base_words, kind_warning

MOST_VALUES = 6  # of one question in a list


@dataclass(frozen=True)
class QuestionLine:
    """A question in a list with its method before its values."""

    label: str
    address: str
    asked: str
    base: str
    values: tuple[tuple[str, str], ...] = ()
    more: int = 0
    is_published: bool = True


@dataclass(frozen=True)
class Block:
    """Questions under one heading: a wave with its method, or a topic."""

    title: str
    address: str
    method: str
    warning: str
    questions: tuple[QuestionLine, ...]


def topic_blocks(wordings: Sequence[Wording], figures: Sequence[Figure]) -> list[Block]:
    """One block a wave: method, then questions with their largest values."""
    values: dict[tuple[int, int], list[Figure]] = {}
    for figure in figures:
        values.setdefault((figure.wave_id, figure.option.question_id), []).append(figure)
    blocks: dict[int, Block] = {}
    for wording in wordings:
        wave = wording.wave
        block = blocks.get(wave.pk) or Block(
            wave.title(),
            f"surveys/{wave.survey.slug}/{wave.slug}",
            method_words(wave),
            kind_warning(wave.survey),
            (),
        )
        line = question_line(wording, values.get((wording.wave_id, wording.question_id), []))
        blocks[wave.pk] = replace(block, questions=(*block.questions, line))
    return list(blocks.values())


def question_line(wording: Wording, figures: Sequence[Figure]) -> QuestionLine:
    ranked = sorted(figures, key=lambda figure: (-figure.percent, figure.option.order))
    bases = [float("nan") if figure.base_n is None else float(figure.base_n) for figure in figures]
    return QuestionLine(
        label=wording.question.label,
        address=address_of(wording),
        asked=wording.text("asked"),
        base=base_words(bases),
        values=tuple((figure.option.label, write_share(float(figure.percent))) for figure in ranked[:MOST_VALUES]),
        more=max(len(ranked) - MOST_VALUES, 0),
        is_published=wording.is_published,
    )
