"""One card: a name in a small box, with a line under it and a flag-like mark where it has them."""

from dataclasses import dataclass

from portal.charts.markup import quoted, text_line
from portal.charts.palette import stand_in
from portal.charts.shapes import INFERRED
from portal.charts.space import LINE, Space

TITLE, SMALL, MARK = 12.5, 10.5, 9
PADDING = 8
STRIPE = 4  # pixels: the colour of a class at the left
LOW, HIGH = 28, 42  # pixels: a card of one line, and of two
SAFE_LINKS = ("https://", "http://", "/")


@dataclass(frozen=True)
class Card:
    """What a card says."""

    title: str
    subtitle: str = ""
    mark: str = ""
    tag: str = ""
    href: str = ""
    border: str = ""  # shapes.STATED, INFERRED or nothing known
    tone: str = ""  # of the class it belongs to
    is_classed: bool = False  # its mark names the class, and flags nothing

    @property
    def said(self) -> str:
        """The card in words, for who hears the picture."""
        more = ", ".join(filter(None, [self.subtitle, self.tag, self.mark]))
        return f"{self.title} ({more})" if more else self.title


def drawn(card: Card, x: float, y: float, width: float, height: float, space: Space, *, words: str = "") -> str:
    """The card as SVG; its title in the lines of words, or cut to the width of the card."""
    inner = width - 2 * PADDING
    mark_width = space.measure(card.mark, MARK, bold=True) + 7 if card.mark else 0
    lines = words.split("\n") if words else [space.cut(card.title, inner - (mark_width + 4 if card.mark else 0), TITLE)]
    middle = y + (height / 2 if not (card.subtitle or card.tag) else 14)
    parts = [
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="4" fill="{stand_in("card")}"'
        f' stroke="{stand_in("ink-3" if card.border else "rule")}"{_dashes(card)}/>',
        *(
            _words(
                line, x + PADDING, middle + TITLE * (0.36 + LINE * (index - (len(lines) - 1) / 2)), TITLE, "ink", space
            )
            for index, line in enumerate(lines)
        ),
    ]
    if card.tone:
        size = f'width="{STRIPE}" height="{height:.1f}" rx="2"'
        parts.append(f'<rect x="{x:.1f}" y="{y:.1f}" {size} fill="{stand_in(card.tone)}"/>')
    tag_width = 0.0
    if card.tag:
        tag = space.cut(card.tag, inner, SMALL)
        tag_width = space.measure(tag, SMALL) + 6
        parts.append(_words(tag, x + width - PADDING, y + height - 9, SMALL, "brand", space, anchor="end"))
    if card.subtitle:
        subtitle = space.cut(card.subtitle, inner - tag_width, SMALL)
        parts.append(_words(subtitle, x + PADDING, y + height - 9, SMALL, "ink-3", space))
    if card.mark:
        draw = _plain_mark if card.is_classed else _flag
        parts.append(draw(card.mark, x + width - PADDING + 2 - mark_width, middle, mark_width, space))
    return _linked(card, "".join(parts))


def _words(text: str, x: float, y: float, size: float, tone: str, space: Space, **more) -> str:
    return text_line(text, round(x, 1), y, size, family=space.family, fill=stand_in(tone), **more)


def _dashes(card: Card) -> str:
    return ' stroke-dasharray="4 3"' if card.border == INFERRED else ""


def _flag(text: str, x: float, middle: float, width: float, space: Space) -> str:
    box = f'<rect x="{x:.1f}" y="{middle - 6.5:.1f}" width="{width:.1f}" height="13" rx="2" fill="{stand_in("mark")}"/>'
    words = {"bold": True, "anchor": "middle"}
    return box + _words(text, x + width / 2, middle + MARK * 0.36, MARK, "on-mark", space, **words)


def _plain_mark(text: str, x: float, middle: float, width: float, space: Space) -> str:
    return _words(text, x + width, middle + MARK * 0.36, MARK, "ink-2", space, bold=True, anchor="end")


def _linked(card: Card, content: str) -> str:
    """In a link where the card has a safe address, in a group otherwise."""
    if card.href.startswith(SAFE_LINKS):
        return f"<a xlink:href={quoted(card.href)}>{content}</a>"
    return f'<g role="img" aria-label={quoted(card.said)}>{content}</g>'
