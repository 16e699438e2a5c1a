"""The columns of tables of figures, in file order; those that do not apply are left out, never renamed."""

from django.utils.translation import gettext as _

from portal.exhibits.columns import Column
from surveys.frames import has_tests
from surveys.frames.figures import NOT_PUBLISHED
from surveys.frames.looks import PEOPLE_UNIT
from surveys.models import Figure
from surveys.words import unit_words


def figure_columns(frame, *, on_page: tuple[str, ...], linked: str = "", across: str = "") -> tuple[Column, ...]:
    """`on_page` names the code columns that pages show, `linked` the one that leads to a question.

    `across` is the one that a grid spreads: its headings name the base.
    """

    def code(key: str, label: str, *, is_labelled: bool = True) -> Column:
        return Column(
            key,
            label,
            "code",
            is_labelled=is_labelled,
            on_page=key in on_page,
            linked_by="href" if key == linked else "",
            written_by=f"{across}_written" if key == across else "",
        )

    has_segments = bool((frame["segment"] != "").any())
    return (
        code("survey", _("Survey"), is_labelled="survey" in on_page),
        code("wave", _("Wave"), is_labelled="wave" in on_page),
        code("question", _("Question")),
        code("option", _("Answer")),
        *([code("segment", _("Part of the sample"))] if has_segments else []),
        *_value_columns(frame),
        *_evidence_columns(frame),
    )


def _value_columns(frame) -> list[Column]:
    is_people = bool((frame["unit"] == PEOPLE_UNIT).any())
    label, decimals = (_("Estimated people"), 0) if is_people else (_("Share"), 2)
    unit = unit_words(is_people=is_people)
    columns = [
        Column(
            "value",
            label,
            "value",
            unit=unit,
            decimals=decimals,
            linked_by="number_href",
            tagged_by="value_tag",
        ),
        Column("unit", _("Unit"), on_page=False),
        Column("base_n", _("Base"), "value", decimals=0, written_by="base_written"),
    ]
    return [*columns, *interval_value_columns(frame, unit=unit, decimals=decimals)]


def interval_value_columns(frame, *, unit: str = "%", decimals: int = 2) -> list[Column]:
    """The ends of intervals, where there are any."""
    if frame["ci_low"].isna().all():
        return []
    return [
        Column("ci_low", _("Interval from"), "value", unit=unit, decimals=decimals),
        Column("ci_high", _("Interval to"), "value", unit=unit, decimals=decimals),
    ]


def _test_columns(frame) -> list[Column]:
    """Of trends: whether a share differs from that of the wave before."""
    if not has_tests(frame):
        return []
    return [
        Column("significance", _("Against the wave before"), on_page=False),
        Column("p_adjusted", _("p, adjusted"), "value", decimals=4, on_page=False),
    ]


def _evidence_columns(frame) -> list[Column]:
    is_derived = (frame["basis"] == Figure.Basis.DERIVED) & (frame["status"] != NOT_PUBLISHED)
    basis = _("Quoted or derived")
    return [
        Column("status", _("Status"), "status", on_page=False),
        *_test_columns(frame),
        Column("note", _("Note"), on_page=bool((frame["note"] != "").any())),
        Column("basis", basis, on_page=bool(is_derived.any()), written_by="basis_written"),
        Column("source", _("Source"), "source"),
        Column("source_title", _("Source title"), on_page=False),
        Column("source_url", _("Source address"), on_page=False),
    ]
