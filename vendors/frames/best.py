"""Which cells of a comparison are the best of their row, where cells can be compared at all."""

from pandas import DataFrame, Series, to_numeric

RANKED_TYPES = ("number", "money")


def with_best(frame: DataFrame) -> DataFrame:
    """Marks `is_best` among numbers without doubt, of one attribute and one unit, money within its currency.

    A row of equal numbers, or a number that stands alone, has no best; nor has a row where a value in doubt would win.
    """
    can_rank = (
        frame["value_type"].isin(RANKED_TYPES)
        & frame["better"].isin(["higher", "lower"])
        & (frame["state"] == "documented")
    )
    for _key, cells in frame[can_rank].groupby(["attribute", "unit"], sort=False):
        frame.loc[best_of(cells), "is_best"] = True
    return frame


def best_of(cells: DataFrame) -> list:
    """The index of the best cells, of one attribute and unit."""
    numbers = to_numeric(cells["value"])
    if cells["better"].iloc[0] == "lower":
        numbers = -numbers
    sure: Series = numbers[cells["doubt"] == ""]
    if sure.nunique() < 2 or numbers.max() > sure.max():
        return []
    return list(sure.index[sure == sure.max()])
