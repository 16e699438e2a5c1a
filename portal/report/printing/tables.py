"""Tables in the printed report, of chapters and of exhibits, over as many pages as they need."""

from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from portal.exhibits.table_document import SIZE, TYPE, room_of
from portal.exhibits.table_drawing import SvgCanvas, TableDrawing
from portal.exhibits.table_pages import Page, pages_of_table
from portal.exhibits.table_texts import Texts
from portal.report.printing.canvas import BookCanvas
from portal.report.printing.strips import LEFT, WIDTH, Strip

COLUMNS = 6  # side by side, the row heads among them
LEAST = 110  # points: a table does not begin in less room
GAP = 8  # points around it
RIGHT = "text-align:right"


@dataclass(frozen=True)
class Table:
    """`is_kept` keeps what follows on the page where it ends."""

    texts: Texts
    language: str
    is_kept: bool = False

    def strips(self, first: float, full: float) -> list[Strip]:
        left = first - GAP if first - GAP >= LEAST else full
        room = room_of(self.language, width=WIDTH, height=full - SIZE - GAP, first=left, columns=COLUMNS)
        pages = pages_of_table(self.texts, room)
        return [self._strip(page, is_kept=self.is_kept and page is pages[-1]) for page in pages]

    def _strip(self, page: Page, *, is_kept: bool) -> Strip:
        drawing = TableDrawing(page, self.language, TYPE)
        head = SIZE + GAP if page.part_words else 0

        def draw(canvas: BookCanvas, top: float) -> None:
            canvas.text(page.part_words, LEFT + WIDTH, top + SIZE, SIZE, tone="ink-2", right=True)
            drawing.draw(canvas, left=LEFT, top=top + head)

        return Strip(drawing.draw(SvgCanvas(self.language)) + head, draw, above=GAP, is_kept=is_kept)


def texts_of_table(node: SyntaxTreeNode) -> Texts:
    """A table of Markdown; numbers of footnotes stand in brackets."""
    rows = [row for part in node.children for row in part.children]
    heads, *others = (tuple(words_of(cell) for cell in row.children) for row in rows)
    right = (place for place, cell in enumerate(rows[0].children) if RIGHT in str(cell.attrs.get("style", "")))
    return Texts(heads=heads, rows=tuple(others), numbers=frozenset(right))


def words_of(node: SyntaxTreeNode) -> str:
    """The text of a node without its looks."""
    if node.type == "footnote_ref":
        return f" [{node.meta['id'] + 1}]"
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type in ("text", "code_inline", "image"):
        return node.content
    return "".join(map(words_of, node.children))
