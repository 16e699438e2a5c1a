"""What the chart of a question draws: ranked bars, stages with sums, or a heatmap over parts of the sample."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.palette import CATEGORIES
from portal.charts.shape import Shape
from portal.charts.shapes import (
    Bracket,
    DotsWithIntervals,
    GroupedBars,
    Heatmap,
    RankedBars,
    Remainder,
    StackedShares,
)
from portal.exhibits.columns import label_column
from portal.words import one_of, write_share
from surveys.findings import Result, leaders_of
from surveys.frames.figures import NOT_PUBLISHED
from surveys.looks import BARS, DOTS, HEATMAP, STACKED, TABLE, Look
from surveys.models import Question, Wording
from surveys.stages import NONE, TRYING, USING, tones_of
from surveys.words import inside, unit_words


def whole_chart(wording: Wording, frame, results: Sequence[Result], stages: dict[str, str], look: Look):
    """(shape, frame with a tone for each bar); what is not stated is drawn as a gap, not as a row."""
    rows = frame[frame["status"] != NOT_PUBLISHED].reset_index(drop=True)
    label, unit = label_column("option"), unit_words(is_people=look.is_people)
    stage_tones = {code: tone for code, tone in tones_of(stages).items() if code in set(rows["option"])}
    if look.chart == TABLE:
        return None, None
    if look.chart == DOTS:
        return DotsWithIntervals(label=label, value="value", low="ci_low", high="ci_high", unit=unit), rows
    if look.chart == STACKED:
        return stacked_chart(rows, look, tones=stage_tones), rows
    tones = stage_tones or _ranked_tones(wording.question, results, is_whole=wording.is_whole)
    rows = rows.assign(tone=[tones[code] for code in rows["option"]])
    missing = frame.loc[frame["status"] == NOT_PUBLISHED, "value"].sum()
    shape = RankedBars(
        label=label,
        value="value",
        tone="tone",
        unit=unit,
        brackets=() if look.is_people or look.options else _brackets(rows, stages, label),
        remainder=Remainder(float(missing), _("Not stated")) if missing else None,
        **interval_columns(rows),
    )
    return shape, rows


def segment_chart(frame, look: Look) -> Shape | None:
    """A question by parts of the sample."""
    option, segment, unit = label_column("option"), label_column("segment"), unit_words(is_people=look.is_people)
    if look.chart == BARS:
        return GroupedBars(group=option, label=segment, value="value", unit=unit, **interval_columns(frame))
    if look.chart == DOTS:
        return DotsWithIntervals(label=segment, value="value", low="ci_low", high="ci_high", unit=unit)
    if look.chart == STACKED:
        return stacked_chart(frame, look, tones={})
    return Heatmap(row=option, column=segment, value="value", unit=unit) if look.chart == HEATMAP else None


def stacked_chart(frame, look: Look, *, tones: dict[str, str]) -> StackedShares:
    """One bar of 100% a part of the sample; what is missing was not stated, or belongs to answers left out."""
    codes = list(dict.fromkeys(frame["option"]))
    apart = set(frame.loc[frame["is_apart"], "option"])
    colours = (f"cat-{place}" for place in range(CATEGORIES))
    found = {code: tones.get(code) or ("muted" if code in apart else next(colours)) for code in codes}
    return StackedShares(
        group=label_column("segment"),
        part=label_column("option"),
        value="value",
        remainder_label=_("Not shown") if look.options else _("Not stated"),
        tones=tuple(found.values()),
    )


def interval_columns(frame) -> dict[str, str]:
    """The columns of intervals as shapes take them, where there are any."""
    return {"low": "ci_low", "high": "ci_high"} if frame["ci_low"].notna().any() else {}


def _ranked_tones(question: Question, results: Sequence[Result], *, is_whole: bool) -> dict[str, str]:
    leaders = leaders_of(question, results, is_whole=is_whole)
    return {
        result.code: "muted" if result.is_apart else "emph" if result.code in leaders else "soft" for result in results
    }


def _brackets(rows, stages: dict[str, str], label: str) -> tuple[Bracket, ...]:
    """Sums of stages, where a stage has several options that stand together."""
    places: dict[str, list[int]] = {}
    for place, code in enumerate(rows["option"]):
        if stages:
            places.setdefault(stages[code], []).append(place)
    has_sum = any(len(held) > 1 for stage, held in places.items() if stage in (USING, TRYING))
    stands_together = all(held[-1] - held[0] == len(held) - 1 for held in places.values())
    if not (has_sum and stands_together):
        return ()
    words = {USING: _("%(share)s hands-on"), TRYING: _("%(share)s exploring"), NONE: _("%(share)s not using")}
    tones = {USING: "using-0", TRYING: "trying-0", NONE: "none"}
    return tuple(
        Bracket(
            held[0],
            held[-1],
            words[stage] % {"share": write_share(round(rows["value"].iloc[held].sum(), 2))},
            note=one_of([inside(text) for text in rows[label].iloc[held]]) if len(held) > 1 else "",
            tone=tones[stage],
        )
        for stage, held in places.items()
        if stage in words
    )
