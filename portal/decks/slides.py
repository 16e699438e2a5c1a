"""A deck as slides: title, contents with links, the slides of each exhibit, and every source once."""

import io
from collections.abc import Generator
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.charts.lettering import fitted
from portal.decks.contents import Cited, Cover, cited_by, cover_of, sources_title, updated
from portal.decks.deck import Deck
from portal.decks.gathering import Member
from portal.decks.sizes import paged, too_large
from portal.exhibits.archive import repacked
from portal.exhibits.slide_texts import FOOT, LEFT, SUBTITLE, TAGS, TITLE, WIDTH, box, write
from portal.exhibits.slides import add_slides, blank_presentation

LINE = 0.34  # inches: an entry of the contents
FROM = 1.45  # inches: where lists begin
ENTRIES, SOURCES = 14, 14  # on one slide
ENTRY, CITED = 14.0, 11.0  # points
POINTS = 72  # in an inch


def slides_of(deck: Deck, parts: dict[str, list[Member]]) -> Generator[int, None, bytes]:
    """Yields the number of exhibits done; returns the .pptx. `parts` are the exhibits by language."""
    presentation = blank_presentation()
    done = 0
    for language, members in parts.items():
        with override(language):
            cover = cover_of(deck, members, language)
            add_cover(presentation, cover, language)
            contents = [listing(presentation, _("Contents"), language) for _page in paged(members, ENTRIES)]
        firsts = []
        for member in members:
            with override(language):
                slides = add_slides(presentation, member.exhibit, title=member.item.title)
            too_large(deck, len(presentation.slides))
            firsts.append(slides[0])
            done += 1
            yield done
        entries = [(f"{each.number}. {each.headline}", slide) for each, slide in zip(members, firsts, strict=True)]
        fill_contents(presentation, contents, entries, language)
    first = next(iter(parts))
    with override(first):
        add_sources(presentation, cited_by(parts[first]), first, sources_title(parts))
        describe(
            presentation,
            cover_of(deck, parts[first], first),
            subject="; ".join(member.headline for member in parts[first]),
            language=first,
            version=parts[first][0].exhibit.version,
            changed=updated(parts[first]),
        )
    out = io.BytesIO()
    presentation.save(out)
    return repacked(out.getvalue(), updated(members))


def add_cover(presentation, cover: Cover, language: str, *, link_words: str = "") -> None:
    slide = opening(presentation, cover.title, language)
    lines = [(line, float(SUBTITLE + 2), "ink-2", False) for line in cover.lines]
    box(slide, (LEFT - 0.1, 3.65, WIDTH + 0.2, 0.9), lines, language)
    frame = box(slide, (LEFT - 0.1, 6.5, WIDTH + 0.2, 0.6), [(cover.credit, float(SUBTITLE), "ink-2", True)], language)
    if cover.link:
        paragraph = frame.add_paragraph()
        write(paragraph, link_words or _("This deck in the portal"), size=FOOT, tone="ink-3", language=language)
        paragraph.runs[0].hyperlink.address = cover.link


def opening(presentation, title: str, language: str):
    """A slide with a large title and room below it."""
    from pptx.enum.text import MSO_ANCHOR
    from pptx.util import Inches

    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Title Only"))
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = map(Inches, (LEFT - 0.1, 1.6, WIDTH + 0.2, 1.9))
    shape.text_frame.vertical_anchor, shape.text_frame.word_wrap = MSO_ANCHOR.BOTTOM, True
    _head(shape, title, 36, language)
    return slide


def _head(title, text: str, size: float, language: str) -> None:
    from pptx.enum.text import PP_ALIGN

    paragraph = title.text_frame.paragraphs[0]
    write(paragraph, text, size=size, tone="ink", language=language, bold=True)
    paragraph.alignment = PP_ALIGN.LEFT


def listing(presentation, title: str, language: str):
    """A slide with a title and room for a list."""
    from pptx.util import Inches

    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Title Only"))
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = map(Inches, (LEFT - 0.1, 0.4, WIDTH + 0.2, 0.8))
    _head(shape, title, TITLE, language)
    return slide


def fill_contents(presentation, contents: list, entries: list[tuple[str, Any]], language: str) -> None:
    """A line for each entry, words and a slide: it leads to that slide and says its number."""
    numbers = {slide.slide_id: number for number, slide in enumerate(presentation.slides, start=1)}
    for slide, page in zip(contents, paged(entries, ENTRIES), strict=True):
        for place, (entry, target) in enumerate(page):
            text = fitted(entry, (WIDTH - 1.2) * POINTS, ENTRY, language=language)
            top = FROM + place * LINE
            for left, width, words in (
                (LEFT - 0.1, WIDTH - 0.8, text),
                (LEFT + WIDTH - 0.8, 0.8, str(numbers[target.slide_id])),
            ):
                box(slide, (left, top, width, LINE), [(words, ENTRY, "ink", False)], language)
                slide.shapes[-1].click_action.target_slide = target


def add_sources(presentation, cited: list[Cited], language: str, title: str) -> None:
    for page in paged(cited, SOURCES):
        slide = listing(presentation, title, language)
        lines = [(each.words, CITED, "ink", False) for each in page]
        frame = box(slide, (LEFT - 0.1, FROM - 0.1, WIDTH + 0.2, 5.6), lines, language)
        for paragraph, each in zip(frame.paragraphs, page, strict=True):
            _add_link(paragraph, each.citation.url, language)


def _add_link(paragraph, url: str, language: str) -> None:
    """The address of a source behind its words, as a link."""
    from pptx.util import Pt

    paragraph.space_after = Pt(3)
    if not url:
        return
    paragraph.add_line_break()
    run = paragraph.add_run()
    run.text, run.font.size = url, Pt(FOOT - 1)
    run._r.get_or_add_rPr().set("lang", TAGS[language])
    run.hyperlink.address = url


def describe(presentation, cover: Cover, *, subject: str, language: str, version: int, changed: datetime) -> None:
    """Properties that carry the address and the version."""
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = cover.title[:250], cover.credit, cover.credit
    properties.subject, properties.keywords = subject[:250], cover.lines[-1]
    properties.comments, properties.version = cover.link[:250], str(version)
    properties.language, properties.revision = TAGS[language], 1
    properties.created = properties.modified = changed.astimezone(UTC).replace(tzinfo=None, microsecond=0)
