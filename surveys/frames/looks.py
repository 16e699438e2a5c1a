"""Figures as a reader wants them: without intervals, or as estimated people in place of shares."""

import numpy as np
import pandas as pd

from surveys.looks import Look
from surveys.statistics import WHOLE

PEOPLE_UNIT = "people"
INTERVAL = ["ci_low", "ci_high"]


def looked_at(frame: pd.DataFrame, look: Look) -> pd.DataFrame:
    """The same rows with the numbers of a look."""
    frame = frame if look.has_intervals else without_intervals(frame)
    return as_people(frame) if look.is_people else frame


def without_intervals(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(ci_low=float("nan"), ci_high=float("nan"), ci_method="")


def as_people(frame: pd.DataFrame) -> pd.DataFrame:
    """Shares and their intervals times the base, to whole people; halves go up."""
    people = {key: np.floor(frame[key] * frame["base_n"] / WHOLE + 0.5) for key in ("value", *INTERVAL)}
    return frame.assign(**people, unit=PEOPLE_UNIT)
