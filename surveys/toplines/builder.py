"""What the form over all tables offers: that of a crosstab, without rows."""

from django.utils.translation import gettext as _

from surveys.controls import Choice
from surveys.crosstabs.asking import MOST_PRESETS
from surveys.crosstabs.builder import Builder, column_items, filter_group, items_of
from surveys.crosstabs.forms import MOST_BREAKS
from surveys.crosstabs.ticks import text_beside, ticks_of
from surveys.toplines.forms import ToplinesForm


def builder_of(form: ToplinesForm) -> Builder:
    spec, asking = form.spec, form.asking
    ticks = ticks_of(spec.filter)
    return Builder(
        rows=(),
        columns=tuple(column_items(form, place) for place in range(min(MOST_BREAKS, len(asking.breaks)))),
        filters=tuple(filter_group(form, code, ticks) for code in asking.breaks),
        filter_text=text_beside(spec.filter),
        weights=items_of(form, "weight"),
        adjustments=items_of(form, "adjust"),
        kept=(("question", form.data["question"]),) if form.data.get("question") else (),
        choices=(),
        presets=tuple(_presets(form)),
        swapped="",
        topline="",
    )


def _presets(form: ToplinesForm):
    yield Choice(_("No columns"), form.view_with(columns=""), not form.spec.breaks)
    for code, label in list(form.asking.breaks.items())[:MOST_PRESETS]:
        yield Choice(label, form.view_with(columns=code), form.spec.breaks == (code,))
