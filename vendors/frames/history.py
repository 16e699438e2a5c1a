"""The dated numbers of one fact, oldest first, for a chart over time."""

from pandas import DataFrame, to_numeric

from portal.exhibits.columns import label_column
from vendors.frames.attributes import NUMBERS
from vendors.frames.facts import DOCUMENTED, SUPERSEDED

YEAR = 4  # characters


def dated_numbers(frame: DataFrame) -> DataFrame:
    """Columns date, series, number of the rows of frames.facts that have a date and a number.

    Dates of different years are drawn by their year, at its distance; else each date stands beside the next. Money of
    two currencies makes two series.
    """
    known = frame[frame["state"].isin([DOCUMENTED, SUPERSEDED]) & (frame["observed_on"] != "")]
    known = known[known["value_type"].isin(NUMBERS) & known["value"].notna()].sort_values("observed_on", kind="stable")
    years = known["observed_on"].str[:YEAR]
    names = known[label_column("product")].astype(str)
    has_currencies = known["unit"].nunique() > 1
    return DataFrame(
        {
            "date": (known["observed_on"] if years.duplicated().any() else years).astype(str),
            "series": known["unit"].astype(str) if has_currencies else names,
            "number": to_numeric(known["value"]).astype(float),
        }
    ).reset_index(drop=True)
