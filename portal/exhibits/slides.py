"""The slides of an exhibit: a native chart or table that can be edited, with question, base, source and method."""

import io
from dataclasses import replace
from datetime import UTC

from django.utils.translation import gettext as _

from portal.charts.diagrams.shape import Diagram
from portal.charts.shapes import Heatmap
from portal.exhibits.archive import repacked
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.pictures import caption_of
from portal.exhibits.slide_charts import add_chart
from portal.exhibits.slide_diagrams import add_diagram
from portal.exhibits.slide_marks import mark_slide, version_words
from portal.exhibits.slide_plans import plans_of
from portal.exhibits.slide_tables import add_table, heat_pages, part_words, table_pages
from portal.exhibits.slide_texts import TAGS, framed_slide

SLIDE_WIDTH, SLIDE_HEIGHT = 13.333, 7.5  # inches: 16:9
MOST_COLUMNS = 12  # of a heatmap that can be read on a slide


def slides_file(exhibit: Exhibit) -> bytes:
    """A .pptx file; the same exhibit gives the same bytes."""
    presentation = blank_presentation()
    add_slides(presentation, exhibit)
    _describe(presentation, exhibit)
    out = io.BytesIO()
    presentation.save(out)
    return repacked(out.getvalue(), exhibit.updated)


def add_slides(presentation, exhibit: Exhibit, *, title: str = "") -> list:
    """The exhibit's slides at the end of a presentation, marked, under its headline or an author's own title.

    What is measured stands below the author's title, also where it would have been the headline.
    """
    if isinstance(exhibit.shape, Diagram):
        return [_diagram_slide(presentation, replace(exhibit, finding=title or exhibit.finding), exhibit.shape)]
    own = () if not title else ("title",) if exhibit.finding else ("title", "subtitle")
    plans = plans_of(exhibit.drawn, exhibit.shape, exhibit.title)
    pages, left_out = ([], "") if plans else _pages(exhibit)
    caption = caption_of(replace(exhibit, finding=title) if title else exhibit, has_table=bool(pages)).cleaned()
    notes = _notes(exhibit, left_out)
    slides = []
    for place, content in enumerate([*plans, *pages], start=1):
        part = part_words(place, len(plans) + len(pages), None if plans else content)
        slide = framed_slide(presentation, caption, notes=notes, part=" ".join(filter(None, [part, left_out])))
        frame = add_chart(slide, content) if plans else add_table(slide, content, exhibit.language)
        mark_slide(slide, frame, exhibit, part=place, own=own)
        slides.append(slide)
    return slides


def _diagram_slide(presentation, exhibit: Exhibit, shape: Diagram):
    """One slide; it holds no numbers that could be fetched anew, so it bears no mark but its version in words."""
    caption = caption_of(exhibit).cleaned()
    slide = framed_slide(presentation, caption, notes=f"{_notes(exhibit, '')}\n{version_words(exhibit)}")
    add_diagram(slide, exhibit.drawn, shape, language=exhibit.language, text=exhibit.in_words)
    return slide


def _pages(exhibit: Exhibit):
    shape = exhibit.shape
    if isinstance(shape, Heatmap) and len(exhibit.drawn) and exhibit.drawn[shape.column].nunique() < MOST_COLUMNS:
        corner = exhibit.column(exhibit.grid.rows).label if exhibit.grid else ""
        return heat_pages(exhibit.drawn, shape, corner), ""
    return table_pages(exhibit)


def _notes(exhibit: Exhibit, left_out: str) -> str:
    """Source and method in full, for who speaks and who checks; the mark adds address and version."""
    lines = [
        exhibit.headline,
        exhibit.title,
        exhibit.subtitle,
        exhibit.description,
        left_out,
        *[note.text for note in exhibit.notes],
        _("Sources"),
        *[f"{number}. {each.words} {each.url}".strip() for number, each in enumerate(exhibit.citations, start=1)],
        f"{exhibit.licence.code} {exhibit.licence.url}",
    ]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def blank_presentation():
    """The library's own template at 16:9, with our fonts, and without the layouts that nobody uses."""
    from pptx import Presentation
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    presentation = Presentation()
    ratio = Inches(SLIDE_WIDTH) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(SLIDE_WIDTH), Inches(SLIDE_HEIGHT)
    for layout in list(presentation.slide_layouts):
        if layout.name not in ("Title Only", "Blank"):
            presentation.slide_layouts.remove(layout)
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        for transform in holder._element.iter(qn("a:xfrm")):
            for part, name in ((transform.off, "x"), (transform.ext, "cx")):
                part.set(name, str(round(int(part.get(name)) * ratio)))
    return presentation


def _describe(presentation, exhibit: Exhibit) -> None:
    """Properties that carry the address and the version, so that the file can be found again and compared."""
    properties = presentation.core_properties
    credit = caption_of(exhibit).credit
    when = exhibit.updated.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title, properties.author = exhibit.headline[:250], credit
    properties.last_modified_by = credit
    properties.subject, properties.keywords = exhibit.title[:250], f"{exhibit.licence.code} {exhibit.licence.url}"
    properties.identifier, properties.version = exhibit.url()[:250], str(exhibit.version)
    properties.comments, properties.category = exhibit.url()[:250], exhibit.source_words[:250]
    properties.language, properties.revision = TAGS[exhibit.language], 1
    properties.created = properties.modified = when
