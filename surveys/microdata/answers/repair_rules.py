"""What a repair of the codebook says, checked: its rows, conditions, columns and texts. repairs.py explains them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from surveys.microdata.answers.texts import plain_text, plain_texts
from surveys.microdata.codebook.codebook import Repair

Find = Callable[[str], int | None]  # name of a column → its place, None where there is none
SETTINGS = {
    "shift": {"rows", "where", "from", "to", "by"},
    "replace": {"columns", "from", "to", "texts"},
    "clear": {"rows", "where", "columns"},
    "drop": {"rows", "where"},
}
CONDITION = {"column", "columns", "is", "isnt"}


class RepairError(ValueError):
    """What is wrong with a rule, in words."""


@dataclass(frozen=True)
class Where:
    places: tuple[int, ...]
    texts: frozenset[str]
    is_negated: bool

    def holds(self, row: list[str]) -> bool:
        has_any = any(plain_text(row[place]) in self.texts for place in self.places if place < len(row))
        return has_any is not self.is_negated


@dataclass
class Rule:
    """A repair with its columns found; `wanted` are the texts that still have to occur."""

    repair: Repair
    rows: frozenset[int] | None
    where: tuple[Where, ...]
    places: tuple[int, ...] = ()
    by: int = 0
    last: int | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    done: int = 0
    wanted: set[str] = field(default_factory=set)

    def fits(self, line: int, row: list[str]) -> bool:
        return (self.rows is None or line in self.rows) and all(each.holds(row) for each in self.where)


def rule_of(repair: Repair, find: Find) -> Rule:
    """The rule, its columns found by their names; RepairError where it makes no sense."""
    settings = repair.settings
    if repair.rule not in SETTINGS:
        raise RepairError(_("expected one of the repairs %(known)s") % {"known": ", ".join(SETTINGS)})
    unknown = sorted(set(settings) - SETTINGS[repair.rule])
    if unknown:
        values = {"name": unknown[0], "known": ", ".join(sorted(SETTINGS[repair.rule]))}
        raise RepairError(_("the repair has no setting “%(name)s”; it has %(known)s") % values)
    rule = Rule(repair, _row_numbers(settings), _conditions(settings.get("where"), find))
    if repair.rule != "replace" and rule.rows is None and not rule.where:
        raise RepairError(_("expected rows: or where: to say which rows are meant"))
    if repair.rule == "shift":
        rule.places = (_place(settings.get("from"), find),)
        rule.last = _place(settings["to"], find) if "to" in settings else None
        if settings.get("by") not in (-1, 1):
            raise RepairError(_("expected by: to be 1 (to the right) or -1 (to the left)"))
        rule.by = int(str(settings["by"]))
    elif repair.rule in ("replace", "clear"):
        rule.places = tuple(_place(column, find) for column in _listed(settings.get("columns")))
        if not rule.places:
            raise RepairError(_("expected columns: to name at least one column"))
    if repair.rule == "replace":
        rule.texts = _replacements(settings)
        rule.wanted = set(rule.texts)
    return rule


def _replacements(settings: Mapping[str, object]) -> dict[str, str]:
    texts = settings.get("texts")
    pairs = dict(texts) if isinstance(texts, Mapping) else {}
    if "from" in settings:
        pairs[settings["from"]] = settings.get("to", "")
    found = {plain_text(str(old)): str(new) for old, new in pairs.items()}
    if not found:
        raise RepairError(_("expected from: and to:, or texts: with what each text becomes"))
    return found


def _row_numbers(settings: Mapping[str, object]) -> frozenset[int] | None:
    if "rows" not in settings:
        return None
    rows = _listed(settings["rows"])
    if not rows or not all(type(row) is int and row > 0 for row in rows):
        raise RepairError(_("expected rows: to be numbers of rows, as problems name them"))
    return frozenset(int(str(row)) for row in rows)


def _conditions(where: object, find: Find) -> tuple[Where, ...]:
    found = []
    for condition in _listed(where):
        if (
            not isinstance(condition, Mapping)
            or set(condition) - CONDITION
            or ("is" in condition) == ("isnt" in condition)
        ):
            raise RepairError(_("expected where: to hold column: and is: (or isnt:)"))
        columns = _listed(condition.get("columns")) + _listed(condition.get("column"))
        if not columns:
            raise RepairError(_("expected where: to hold column: and is: (or isnt:)"))
        texts = plain_texts(str(text) for text in _listed(condition.get("is", condition.get("isnt"))))
        found.append(Where(tuple(_place(column, find) for column in columns), texts, "isnt" in condition))
    return tuple(found)


def _place(column: object, find: Find) -> int:
    place = find(str(column)) if column is not None else None
    if place is None:
        raise RepairError(_("the file has no column “%(name)s” of a single meaning") % {"name": column})
    return place


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
