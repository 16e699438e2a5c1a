"""Which cells of a comparison are the best of their row, where cells can be compared at all."""

from pandas import DataFrame, to_numeric

RANKED_TYPES = ("number", "money")


def with_best(frame: DataFrame) -> DataFrame:
    """Marks `is_best` among numbers without doubt, of one attribute and one unit, money within its currency.

    A row of equal numbers, or a number that stands alone, has no best.
    """
    can_rank = (
        frame["value_type"].isin(RANKED_TYPES)
        & frame["better"].isin(["higher", "lower"])
        & (frame["state"] == "documented")
        & (frame["doubt"] == "")
    )
    for _key, cells in frame[can_rank].groupby(["attribute", "unit"], sort=False):
        numbers = to_numeric(cells["value"])
        if numbers.nunique() > 1:
            best = numbers.max() if cells["better"].iloc[0] == "higher" else numbers.min()
            frame.loc[numbers.index[numbers == best], "is_best"] = True
    return frame
