"""The bar with which a reader changes the look of an exhibit: rows of links, and answers to tick."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.filters import Choice as Tick
from portal.words import headed, listed, set_apart
from surveys.look_forms import LookForm
from surveys.looks import CHARTS, LINES, TABLE, can_count_people

MOST_TICKS = 80


@dataclass(frozen=True)
class Choice:
    """One way to look at the page; `query` is that of its address, with "?"."""

    label: str
    query: str
    is_active: bool


@dataclass(frozen=True)
class ChoiceRow:
    """`is_changed` where another than the default is active."""

    title: str
    choices: tuple[Choice, ...]
    is_changed: bool = False

    @property
    def now(self) -> str:
        return headed(self.title, listed(choice.label for choice in self.choices if choice.is_active))


@dataclass(frozen=True)
class Controls:
    """`kept` are the parameters that stay when answers are ticked; `is_changed` where the look is not the default."""

    rows: tuple[ChoiceRow, ...]
    ticks_title: str
    ticks: tuple[Tick, ...]
    kept: tuple[tuple[str, str], ...]
    now: str
    is_changed: bool

    @property
    def has_any(self) -> bool:
        return bool(self.rows or self.ticks)

    @property
    def chosen(self) -> int:
        return sum(tick.is_chosen for tick in self.ticks)


def controls_of(form: LookForm, *, has_order: bool = True) -> Controls:
    """What can be chosen for the figures of the form; a row of one choice is none."""
    found = [_chart_row(form), _row(form, "by", chart=""), _row(form, "show", chart="")]
    if has_order:
        found.append(_row(form, "sort"))
    if can_count_people(form.figures_of(form.look)):
        found.append(_row(form, "value", chart=""))
    if form.defaults["ci"] == "1":
        found.append(_row(form, "ci"))
    if getattr(form, "has_breaks", False) and form.look.chart == LINES:
        found.append(_row(form, "join"))
    rows = tuple(row for row in found if row and len(row.choices) > 1)
    ticks = _ticks(form)
    return Controls(
        rows=rows,
        ticks_title=str(form.fields["only"].label),
        ticks=ticks,
        kept=tuple(_kept(form)),
        now=set_apart(row.now for row in rows if row.is_changed),
        is_changed=bool(form.view_query),
    )


def _chart_row(form: LookForm) -> ChoiceRow:
    labels = dict(CHARTS)
    found = [Choice(str(labels[code]), *_chart_link(form, code)) for code in labels if code in form.possible]
    return ChoiceRow(str(form.fields["chart"].label), tuple(found), _is_changed(form, "chart"))


def _chart_link(form: LookForm, code: str) -> tuple[str, bool]:
    """Only lines can be joined."""
    return _link(form, "chart", code, **({"join": ""} if code != LINES and "join" in form.fields else {}))


def _row(form: LookForm, name: str, **changes: str) -> ChoiceRow | None:
    """The values of a field; what they might not suit is changed with them."""
    if name not in form.fields:
        return None
    field = form.fields[name]
    values = [(code, label) for code, label in field.choices if code]
    if name == "by" and values and not form.defaults.get("by"):
        values.insert(0, ("", _("All")))
    if form.look.chart == TABLE:
        changes = {}
    found = [Choice(str(label), *_link(form, name, code, **changes)) for code, label in values]
    return ChoiceRow(str(field.label), tuple(found), _is_changed(form, name))


def _is_changed(form: LookForm, name: str) -> bool:
    return form.data.get(name, "") not in ("", form.defaults.get(name, ""))


def _link(form: LookForm, name: str, code: str, **changes: str) -> tuple[str, bool]:
    """(query, whether it is the look of now)."""
    default = form.defaults.get(name, "")
    return form.view_with(**{**changes, name: code}), (form.data.get(name, "") or default) == code


def _ticks(form: LookForm) -> tuple[Tick, ...]:
    shown = form.look.options or tuple(form.allowed)
    if not 1 < len(form.allowed) <= MOST_TICKS:
        return ()
    return tuple(Tick(code, label, code in shown) for code, label in form.allowed.items())


def _kept(form: LookForm) -> list[tuple[str, str]]:
    """Without the chart, which other answers might not suit."""
    names = [name for name in form.LOOK_FIELDS if name not in ("only", "except", "chart")]
    names += ["chart"] if form.look.chart in form.steady_charts(form.look) else []
    return [(name, form.data[name]) for name in names if form.data.get(name)]
