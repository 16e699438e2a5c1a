"""What the page of one number shows beside its exhibit: how solid it is, and the numbers around it."""

from collections.abc import Sequence

from django.http import Http404
from django.utils.translation import gettext as _

from portal.exhibits.citations import cite
from portal.exhibits.exhibit import Exhibit
from portal.words import joined, write_share
from surveys.exhibits.number import interval_words
from surveys.frames.figures import LEAST_BASE, UNRELIABLE
from surveys.method import Line
from surveys.models import Figure, Wording
from surveys.pages import crumbs_of
from surveys.related import Link, LinkGroup, address_of
from surveys.words import base_words, fieldwork

MOST_LINKS = 12  # of one group


def figure_or_404(figures: Sequence[Figure], option: str, dimension: str, segment: str) -> Figure:
    """The figure of an address among those of its question and wave."""
    wanted = (option, dimension, segment)
    for figure in figures:
        part = (figure.segment.dimension, figure.segment.code) if figure.segment else ("", "")
        if (figure.option.code, *part) == wanted:
            return figure
    raise Http404(_("No number was published for this answer."))


def number_context(figure: Figure, wording: Wording, figures: Sequence[Figure], exhibit: Exhibit) -> dict:
    """One query, for the other waves."""
    others = Figure.objects.for_option(figure.option).with_context().in_code_order()
    previous, following = _neighbours(figure, figures)
    question = Link(wording.question.label, address_of(wording), wording.wave.title())
    return {
        "figure": figure,
        "value": write_share(float(figure.percent)),
        "lines": lines_of(figure, wording, exhibit.frame.iloc[0]),
        "groups": _groups(figure, figures, list(others), question),
        "previous": previous,
        "following": following,
        "crumbs": [*crumbs_of(wording.wave.survey, wording.wave), (question.text, question.href)],
    }


def lines_of(figure: Figure, wording: Wording, row) -> tuple[Line, ...]:
    """In the order in which a reader judges a number; what was not published is said to be so."""
    missing, survey = _("not published"), wording.wave.survey
    interval = interval_words(row["ci_low"], row["ci_high"])
    lines = (
        (_("What exactly was asked"), wording.text("text"), missing),
        (_("Answer"), figure.option.label, missing),
        (_("Who was asked"), wording.text("asked") or wording.wave.text("population"), missing),
        (_("Part of the sample"), figure.segment.label if figure.segment else "", _("the whole sample")),
        (_("When"), fieldwork(wording.wave), missing),
        (_("Base"), base_words([row["base_n"]]) if row["base_n"] == row["base_n"] else "", missing),
        (_("Interval"), interval, _("none: it takes a base")),
        (_("Kind of source"), survey.get_kind_display(), ""),
        (_("Quoted or derived"), figure.get_basis_display(), ""),
        (_("What to know"), joined(_doubts(figure, row)), _("no doubt on record")),
    )
    source = cite(figure.source, figure.page).words
    return (
        *(Line(term, text or absent, is_missing=not text) for term, text, absent in lines),
        Line(_("Source"), source or missing, is_missing=not source, is_wide=True),
    )


def _doubts(figure: Figure, row) -> list[str]:
    small = _("a share of fewer than %(base)s people is not reliable") % {"base": LEAST_BASE}
    return [small if row["status"] == UNRELIABLE else "", figure.text("note")]


def _groups(
    figure: Figure, figures: Sequence[Figure], of_option: Sequence[Figure], question: Link
) -> tuple[LinkGroup, ...]:
    option, segment = figure.option, figure.segment
    others = [other for other in of_option if other.pk != figure.pk]
    waves = [other for other in others if other.wave_id != figure.wave_id and other.segment == segment]
    parts = [other for other in others if other.wave_id == figure.wave_id]
    by = f"?by={segment.dimension}" if segment else ""
    whole_question = Link(question.text, f"{question.address}{by}", question.detail)
    product = option.product
    groups = (
        LinkGroup(_("The question with all its answers"), (whole_question,)),
        LinkGroup(
            _("The same answer in other waves"),
            tuple(Link(other.wave.title(), other.address, _value(other)) for other in reversed(waves)),
        ),
        LinkGroup(
            _("The same answer in other parts of the sample"),
            tuple(Link(_part(other), other.address, _value(other)) for other in parts[:MOST_LINKS]),
        ),
        LinkGroup(_("Product"), (Link(product.label, f"products/{product.slug}"),) if product else ()),
    )
    return tuple(group for group in groups if group.links)


def _value(figure: Figure) -> str:
    return write_share(float(figure.percent))


def _part(figure: Figure) -> str:
    return figure.segment.label if figure.segment else _("the whole sample")


def _neighbours(figure: Figure, figures: Sequence[Figure]) -> tuple[Link | None, Link | None]:
    """The answers before and after in the code list, for the same part of the sample."""
    peers = [other for other in figures if other.segment == figure.segment]
    place = next(place for place, other in enumerate(peers) if other.pk == figure.pk)
    before = peers[place - 1] if place else None
    after = peers[place + 1] if place + 1 < len(peers) else None
    return _answer_link(before), _answer_link(after)


def _answer_link(figure: Figure | None) -> Link | None:
    return Link(f"{figure.option.label} {_value(figure)}", figure.address) if figure else None
