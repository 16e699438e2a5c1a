"""The series of a native chart brought up to date in its XML, with the looks that its author gave them kept.

Works on the elements of DrawingML charts, which slides and workbooks share.
"""

from copy import deepcopy
from typing import Any

from lxml import etree

from portal.exhibits.slide_marks import check_counts

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
# Children of a series in the order of the format, as far as ours are put among them.
ORDER = ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls",
         "trendline", "errBars", "cat", "val", "smooth", "shape", "extLst")  # fmt: skip
OF_CATEGORIES = {f"{kind}Chart" for kind in ("bar", "bar3D", "line", "line3D", "area", "area3D", "pie", "radar",
                                             "doughnut")}  # fmt: skip
Element = Any  # of lxml, which has no types


def tag(name: str) -> str:
    return f"{{{CHART}}}{name}"


def series_of(chart: Element) -> list[Element]:
    """Those of all plots, in the order of the file."""
    return [series for area in chart.iter(tag("plotArea")) for series in area.findall(f"*/{tag('ser')}")]


def takes_categories(chart: Element) -> bool:
    """Whether every plot has categories and values; scatter and bubble plots have not."""
    series = series_of(chart)
    return bool(series) and all(etree.QName(each.getparent()).localname in OF_CATEGORIES for each in series)


def name_of(series: Element) -> str:
    return series.findtext(f"{tag('tx')}//{tag('v')}") or ""


def labels_of(series: Element) -> list[str]:
    """The categories; one without a name is an empty text."""
    held = {point.get("idx"): point.findtext(tag("v")) or "" for point in series.iterfind(f"{tag('cat')}//{tag('pt')}")}
    counts = [int(count.get("val")) for count in series.iterfind(f"{tag('cat')}//{tag('ptCount')}")]
    return [held.get(str(place), "") for place in range(counts[0] if counts else 0)]


def refresh_series(chart: Element, fresh: Element) -> None:
    """Gives the chart the series of the fresh one, each with what its author made of it where it was there before."""
    check_counts(chart)
    before, now = series_of(chart), series_of(fresh)
    matches = matched([name_of(each) for each in before], [name_of(each) for each in now])
    last = before[-1]
    kept = []
    for place, (each, match) in enumerate(zip(now, matches, strict=True)):
        if match is None:
            series = deepcopy(each)
            last.addnext(series)
        else:
            series = before[match]
            _refresh_one(series, each)
        for name in ("idx", "order"):
            series.find(tag(name)).set("val", str(place))
        last = series
        kept.append(series)
    for series in before:
        if not any(series is each for each in kept):
            _remove(series)
    for plot in {id(series.getparent()): series.getparent() for series in kept}.values():
        _sort(plot, kept)
    _widen_axis(chart, fresh)


def matched(before: list[str], now: list[str]) -> list[int | None]:
    """For each text of now the place of the same text before, the first not yet taken; alone both are the same."""
    if len(before) == len(now) and (len(now) == 1 or not set(before) & set(now)):
        return list(range(len(now)))
    free = list(enumerate(before))
    found: list[int | None] = []
    for text in now:
        match = next((each for each in free if each[1] == text), None)
        if match is not None:
            free.remove(match)
        found.append(match[0] if match is not None else None)
    return found


def _refresh_one(series: Element, fresh: Element) -> None:
    labels = (labels_of(series), labels_of(fresh))
    for name in ("tx", "cat", "val"):
        _replace(series, name, fresh.findall(tag(name)))
    bars, fresh_bars = series.findall(tag("errBars")), fresh.findall(tag("errBars"))
    for old, new in zip(bars, fresh_bars, strict=False):
        for end in ("plus", "minus"):
            if old.find(tag(end)) is not None and new.find(tag(end)) is not None:
                old.replace(old.find(tag(end)), deepcopy(new.find(tag(end))))
    for old in bars if not fresh_bars else ():
        series.remove(old)
    _replace(series, "dPt", _moved(series.findall(tag("dPt")), fresh.findall(tag("dPt")), *labels))
    if (words := series.find(tag("dLbls"))) is not None:
        fresh_words = fresh.find(tag("dLbls"))
        others = [] if fresh_words is None else fresh_words.findall(tag("dLbl"))
        moved = _moved(words.findall(tag("dLbl")), others, *labels)
        for old in words.findall(tag("dLbl")):
            words.remove(old)
        for place, each in enumerate(moved):
            words.insert(place, each)


def _moved(points: list[Element], fresh: list[Element], before: list[str], now: list[str]) -> list[Element]:
    """The looks of single points with their categories, wherever these stand now; new categories look as they come."""
    found: dict[int, Element] = {}
    old = {int(point.find(tag("idx")).get("val")): point for point in points}
    new = {int(point.find(tag("idx")).get("val")): point for point in fresh}
    for place, match in enumerate(matched(before, now)):
        point = new.get(place) if match is None else old.get(match)
        if point is not None:
            found[place] = deepcopy(point)
            found[place].find(tag("idx")).set("val", str(place))
    return list(found.values())


def _replace(series: Element, name: str, elements: list[Element]) -> None:
    for old in series.findall(tag(name)):
        series.remove(old)
    after = [tag(each) for each in ORDER[ORDER.index(name) + 1 :]]
    following = next((child for child in series if child.tag in after), None)
    for element in elements:
        copy = deepcopy(element)
        series.append(copy) if following is None else following.addprevious(copy)


def _remove(series: Element) -> None:
    plot = series.getparent()
    plot.remove(series)
    if plot.find(tag("ser")) is None:
        plot.getparent().remove(plot)


def _sort(plot: Element, order: list[Element]) -> None:
    own = [series for series in order if series.getparent() is plot]
    place = plot.index(plot.find(tag("ser")))
    for series in own:
        plot.remove(series)
    for shift, series in enumerate(own):
        plot.insert(place + shift, series)


def _widen_axis(chart: Element, fresh: Element) -> None:
    """An end of the axis that would cut the longest bar moves to where the fresh chart has it."""
    ends = [each.find(f".//{tag('valAx')}/{tag('scaling')}/{tag('max')}") for each in (chart, fresh)]
    if all(end is not None for end in ends) and float(ends[0].get("val")) < float(ends[1].get("val")):
        ends[0].set("val", ends[1].get("val"))
