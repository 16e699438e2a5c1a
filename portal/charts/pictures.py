"""Pictures of a frame: for a page, and as SVG, PNG and PDF files. What other rooms call."""

import re
from math import sqrt
from typing import TYPE_CHECKING

from portal.charts import drawing
from portal.charts.bodies import body, is_quick
from portal.charts.captions import Caption
from portal.charts.drawing import DrawingError
from portal.charts.framing import NAMESPACES, framed
from portal.charts.layout import laid_out
from portal.charts.lettering import SYSTEM_FONTS
from portal.charts.markup import clean, escaped, hatched, prefix, quoted
from portal.charts.metadata import pdf_with_metadata, png_with_metadata
from portal.charts.outlines import outlined
from portal.charts.palette import in_theme, in_variables
from portal.charts.shape import Shape
from portal.charts.sizes import MAX_PIXELS, Size
from portal.charts.space import Body, Space

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["DrawingError", "body_pdf", "body_svg", "framed_svg", "inline_svg", "pdf", "png"]

PAGE_BODY = 780  # pixels: the width of a chart in a page
LINK = re.compile(r"<a [^>]*>")
MOST_TEXTS = 1000  # of a picture whose text is set by the library that draws it
TRIES = 6  # to find the width at which a chart fills a fixed height


def body_svg(frame: "DataFrame", shape: Shape, *, language: str, theme: str = "light", width: float = PAGE_BODY) -> str:
    """The chart alone, without title and source, in the colours of a theme."""
    return _alone(body(frame, shape, Space(width, language=language)), theme)


def body_pdf(
    frame: "DataFrame", shape: Shape, *, language: str, width: float, tallest: float
) -> tuple[bytes, float, float]:
    """The chart alone as a page of PDF, and its width and height: as tall as it needs to be, within a limit."""
    drawn = body(frame, shape, Space(width, language=language))
    if drawn.height > tallest:
        drawn = _filling(drawn, frame, shape, Space(width, tallest, language))
    return drawing.ask("pdf", _quick(_alone(drawn, "light"))), drawn.width, drawn.height


def inline_svg(
    frame: "DataFrame", shape: Shape, *, language: str, label: str, description: str, width: float = PAGE_BODY
) -> str:
    """The chart for a page: as wide as its place, in the page's own colours and fonts.

    It has no style attribute, so that a strict Content-Security-Policy lets it be.
    """
    drawn = body(frame, shape, Space(width, language=language))
    start = prefix(drawn.content, clean(label), f"{width:g}")
    content = in_variables(hatched(_unlinked(drawn.content), start))
    content = content.replace(f' font-family="{Space(width, language=language).fonts}"', "")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawn.width:g} {drawn.height:g}" width="100%"'
        f' role="img" lang={quoted(language)} aria-labelledby="{start}-title" aria-describedby="{start}-desc"'
        f' font-family="{SYSTEM_FONTS}"><title id="{start}-title">{escaped(label)}</title>'
        f'<desc id="{start}-desc">{escaped(description)}</desc>{content}</svg>'
    )


def framed_svg(frame: "DataFrame", shape: Shape, caption: Caption, *, theme: str, size: Size) -> str:
    """The whole picture as a file; its text is drawn as paths, so that it looks the same anywhere."""
    picture, _ = _framed(frame, shape, caption, theme=theme, size=size)
    return outlined(picture)


def png(frame: "DataFrame", shape: Shape, caption: Caption, *, theme: str, size: Size) -> bytes:
    """The whole picture as a palette PNG with its title, source and licence inside."""
    picture, height = _framed(frame, shape, caption, theme=theme, size=size)
    # A picture as tall as it needs to be may come out larger than memory allows at this scale.
    scale = min(size.scale, sqrt(MAX_PIXELS / (size.width * height)))
    return png_with_metadata(drawing.ask("png", _quick(picture), scale), caption.cleaned())


def pdf(frame: "DataFrame", shape: Shape, caption: Caption, *, theme: str, size: Size) -> bytes:
    """The whole picture as a PDF with text that can be selected, unless there is very much of it."""
    picture, _ = _framed(frame, shape, caption, theme=theme, size=size)
    return pdf_with_metadata(drawing.ask("pdf", _quick(picture)), caption.cleaned())


def _alone(drawn: Body, theme: str) -> str:
    """A chart as a picture without a frame."""
    start = prefix(drawn.content, theme)
    size = f'width="{drawn.width:g}" height="{drawn.height:g}" viewBox="0 0 {drawn.width:g} {drawn.height:g}"'
    return in_theme(f"<svg {NAMESPACES} {size}>{hatched(drawn.content, start)}</svg>", theme)


def _quick(picture: str) -> str:
    """The picture as it is, or with its text as paths: setting thousands of texts takes longer than a reader waits."""
    return outlined(picture) if picture.count("<text") > MOST_TEXTS else picture


def _framed(frame, shape: Shape, caption: Caption, *, theme: str, size: Size) -> tuple[str, int]:
    layout = laid_out(caption.cleaned(), size)
    space = Space(layout.body_width, layout.body_height, layout.caption.language)
    drawn = body(frame, shape, space)
    return framed(drawn if space.height is None else _filling(drawn, frame, shape, space), layout, theme=theme)


def _filling(drawn: Body, frame, shape: Shape, space: Space) -> Body:
    """The chart; where it is too tall for a fixed height, drawn wider and shown smaller."""
    width, height, language = space.width, space.height, space.language
    if height is None or drawn.height <= height:
        return drawn
    fits = drawn.height / height  # so much wider it is no taller than now, and shown small enough
    if is_quick(shape):
        too_little = 1.0
        for _ in range(TRIES):
            middle = (too_little + fits) / 2
            tried = body(frame, shape, Space(width * middle, height * middle, language))
            too_little, fits = (too_little, middle) if tried.height <= height * middle else (middle, fits)
    return body(frame, shape, Space(width * fits, height * fits, language))


def _unlinked(content: str) -> str:
    """Without links: what is an image to a screen reader cannot hold them, the page lists them itself."""
    return LINK.sub("<g>", content).replace("</a>", "</g>")
