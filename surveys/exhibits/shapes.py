"""What the chart of a question draws: ranked bars, stages with sums, or a heatmap over parts of the sample."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from portal.charts.shapes import Bracket, DotsWithIntervals, GroupedBars, Heatmap, RankedBars, Remainder
from portal.exhibits.columns import label_column
from portal.words import one_of, write_share
from surveys.findings import Result, leaders_of
from surveys.frames.figures import NOT_PUBLISHED
from surveys.models import Question
from surveys.stages import NONE, TRYING, USING, tones_of
from surveys.words import inside

FEW_OPTIONS = 2  # for which bars by part of the sample are easier to read than a heatmap


def whole_chart(question: Question, frame, results: Sequence[Result], stages: dict[str, str], *, is_whole: bool):
    """(shape, frame with a tone for each bar); what is not stated is drawn as a gap, not as a row."""
    rows = frame[frame["status"] != NOT_PUBLISHED].reset_index(drop=True)
    label = label_column("option")
    if rows["ci_low"].notna().any():
        return DotsWithIntervals(label=label, value="value", low="ci_low", high="ci_high"), rows
    tones = tones_of(stages) or _ranked_tones(question, results, is_whole=is_whole)
    rows = rows.assign(tone=[tones[code] for code in rows["option"]])
    missing = frame.loc[frame["status"] == NOT_PUBLISHED, "value"].sum()
    shape = RankedBars(
        label=label,
        value="value",
        tone="tone",
        brackets=_brackets(rows, stages, label),
        remainder=Remainder(float(missing), _("Not stated")) if missing else None,
    )
    return shape, rows


def segment_chart(frame):
    """Few options as blocks of bars, more as a heatmap."""
    option, segment = label_column("option"), label_column("segment")
    if frame["option"].nunique() <= FEW_OPTIONS:
        return GroupedBars(group=option, label=segment, value="value")
    return Heatmap(row=option, column=segment, value="value")


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
