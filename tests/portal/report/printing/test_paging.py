"""Pages filled with blocks: what stays together, what waits for the next page, what goes before it."""

from dataclasses import dataclass

import pytest

from portal.report.printing.paging import set_sheets
from portal.report.printing.runs import Run
from portal.report.printing.strips import Floating, Strip, Words

LINE = 10  # points: all lines here are as tall, without room above


@dataclass(frozen=True)
class Picture:
    """A drawing of a height, under a name."""

    name: str
    tall: float

    def strips(self, first: float, full: float) -> list[Strip]:
        return [Strip(self.tall, lambda canvas, top: None, anchors=(self.name,))]


def text(name: str, *, lines: int = 1, is_kept: bool = False) -> Words:
    runs = [run for _line in range(lines) for run in (Run("x"), Run("\n"))]
    return Words(tuple(runs[:-1]), "en", size=LINE, leading=1, above=0, is_kept=is_kept, anchors=(name,))


def names(blocks, *, tall: float) -> list[list[str]]:
    """The names of the blocks that begin on each page."""
    sheets = set_sheets(blocks, "Head", top=0, bottom=tall)
    return [[name for _top, strip in sheet.placed for name in strip.anchors] for sheet in sheets]


def test_blocks_follow_each_other_over_pages():
    assert names([text(name) for name in "abcde"], tall=2 * LINE) == [["a", "b"], ["c", "d"], ["e"]]


def test_a_heading_is_never_left_behind():
    blocks = [text("a"), text("heading", is_kept=True), text("b")]

    assert names(blocks, tall=2 * LINE) == [["a"], ["heading", "b"]]


@pytest.mark.parametrize(("lines", "room", "on_first"), [(5, 4, 3), (5, 5, 3), (3, 3, 0), (4, 3, 2)])
def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(lines, room, on_first):
    sheets = set_sheets([text("a"), text("b", lines=lines)], "Head", top=0, bottom=room * LINE)

    assert len(sheets[0].placed) - 1 == on_first


def test_text_goes_before_a_chart_that_waits_for_the_next_page():
    blocks = [text("a"), Floating((Picture("chart", 3 * LINE),)), text("b"), text("c"), text("d")]

    assert names(blocks, tall=3 * LINE) == [["a", "b", "c"], ["chart"], ["d"]]


def test_a_heading_does_not_go_before_a_chart():
    blocks = [text("a"), Floating((Picture("chart", 3 * LINE),)), text("heading", is_kept=True), text("b")]

    assert names(blocks, tall=4 * LINE) == [["a", "chart"], ["heading", "b"]]
    assert names(blocks, tall=3 * LINE) == [["a"], ["chart"], ["heading", "b"]]


def test_a_chart_at_the_end_is_not_lost():
    assert names([text("a"), Floating((Picture("chart", 3 * LINE),))], tall=3 * LINE) == [["a"], ["chart"]]


def test_a_chart_goes_with_its_heading():
    blocks = [text("a"), text("heading", is_kept=True), Floating((Picture("chart", 2 * LINE),)), text("b")]

    assert names(blocks, tall=3 * LINE) == [["a"], ["heading", "chart"], ["b"]]


def test_what_is_taller_than_a_page_still_stands_on_one():
    assert names([text("a"), Picture("tall", 9 * LINE), text("b")], tall=3 * LINE) == [["a"], ["tall"], ["b"]]


def test_nothing_makes_no_pages():
    assert set_sheets([], "Head", top=0, bottom=100) == []
