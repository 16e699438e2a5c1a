"""What weights cost: how many respondents of equal weight would be as good as the weighted ones (Kish 1965)."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Design:
    """Respondents with a weight above 0, and their effective number (Σw)² / Σw²; 0 and 0 where there is none."""

    respondents: int
    effective: float

    @property
    def effect(self) -> float | None:
        """n / e, at least 1; None for nobody."""
        return self.respondents / self.effective if self.effective else None

    @property
    def efficiency(self) -> float | None:
        """e / n, at most 1; None for nobody."""
        return self.effective / self.respondents if self.respondents else None


def design_of(weights: np.ndarray) -> Design:
    """`weights` holds one number of 0 or more for each respondent."""
    largest = float(weights.max()) if len(weights) else 0.0
    if not largest > 0:
        return Design(0, 0.0)
    counting = weights[weights > 0] / largest  # of 0 to 1: weights times 1000 give the same, and no square overflows
    return Design(len(counting), float(counting.sum()) ** 2 / float((counting**2).sum()))
