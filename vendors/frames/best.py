"""Which cells of a comparison are the best of their row, where cells can be compared at all."""

from collections.abc import Iterable

RANKED_TYPES = ("number", "money")


def mark_best(rows: Iterable[dict]) -> None:
    """Sets `is_best` among numbers without doubt, of one attribute and one unit, money within its currency.

    A row of equal numbers, or a number that stands alone, has no best; nor has a row where a value in doubt would win.
    No limit is beyond every number: where higher is better, it is the best, and no number is.
    """
    numbers: dict[tuple[str, str], list[dict]] = {}
    endless: dict[str, list[dict]] = {}
    for row in rows:
        if row["value_type"] not in RANKED_TYPES or row["better"] not in ("higher", "lower"):
            continue
        if row["state"] == "documented":
            numbers.setdefault((row["attribute"], row["unit"]), []).append(row)
        elif row["state"] == "unlimited" and row["better"] == "higher":
            endless.setdefault(row["attribute"], []).append(row)
    for (attribute, _unit), cells in numbers.items():
        for row in best_of(cells, endless.get(attribute, [])):
            row["is_best"] = True


def best_of(cells: list[dict], endless: list[dict]) -> list[dict]:
    """Of cells of one attribute and unit, and those of the attribute without limit."""
    if endless:
        return [] if any(row["doubt"] for row in endless) else endless
    sign = -1 if cells[0]["better"] == "lower" else 1
    sure = [sign * row["value"] for row in cells if not row["doubt"]]
    if len(set(sure)) < 2 or max(sign * row["value"] for row in cells) > max(sure):
        return []
    return [row for row in cells if not row["doubt"] and sign * row["value"] == max(sure)]
