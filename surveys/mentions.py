"""Figures that speak of a product or a vendor, over the waves, for the pages of other apps."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from portal.site.sections import Mention, Point
from portal.words import joined, write_share
from surveys.models import Figure, Option, Question, Wording
from surveys.words import base_words
from vendors.models import Vendor

Breaks = set[tuple[int, int]]  # (question id, wave id) where answers do not compare with the wave before


def mentions(kind: str, codes: Collection[str]) -> list[Mention]:
    """One for each answer, and part of the sample, that is one of these things: the newest first.

    Answers name products by key. A vendor is named where the answer to a question about providers has its name.
    """
    if kind == "product":
        found = Figure.objects.for_products(codes)
    elif kind == "vendor":
        found = Figure.objects.for_options(options_named(Vendor.objects.named(codes)))
    else:
        return []
    return mentions_of(list(found.with_context()))


def options_named(vendors: Iterable[Vendor]) -> list[Option]:
    """Answers about providers that have the English or the Chinese name of one of these vendors."""
    names = {name.casefold() for vendor in vendors for name in (vendor.name_en, vendor.name_zh) if name}
    about = Option.objects.on_topic(Question.Topic.PROVIDERS).without_product()
    return [option for option in about if names & {option.name_en.casefold(), option.name_zh.casefold()}]


def mentions_of(figures: Iterable[Figure]) -> list[Mention]:
    """Figures of one answer in several waves are one mention with its points; the rest has one figure each."""
    lines: dict[tuple[int, int | None], list[Figure]] = {}
    for figure in figures:
        lines.setdefault((figure.option_id, figure.segment_id), []).append(figure)
    several = [figure for line in lines.values() if len(line) > 1 for figure in line]
    breaks = Wording.objects.for_figures(several).breaks() if several else set()
    ordered = [sorted(line, key=lambda figure: figure.wave.slug) for line in lines.values()]
    ordered.sort(key=lambda line: line[-1].wave.slug, reverse=True)
    return [_mention(line, breaks) for line in ordered]


def _mention(line: list[Figure], breaks: Breaks) -> Mention:
    """`line` is one answer, oldest wave first."""
    newest, question = line[-1], line[-1].option.question
    base = base_words([float("nan") if newest.base_n is None else float(newest.base_n)])
    part = newest.segment.label if newest.segment else ""
    survey = newest.wave.survey.slug
    page = f"trend/{question.code}" if len(line) > 1 else f"{newest.wave.slug}/{question.code}"
    return Mention(
        text=_("%(option)s – %(question)s") % {"option": newest.option.label, "question": question.label},
        address=f"surveys/{survey}/{page}",
        value=write_share(float(newest.percent)),
        detail=joined([newest.wave.title(), part, base]),
        points=tuple(_point(figure, breaks) for figure in line) if len(line) > 1 else (),
    )


def _point(figure: Figure, breaks: Breaks) -> Point:
    return Point(
        label=figure.wave.label,
        value=float(figure.percent),
        text=write_share(float(figure.percent)),
        is_break=(figure.option.question_id, figure.wave_id) in breaks,
    )
