"""The exhibit of one published number: a table of one row, and the chart in which it stands."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.shapes import RankedBars
from portal.exhibits.citations import cite
from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.making import make_exhibit
from portal.words import headed, joined, sentences, set_apart, write_share
from surveys.exhibits.columns import figure_columns
from surveys.exhibits.notes import notes_of, question_notes
from surveys.exhibits.question import default_sort
from surveys.exhibits.shapes import interval_columns
from surveys.frames import figures_frame, sorted_rows
from surveys.frames.written import with_page_words
from surveys.models import Figure, Wording
from surveys.words import asked_words, base_words, subtitle

THIS, OTHERS = "emph", "muted"  # tones of bars


def number_exhibit(figure: Figure, wording: Wording, figures: Sequence[Figure], *, query: str = "") -> Exhibit:
    """`figures` are all of the wording, in code-list order; the figure is one of them."""
    frame = with_page_words(figures_frame([figure])).assign(number_href="")  # it would lead to itself
    drawn = _drawn(figure, wording, figures)
    label = label_column("segment" if figure.segment else "option")
    return make_exhibit(
        address=figure.address,
        title=number_title(figure),
        columns=figure_columns(frame, on_page=("option", "segment")),
        frame=frame,
        citations=[cite(figure.source, figure.page)],
        query=query,
        subtitle=subtitle(wording, frame["base_n"], answers=len({other.option_id for other in figures})),
        finding=headed(_named(figure), write_share(float(figure.percent))),
        description=number_line(figure, wording, frame.iloc[0]),
        shape=RankedBars(label=label, value="value", tone="tone", **interval_columns(drawn))
        if len(drawn) > 1
        else None,
        chart_frame=drawn,
        notes=notes_of(*question_notes(wording, frame)),
    )


def number_title(figure: Figure) -> str:
    words = {"answer": _named(figure), "question": figure.option.question.label}
    return _("%(answer)s – %(question)s") % words


def number_line(figure: Figure, wording: Wording, row) -> str:
    """One sentence that holds alone: the share, of which answer to what, in which survey, of whom, and the base."""
    where = [
        wording.wave.title(),
        asked_words(wording),
        base_words([row["base_n"]], wording.wave if figure.segment is None else None),
        interval_words(row["ci_low"], row["ci_high"]),
    ]
    words = {"share": write_share(row["value"]), "title": number_title(figure), "where": set_apart(where)}
    return sentences([_("%(share)s: %(title)s (%(where)s)") % words])


def interval_words(low: float, high: float) -> str:
    """ "95% interval 25.1% to 31%"; empty where none is known."""
    if low != low or high != high:  # NaN is not equal to itself
        return ""
    return _("95%% interval %(low)s to %(high)s") % {"low": write_share(low), "high": write_share(high)}


def _named(figure: Figure) -> str:
    """The answer, with the part of the sample that it speaks of."""
    return joined([figure.option.label, figure.segment.label if figure.segment else ""])


def _drawn(figure: Figure, wording: Wording, figures: Sequence[Figure]):
    """Of the whole sample all answers, of a part of it the same answer in the other parts; this one stands out."""
    if figure.segment is None:
        peers = [other for other in figures if other.segment is None]
        frame = sorted_rows(figures_frame(peers), default_sort(wording, peers))
    else:
        peers = [other for other in figures if other.option_id == figure.option_id and _is_beside(other, figure)]
        frame = figures_frame(peers)
    return frame.assign(tone=[THIS if href == figure.address else OTHERS for href in frame["number_href"]])


def _is_beside(other: Figure, figure: Figure) -> bool:
    """Whether it speaks of the whole sample or of a part by the same dimension."""
    return other.segment is None or other.segment.dimension == figure.segment.dimension
