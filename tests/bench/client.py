"""One client on one kept connection, and what its times come to."""

import time
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from statistics import median, quantiles
from urllib.parse import urlsplit

WITHIN = 120  # seconds for one answer


@dataclass(frozen=True)
class Times:
    """Seconds, one for each request."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=20)[-1] if len(self.seconds) > 1 else self.seconds[0]

    def __add__(self, other: "Times") -> "Times":
        return Times(self.seconds + other.seconds)

    @property
    def a_second(self) -> float:
        return len(self.seconds) / sum(self.seconds)


class Client:
    """Asks one address after the other; anything but 200 ends the run."""

    serial = count()  # of all clients, so that no two ask for the same answer anew

    def __init__(self, root: str):
        self.connection = HTTPConnection(urlsplit(root).netloc, timeout=WITHIN)

    def get(self, path: str, *, anew: bool = False) -> bytes:
        """The answer; `anew` asks in words that nobody has used before, so that the portal has not kept it."""
        accept = f"*/*, text/x-bench-{next(self.serial)}" if anew else "*/*"
        self.connection.request("GET", path, headers={"Accept": accept})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answers {answer.status}: {body[:300]!r}")
        return body

    def timed(self, path: str, *, anew: bool = False) -> float:
        start = time.perf_counter()
        self.get(path, anew=anew)
        return time.perf_counter() - start

    def times(self, path: str, number: int, *, anew: bool = False) -> Times:
        return Times(tuple(self.timed(path, anew=anew) for _ in range(number)))
