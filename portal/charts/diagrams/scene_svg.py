"""A scene as SVG in stand-in colours."""

from portal.charts.diagrams.scene import PADDING, TEXT, Arrow, Box, Item, Scene, Words, words_height
from portal.charts.markup import text_line
from portal.charts.palette import HATCHED, stand_in
from portal.charts.space import LINE, Body, Space

HEAD = 7  # pixels: length of an arrow's head
ASCENT = 0.98  # from the top of a line down to its baseline, in sizes


def drawn(scene: Scene, space: Space) -> Body:
    """The whole scene."""
    return Body("".join(_item(item, space) for item in scene.items), scene.width, round(scene.height, 1))


def _item(item: Item, space: Space) -> str:
    if isinstance(item, Box):
        return _box(item, space)
    return _arrow(item) if isinstance(item, Arrow) else _words(item, space)


def _box(box: Box, space: Space) -> str:
    fill = HATCHED if box.tone == "hatch" else stand_in(box.tone)
    stroke = f' stroke="{stand_in("ink-3" if box.is_dashed else "rule")}"' if box.is_framed else ""
    dashes = ' stroke-dasharray="5 4"' if box.is_dashed else ""
    size = f'width="{box.width:.1f}" height="{box.height:.1f}"'
    parts = [f'<rect x="{box.x:.1f}" y="{box.y:.1f}" {size} rx="6" fill="{fill}"{stroke}{dashes}/>']
    y = box.y + ((box.height - words_height(box)) / 2 if box.is_centred else PADDING)
    x, room = (box.x + box.width / 2 if box.is_centred else box.x + PADDING), box.width - 2 * PADDING
    soft = "ink-2" if box.ink == "ink" else box.ink
    title = Words(box.title, x, y, room, box.size, box.ink, is_bold=True, is_centred=box.is_centred)
    text = Words(box.text, x, y + title.height + (4 if box.title else 0), room, TEXT, soft, is_centred=box.is_centred)
    return "".join([*parts, _words(title, space), _words(text, space)])


def _words(words: Words, space: Space) -> str:
    tops = (words.y + words.size * (ASCENT + LINE * place) for place in range(len(words.lines)))
    return "".join(
        text_line(
            line,
            round(words.x, 1),
            top,
            words.size,
            family=space.family,
            fill=stand_in(words.tone),
            bold=words.is_bold,
            anchor="middle" if words.is_centred else "start",
        )
        for line, top in zip(words.lines, tops, strict=True)
    )


def _arrow(arrow: Arrow) -> str:
    across, down = arrow.to_x - arrow.x, arrow.to_y - arrow.y
    length = (across**2 + down**2) ** 0.5
    across, down = across / length, down / length
    back = HEAD if arrow.has_head else 0
    end_x, end_y = arrow.to_x - across * back, arrow.to_y - down * back
    dashes = ' stroke-dasharray="4 4"' if arrow.is_dashed else ""
    colour = stand_in(arrow.tone)
    line = (
        f'<line x1="{arrow.x:.1f}" y1="{arrow.y:.1f}" x2="{end_x:.1f}" y2="{end_y:.1f}" stroke="{colour}"'
        f' stroke-width="1.6"{dashes}/>'
    )
    if not arrow.has_head:
        return line
    left, right = ((end_x - sign * down * 4.5, end_y + sign * across * 4.5) for sign in (1, -1))
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in ((arrow.to_x, arrow.to_y), left, right))
    return f'{line}<polygon points="{corners}" fill="{colour}"/>'
