"""Marked charts and tables in a presentation, wherever its author has moved them to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from portal.exhibits.marks import Mark, mark_in
from portal.exhibits.slide_marks import (
    TAG,
    Contents,
    alternative_of,
    contents_of,
    frames_of,
    lines_of,
    name_frame,
    tag_frame,
)
from portal.refreshing.packaging import read_markup, write_markup

NAMESPACE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Marked:
    """A chart or table with its mark and what it held when the file came; `number` is that of its slide."""

    number: int
    slide: Any
    frame: Any
    mark: Mark
    contents: Contents


def marked_frames(presentation) -> Iterator[Marked]:
    """In the order of the slides."""
    for number, slide in enumerate(presentation.slides, start=1):
        frames = list(frames_of(slide.shapes))
        for frame in frames:
            mark = mark_of_frame(slide, frame)
            if mark is None and len(frames) == 1:
                mark = mark_of_notes(slide)
            if mark is not None:
                yield Marked(number, slide, frame, mark, contents_of(frame))


def mark_of_frame(slide, frame) -> Mark | None:
    for part in tags_of(slide, frame):
        for each in read_markup(part.blob):
            if mark := mark_in(each.get("val", "")):
                return mark
    return mark_in(frame.name) or mark_in(alternative_of(frame))


def mark_of_notes(slide) -> Mark | None:
    """The last one that the notes hold."""
    marks = [mark for frame in notes_of(slide) for line in lines_of(frame) if (mark := mark_in(line))]
    return marks[-1] if marks else None


def notes_of(slide) -> list:
    """The text of the notes, in a list that is empty where there are none."""
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return [] if frame is None else [frame]


def tags_of(slide, frame) -> Iterator:
    """The parts with tags that a frame names."""
    for tags in frame._element.nvGraphicFramePr.iter(f"{NAMESPACE}tags"):
        yield slide.part.related_part(tags.get(RELATION))


def write_mark(slide, frame, mark: Mark) -> None:
    """The mark in the name and the tag; what add-ins have tagged too is kept."""
    name_frame(frame, mark)
    for part in tags_of(slide, frame):
        tags = read_markup(part.blob)
        own = [each for each in tags if mark_in(each.get("val", ""))] or [etree.SubElement(tags, f"{NAMESPACE}tag")]
        own[0].set("name", TAG)
        own[0].set("val", mark.text)
        part.blob = write_markup(tags)
        return
    tag_frame(slide, frame, mark)
