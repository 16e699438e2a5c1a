"""Native charts of a workbook after its blocks have changed: ours has the series of now, others read the new rows."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from portal.exhibits.marks import fingerprint
from portal.refreshing.blocks import Plan
from portal.refreshing.books import Area, Book, area_of
from portal.refreshing.series import refresh_series, series_of, tag, takes_categories

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHARTS = "xl/charts/chart"


def chart_paths(book: Book) -> list[str]:
    return [path for path in book.parts if path.startswith(CHARTS) and path.endswith(".xml")]


def is_ours(chart: Any, area: Area) -> bool:
    """Whether every series takes its name and numbers from the block of our chart."""
    series = series_of(chart)
    ends = [area_of(each.findtext(f"{tag(part)}//{tag('f')}")) for each in series for part in ("tx", "val")]
    return bool(series) and takes_categories(chart) and all(end is not None and _within(end, area) for end in ends)


def reads_all(book: Book, area: Area) -> bool:
    """Whether charts read every column of a block, so that none of them can be its author's own."""
    texts = [each.text for path in chart_paths(book) for each in book.tree(path).iter(tag("f"))]
    read = {each.left for text in texts if (each := area_of(text)) and _within(each, area)}
    return read == set(range(area.left, area.right + 1))


def refresh_charts(book: Book, fresh: Book, plans: list[Plan], printed: str) -> None:
    """`printed` is the fingerprint of the title that our chart had."""
    before = {plan.name: plan for plan in plans}
    for path in chart_paths(book):
        chart = book.tree(path)
        ours = before.get("Chart")
        if ours is not None and is_ours(chart, ours.area):
            new = _pointed(fresh.tree(chart_paths(fresh)[0]), ours)
            refresh_series(chart, new)
            _refresh_title(chart, new, printed)
        else:
            for reference in chart.iter(tag("f")):
                _grow(reference, plans)


def _within(inner: Area, outer: Area) -> bool:
    return (
        inner.sheet == outer.sheet
        and outer.top <= inner.top <= inner.bottom <= outer.bottom
        and outer.left <= inner.left <= inner.right <= outer.right
    )


def _pointed(chart: Any, plan: Plan) -> Any:
    """A copy of the fresh chart that reads from where the block stands in the author's file."""
    chart = deepcopy(chart)
    for reference in chart.iter(tag("f")):
        area = area_of(reference.text)
        if area is not None:
            shift = plan.area.top - 1  # a fresh block begins in the first cell
            left, right = (plan.columns[column - 1] for column in (area.left, area.right))
            reference.text = str(Area(plan.area.sheet, area.top + shift, left, area.bottom + shift, right))
    return chart


def _grow(reference: Any, plans: list[Plan]) -> None:
    """A column of a block to its last row; its numbers in the chart are read anew when the file is opened."""
    area = area_of(reference.text)
    for plan in plans:
        if area is None or not _within(area, plan.area) or area.bottom != plan.area.bottom or area.top == area.bottom:
            continue
        reference.text = str(replace(area, bottom=plan.wanted.bottom))
        for cache in list(reference.itersiblings()):
            if cache.tag in (tag("numCache"), tag("strCache")):
                cache.getparent().remove(cache)


def _title_of(chart: Any) -> Iterator[Any]:
    return chart.iterfind(f"{tag('chart')}/{tag('title')}//{DRAWING}t")


def _refresh_title(chart: Any, fresh: Any, printed: str) -> None:
    """Unless its author has changed or taken away the title."""
    texts = list(_title_of(chart))
    if texts and fingerprint(["".join(text.text or "" for text in texts)]) == printed:
        texts[0].text = "".join(text.text or "" for text in _title_of(fresh))
        for text in texts[1:]:
            text.text = ""
