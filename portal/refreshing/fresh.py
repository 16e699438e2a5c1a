"""What the portal shows now at the address of a mark, made once for each address of a file."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, QueryDict
from django.utils.translation import override

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.lookup import Found, exhibit_at
from portal.exhibits.marks import Mark, mark_in
from portal.exhibits.slide_marks import ROLES, Contents, alternative_of, contents_of, frames_of, lines_of
from portal.exhibits.slides import add_slides, blank_presentation
from portal.parameters import WrongParameters


@dataclass(frozen=True)
class FreshSlide:
    """A slide as it would be exported now, with its chart or table."""

    exhibit: Exhibit
    slide: Any
    frame: Any

    @property
    def mark(self) -> Mark:
        return mark_in(self.frame.name)  # type: ignore[return-value]  # each fresh frame is named by one

    def lines(self, role: str) -> list[str]:
        """The words in a role, without the line that signs the notes."""
        if role == "alt":
            return [alternative_of(self.frame)]
        if role == "notes":
            return lines_of(self.slide.notes_slide.notes_text_frame)[:-1]
        shapes = [shape for shape in self.slide.shapes if ROLES.get(shape.name) == role]
        return lines_of(shapes[0].text_frame)


class Portal:
    """Exhibits by address; none where the portal shows nothing there any more, or not in this view."""

    def __init__(self) -> None:
        self.found: dict[str, Found | None] = {}
        self.slides: dict[str, list[FreshSlide]] = {}
        self.presentation: Any = None

    def exhibit(self, mark: Mark) -> Found | None:
        if mark.href not in self.found:
            try:
                found = exhibit_at(mark.address, QueryDict(mark.query), language=mark.language)
            except (Http404, WrongParameters):
                found = None
            self.found[mark.href] = found
        return self.found[mark.href]

    def slide(self, mark: Mark) -> FreshSlide | None:
        """The slide of this part of the exhibit, if it takes so many."""
        slides = self._slides_of(mark)
        return slides[mark.part - 1] if 1 <= mark.part <= len(slides) else None

    def count(self, mark: Mark) -> int:
        return len(self._slides_of(mark))

    def contents(self, mark: Mark) -> Contents:
        """The numbers on all slides of the exhibit."""
        return [each for fresh in self._slides_of(mark) for each in contents_of(fresh.frame)]

    def _slides_of(self, mark: Mark) -> list[FreshSlide]:
        found = self.exhibit(mark)
        if found is None:
            return []
        if self.presentation is None:
            self.presentation = blank_presentation()
        if mark.href not in self.slides:
            with override(mark.language):
                slides = add_slides(self.presentation, found.exhibit)
            self.slides[mark.href] = [
                FreshSlide(found.exhibit, slide, next(frames_of(slide.shapes))) for slide in slides
            ]
        return self.slides[mark.href]
