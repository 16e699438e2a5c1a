"""How the words round a chart break into lines, and how much room is left for the chart."""

from dataclasses import dataclass

from portal.charts.captions import Caption
from portal.charts.lettering import width
from portal.charts.sizes import Size
from portal.charts.wrapping import wrap

MARGIN, TITLE, SUBTITLE, FOOT = 28, 23, 14.5, 12  # pixels in a page-wide picture
LEAST_BODY = 0.45  # of a fixed height, for the chart
SHRINK, LEAST_ZOOM = 0.9, 0.3


@dataclass(frozen=True)
class Layout:
    """Lines and measures of a frame; `zoom` multiplies every text and gap."""

    caption: Caption
    size: Size
    zoom: float
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    foot: tuple[str, ...]

    @property
    def margin(self) -> float:
        return round(MARGIN * self.zoom)

    @property
    def inner_width(self) -> float:
        return self.size.width - 2 * self.margin

    @property
    def title_line(self) -> float:
        return TITLE * self.zoom * (1.34 if self.caption.is_chinese else 1.24)

    @property
    def subtitle_line(self) -> float:
        return SUBTITLE * self.zoom * (1.5 if self.caption.is_chinese else 1.4)

    @property
    def foot_line(self) -> float:
        return FOOT * self.zoom * 1.5

    @property
    def head_height(self) -> float:
        """From the upper edge to the chart."""
        title = (12 + TITLE) * self.zoom + self.title_line * (len(self.title) - 1)
        subtitle = 8 * self.zoom + self.subtitle_line * len(self.subtitle) if self.subtitle else 0
        return self.margin + title + subtitle + 20 * self.zoom

    @property
    def foot_height(self) -> float:
        """From the chart to the lower edge."""
        right = bool(self.caption.credit) + bool(self.caption.licence)
        return 24 * self.zoom + self.foot_line * max(len(self.foot), right, 1) + self.margin

    @property
    def body_width(self) -> float:
        """Room for the chart, in pixels of a page-wide picture."""
        return self.inner_width / self.zoom

    @property
    def body_height(self) -> float | None:
        if self.size.height is None:
            return None
        return max(self.size.height - self.head_height - self.foot_height, 40) / self.zoom


def laid_out(caption: Caption, size: Size) -> Layout:
    """The largest texts that leave enough of a fixed height to the chart."""
    zoom = size.zoom
    while True:
        layout = _layout(caption, size, zoom)
        left = layout.body_height
        is_too_tall = size.height is not None and left is not None and left * zoom < LEAST_BODY * size.height
        if not is_too_tall or zoom * SHRINK < LEAST_ZOOM:
            return layout
        zoom *= SHRINK


def _layout(caption: Caption, size: Size, zoom: float) -> Layout:
    inner = size.width - 2 * round(MARGIN * zoom)

    def lines(text: str, points: float, limit: float, *, bold: bool = False) -> list[str]:
        return wrap(text, limit, points * zoom, bold=bold, language=caption.language, balanced=bold)

    licence = width(caption.licence, FOOT * zoom, language=caption.language)
    credit = width(caption.credit, FOOT * zoom, bold=True, language=caption.language)
    left = max(inner - max(licence, credit) - 24 * zoom, inner / 2)
    return Layout(
        caption,
        size,
        zoom,
        title=tuple(lines(caption.title, TITLE, inner, bold=True)),
        subtitle=tuple(lines(caption.subtitle, SUBTITLE, inner)),
        foot=(*lines(caption.source, FOOT, left), *lines(caption.note, FOOT, left)),
    )
