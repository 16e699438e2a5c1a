"""Scene: the placed boxes, arrows and words of a diagram, which pages and slides draw alike."""

from dataclasses import dataclass, replace

from portal.charts.space import LINE, Space

TITLE, TEXT, SMALL = 15, 12.5, 11.5  # pixels
PADDING, GAP = 12, 14
BULLET = "• "


@dataclass(frozen=True)
class Box:
    """A rectangle with words from its top, or in its middle; `tone` is its fill, "hatch" for what is not known."""

    x: float
    y: float
    width: float
    height: float
    tone: str = "card"
    title: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    is_dashed: bool = False
    is_centred: bool = False
    is_framed: bool = True
    ink: str = "ink"
    size: float = TITLE


@dataclass(frozen=True)
class Arrow:
    """A line from point to point, with a head at its end; or a plain one."""

    x: float
    y: float
    to_x: float
    to_y: float
    tone: str = "ink-2"
    has_head: bool = True
    is_dashed: bool = False


@dataclass(frozen=True)
class Words:
    """Lines of text below y; x is their left edge, or their middle. `width` is their room."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    size: float = TEXT
    tone: str = "ink-2"
    is_bold: bool = False
    is_centred: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE


Item = Box | Arrow | Words


@dataclass(frozen=True)
class Scene:
    """Items in the order in which they are drawn."""

    items: tuple[Item, ...]
    width: float
    height: float


@dataclass(frozen=True)
class Part:
    """One row of the frame: a part of the diagram, its kind, its group and the parts that it leads to."""

    code: str
    kind: str
    label: str
    text: str
    within: str
    leads_to: tuple[str, ...]


Parts = tuple[Part, ...]


def of_kind(parts: Parts, kind: str, within: str | None = None) -> Parts:
    """The parts of a kind, in their order; those of one group where it is named."""
    return tuple(part for part in parts if part.kind == kind and within in (None, part.within))


def lines_of(text: str, room: float, space: Space, *, size: float = TEXT, bold: bool = False) -> tuple[str, ...]:
    """The text in lines that fit."""
    return tuple(space.wrapped(text, room, size, bold=bold, most=12).split("\n")) if text else ()


def words_at(
    text: str, x: float, y: float, room: float, space: Space, *, size: float = TEXT, bold: bool = False, **look
) -> Words:
    """The text in lines, from a point downwards."""
    return Words(lines_of(text, room, space, size=size, bold=bold), x, y, room, size, is_bold=bold, **look)


def box_at(
    label: str, text: str, x: float, y: float, width: float, space: Space, *, size: float = TITLE, **look
) -> Box:
    """A box as tall as its words; lists are given as lines of `text`."""
    room = width - 2 * PADDING
    title = lines_of(label, room, space, size=size, bold=True)
    lines = tuple(line for each in text.split("\n") for line in lines_of(each, room, space))
    box = Box(x, y, width, 0, title=title, text=lines, size=size, **look)
    return replace(box, height=words_height(box) + 2 * PADDING)


def words_height(box: Box) -> float:
    """What the words of a box take, without its padding."""
    between = 4 if box.title and box.text else 0
    return len(box.title) * box.size * LINE + between + len(box.text) * TEXT * LINE


def told(part: Part, space: Space) -> str:
    """Label and text of a part on one line."""
    joint = "：" if space.language.startswith("zh") else ": "
    return joint.join(filter(None, [part.label, part.text]))
