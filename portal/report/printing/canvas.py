"""The canvas of the printed report: A4 pages with links within it, and charts that are put in when it is written."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.exhibits.print_canvas import About, PrintCanvas

WIDE, TALL = 595, 842  # points: A4, upright


@dataclass(frozen=True)
class Spot:
    """Where a name of the document stands: the number of the page from 1, and the height on it."""

    page: int
    y: float


@dataclass(frozen=True)
class Inset:
    """A page of PDF put into one of ours, at a place and a scale."""

    page: int  # from 0
    body: bytes
    x: float
    y: float
    scale: float


class BookCanvas(PrintCanvas):
    """`spots` says where links within the document lead."""

    def __init__(self, about: About, language: str, spots: Mapping[str, Spot]):
        super().__init__(about, language, size=(WIDE, TALL))
        self.spots, self.insets = spots, list[Inset]()

    def can_follow(self, goal: str) -> bool:
        """Whether a goal, an address or "#" and a name, is somewhere."""
        return goal.removeprefix("#") in self.spots if goal.startswith("#") else bool(goal)

    def follow(self, box: tuple[float, float, float, float], goal: str) -> None:
        """Makes a link of a box."""
        if not goal.startswith("#"):
            self.link(box, goal)
            return
        spot = self.spots[goal.removeprefix("#")]
        self.link(box, self.document.add_link(y=spot.y, page=spot.page))

    def put_in(self, body: bytes, x: float, y: float, scale: float) -> None:
        """A page of PDF whose upper left corner stands here."""
        self.insets.append(Inset(self.document.page - 1, body, x, y, scale))

    def bytes(self) -> bytes:
        from pypdf import PdfReader, PdfWriter  # heavy, needed for files only

        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(super().bytes())))
        for number, inset in enumerate(self.insets):
            put_in(writer, inset, f"/Inset{number}")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()


def put_in(writer, inset: Inset, name: str) -> None:
    """The page of an inset as a form, drawn behind what its page has; nothing of it is read, which would take long."""
    from pypdf import PdfReader
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject

    chart = PdfReader(io.BytesIO(inset.body)).pages[0]
    form = DecodedStreamObject()
    contents: Any = chart["/Contents"].get_object()
    form.set_data(contents.get_data())
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): chart.mediabox,
            NameObject("/Resources"): chart["/Resources"].clone(writer),
        }
    )
    page = writer.pages[inset.page]
    forms = page["/Resources"].get_object().setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    forms[NameObject(name)] = writer._add_object(form.flate_encode())
    down = TALL - inset.y - float(chart.mediabox.height) * inset.scale
    drawing = DecodedStreamObject()
    drawing.set_data(f"q {inset.scale:.5f} 0 0 {inset.scale:.5f} {inset.x:.3f} {down:.3f} cm {name} Do Q".encode())
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(drawing)])
