"""Pages of PDF bound into one document: bookmarks, links, title and language."""

import io
from dataclasses import dataclass, field

from portal.charts.metadata import PRODUCER

Box = tuple[float, float, float, float]  # left, top, right, bottom in pixels of the page


@dataclass
class Book:
    """Pages in their order, counted from 0; `starts` says what begins where; links lead to a page or an address."""

    pages: list[bytes] = field(default_factory=list)
    links: list[tuple[int, Box, int | str]] = field(default_factory=list)  # page, box, goal
    starts: list[tuple[str, int]] = field(default_factory=list)

    def add(self, pages: list[bytes], name: str) -> None:
        self.starts.append((name, len(self.pages)))
        self.pages += pages


def bound(book: Book, *, tall: float, about: dict[str, str], language: str) -> bytes:
    """One .pdf; `tall` is the height of its pages in pixels, `about` its properties by their names in the format."""
    from pypdf import PdfReader, PdfWriter  # heavy, needed for files only
    from pypdf.annotations import Link
    from pypdf.generic import NameObject, RectangleObject, TextStringObject

    writer = PdfWriter()
    for body in book.pages:
        writer.append(PdfReader(io.BytesIO(body)), import_outline=False)
    for name, page in book.starts:
        writer.add_outline_item(title=name, page_number=page)
    for page, (left, top, right, bottom), target in book.links:
        box = RectangleObject((left, tall - bottom, right, tall - top))
        goal = {"url": target} if isinstance(target, str) else {"target_page_index": target}
        writer.add_annotation(page, Link(rect=box, border=[0, 0, 0], **goal))
    writer.add_metadata({"/Producer": PRODUCER, **about})
    writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
