"""The order that a reader asks for; what is not known stands last in either direction."""

from pandas import DataFrame, Series

from portal.exhibits.columns import label_column


def sorted_by(frame: DataFrame, sort: str) -> DataFrame:
    """By a column of codes (its labels are compared), text, numbers or facts; "-" before it turns the order.

    Facts are columns with a currency beside them: money is compared within its currency only.
    """
    key, ascending = sort.removeprefix("-"), not sort.startswith("-")
    column = label_column(key) if label_column(key) in frame else key
    values = frame[column]
    is_missing = values.isna() | (values == "")
    known = comparable(values[~is_missing])
    table = known.to_frame("value").assign(currency=frame.get(f"{key}_currency", ""))
    order = table.sort_values(["currency", "value"], ascending=[False, ascending], kind="stable").index
    return frame.loc[[*order, *frame.index[is_missing]]].reset_index(drop=True)


def comparable(values: Series) -> Series:
    """Text without regard to case, all else as numbers."""
    if all(isinstance(value, str) for value in values):
        return values.astype(str).str.casefold()
    return values.astype(float)
