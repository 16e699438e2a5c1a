"""The chart of an exhibit for the browser: its specification, and where a page finds it."""

from portal.charts.interactive import interactive
from portal.charts.sizes import Size
from portal.charts.space import Space
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.keeping import kept
from portal.exhibits.pictures import PAGE_WIDTH, PHONE_WIDTH
from portal.exhibits.suffixes import PLOT_SUFFIXES
from portal.exhibits.tips import tips_of

BODY = "body"  # the part of a picture that a page draws itself: the chart without the words round it


def body_file(exhibit: Exhibit, *, size: Size) -> bytes:
    """The body of the chart as a Vega-Lite specification in the colours of its page."""
    shape = exhibit.shape
    if shape is None or not shape.is_plot:
        raise ValueError(f"exhibit {exhibit.address} is no plot")

    def make() -> bytes:
        space = Space(size.width, size.height, exhibit.language)
        label = exhibit.headline
        return interactive(exhibit.drawn, shape, space, label=label, tips=tips_of(exhibit)).encode()

    return kept(exhibit, f".vl.json {BODY} {size}", make)


def specification_addresses(exhibit: Exhibit) -> dict[str, str]:
    """Of the inline charts of a page, as pictures.page_charts names them; empty where none can come alive."""
    if exhibit.is_empty or not set(PLOT_SUFFIXES) <= set(exhibit.suffixes):
        return {}
    href = exhibit.href(*PLOT_SUFFIXES)
    start = f"{href}{'&' if '?' in href else '?'}width="
    return {
        "wide": f"{start}{PAGE_WIDTH}&part={BODY}",
        "narrow": f"{start}{PHONE_WIDTH}&part={BODY}",
    }
