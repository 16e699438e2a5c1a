"""A chunk of respondents with their weights, and the histograms of combined numbers to which chunks add up."""

import numpy as np

from surveys.microdata.cells.coding import small_type

MOST_PICKED = 0.7  # of a chunk's respondents


class Chunk:
    """Where a chunk lies, who of it counts, and the weights with their squares (None: everybody counts once).

    Where few count they are picked out; else the others stay and get number 0 (`kept`), which takes less time.
    """

    def __init__(self, place: slice, kept: np.ndarray | None, weights: np.ndarray | None):
        self.place, self.kept = place, kept
        self.picked: np.ndarray | None = None
        if kept is not None and np.count_nonzero(kept) < MOST_PICKED * len(kept):
            self.kept, self.picked = None, np.flatnonzero(kept)
        self.weights = None if weights is None else self.pick(np.asarray(weights[place]))
        self.squares = None if self.weights is None else self.weights * self.weights

    def pick(self, numbers: np.ndarray) -> np.ndarray:
        return numbers if self.picked is None else numbers.take(self.picked)


def combined(left: np.ndarray, right: np.ndarray, left_size: int, right_size: int) -> np.ndarray:
    """left · right_size + right, in the smallest type that holds it."""
    kind = small_type(left_size * right_size)
    return left.astype(kind, copy=False) * kind.type(right_size) + right.astype(kind, copy=False)


class Histogram:
    """Sums over combined numbers of `sizes`; number 0 of the first of them is waste."""

    def __init__(self, *sizes: int):
        self.sizes = sizes
        self.length = int(np.prod(sizes))
        self.n = np.zeros(self.length, dtype=np.int64)
        self.w: np.ndarray | None = None
        self.w2: np.ndarray | None = None

    def add(self, codes: np.ndarray, chunk: Chunk) -> None:
        places = codes.astype(np.intp)  # once for the three of them
        self.n += np.bincount(places, minlength=self.length)
        if chunk.weights is not None:
            if self.w is None or self.w2 is None:
                self.w, self.w2 = np.zeros(self.length), np.zeros(self.length)
            self.w += np.bincount(places, chunk.weights, self.length)
            self.w2 += np.bincount(places, chunk.squares, self.length)

    @property
    def arrays(self) -> list[np.ndarray]:
        """n, w and w², each of shape `sizes`."""
        n = self.n.astype(float)
        return [
            array.reshape(self.sizes)
            for array in (n, n if self.w is None else self.w, n if self.w2 is None else self.w2)
        ]
