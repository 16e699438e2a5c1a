"""Mark: what an exported chart says of itself, so that its numbers can be fetched anew when they change.

A mark is one line of text that looks like an address, because text is all that survives every office program:

    https://example.org/en/surveys/users/2020/use?by=country#smw=7.1&data=0a1b2c3d4ex4&title=5f6a7b8c9dx1
    the page of the exhibit, in the language of the file     version.part  fingerprints of what the file held

The fingerprints tell what its author has changed since; the address is opened by a click and never fetched.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from portal.exhibits.exhibit import Exhibit
from portal.labels import LANGUAGES

LONGEST = 8000  # characters of the address in a mark
SIGN = re.compile(r"#smw=\d[^\s#]{0,400}")
PATTERN = re.compile(
    rf"(?P<root>https?://[^\s/#?]+)?(?P<path>/(?:{'|'.join(LANGUAGES)})/[a-z0-9_/-]{{1,200}})(?:\?(?P<query>[^\s#]*))?"
    r"#smw=(?P<version>\d{1,9})\.(?P<part>\d{1,4})(?P<prints>(?:&[a-z]+=[0-9a-f]{10}x\d{1,5})*)"
)


@dataclass(frozen=True)
class Mark:
    """`url` is that of the exhibit's page; `part` counts the charts or tables that an exhibit takes, from 1.

    `prints` are (role, fingerprint) of the numbers, "data", and of each text that the portal wrote.
    """

    url: str
    version: int
    part: int = 1
    prints: tuple[tuple[str, str], ...] = ()

    def __post_init__(self):
        if not PATTERN.fullmatch(self.text):
            raise ValueError(f"mark {self.text!r}: expected a page's address, version and part, then fingerprints")

    @property
    def text(self) -> str:
        prints = "".join(f"&{role}={value}" for role, value in self.prints)
        return f"{self.url}#smw={self.version}.{self.part}{prints}"

    @property
    def language(self) -> str:
        return self._path.split("/", 2)[1]

    @property
    def address(self) -> str:
        """Path without language, as `exhibit_at` takes it."""
        return self._path.split("/", 2)[2]

    @property
    def query(self) -> str:
        return self._found["query"] or ""

    @property
    def href(self) -> str:
        """Path and query of the page, whichever host wrote the file."""
        return self._path + (f"?{self.query}" if self.query else "")

    def print_of(self, role: str) -> str:
        """The fingerprint of what the file held in this role, empty where it held nothing of ours."""
        return dict(self.prints).get(role, "")

    @property
    def _found(self) -> re.Match:
        return PATTERN.fullmatch(self.text)  # type: ignore[return-value]  # checked on creation

    @property
    def _path(self) -> str:
        return self._found["path"]


def mark_of(exhibit: Exhibit, *, part: int = 1, prints: Iterable[tuple[str, str]] = (), query: str = "") -> Mark:
    """The mark of one chart or table; `query` is the view's own with what the file asks besides, such as labels."""
    url = exhibit.url() if not query else f"{exhibit.url().partition('?')[0]}?{query}"
    return Mark(url, exhibit.version, part, tuple(prints))


def mark_in(text: str) -> Mark | None:
    """The first mark in a text that may hold other words too.

    Only what stands close to the sign is looked at: texts of others may be made to take hours.
    """
    for sign in SIGN.finditer(text):
        before = re.split(r"[\s#]", text[max(sign.start() - LONGEST, 0) : sign.start()])[-1]
        if found := PATTERN.search(before + sign[0]):
            return _mark(found)
    return None


def _mark(found: re.Match) -> Mark:
    prints = tuple(tuple(part.split("=")) for part in found["prints"].split("&") if part)
    return Mark(found[0].partition("#")[0], int(found["version"]), int(found["part"]), prints)  # type: ignore[arg-type]


def fingerprint(lines: Iterable[str]) -> str:
    """Of lines of text, alike in every program: spaces do not count; "x3" at its end says how many lines."""
    plain = [" ".join(unicodedata.normalize("NFC", line).split()) for line in lines]
    digest = hashlib.sha256("\n".join(plain).encode()).hexdigest()
    return f"{digest[:10]}x{len(plain)}"
