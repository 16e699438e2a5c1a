"""The codes by which other sites show an exhibit: live, which follows the data, and frozen, which holds them."""

import re
from base64 import b64encode
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.utils.html import format_html

from portal.charts.sizes import Size
from portal.exhibits.citing import citations_of
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.files import FileOptions
from portal.exhibits.pictures import PAGE_WIDTH, picture_file
from portal.exhibits.tables import table_of

FRAME_WIDTH = 850  # pixels, where another site asks for a number
NARROW = 704  # pixels of the frame below which its page shows the narrow chart: 44rem
PADDING = 32  # pixels left and right of the chart
VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
AROUND = 260  # pixels that headline, base, notes and source take; more where they break into more lines
AROUND_NARROW = 380
TABLE_HEIGHT = 600  # pixels for an exhibit without a chart; longer tables scroll
FROZEN_SIZE = Size(scale=2)


def embed_path(exhibit: Exhibit) -> str:
    """The bare page of the view, for frames of other sites."""
    return f"/embed{exhibit.href()}"


def frozen_path(exhibit: Exhibit) -> str:
    """What answers the frozen code of the view."""
    return f"/embed/frozen{exhibit.href()}"


def oembed_path(url: str) -> str:
    return f"/oembed?{urlencode({'url': url, 'format': 'json'})}"


def share_image(exhibit: Exhibit) -> str:
    """The picture of this view in the size in which other sites show it."""
    return f"{exhibit.href('.png')}{'&' if exhibit.query else '?'}size=og"


def height_of(charts: dict[str, str], width: int = PAGE_WIDTH + PADDING) -> int:
    """Pixels that the embed needs in a frame of this width; its script tells the frame the exact height."""
    is_narrow = width < NARROW
    box = VIEW_BOX.search(charts.get("narrow" if is_narrow else "wide", ""))
    if box is None:
        return TABLE_HEIGHT
    drawn_width, drawn_height = map(float, box.groups())
    chart = drawn_height * max(width - PADDING, 1) / drawn_width
    return round(chart) + (AROUND_NARROW if is_narrow else AROUND)


def frame_code(exhibit: Exhibit, root: str, *, height: int, width: int | str = "100%") -> str:
    """The frame alone, without a script: for oEmbed and for sites that allow no scripts."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" frameborder="0"></iframe>',
        f"{root}{embed_path(exhibit)}",
        exhibit.headline,
        width,
        height,
    )


def live_code(exhibit: Exhibit, root: str, *, height: int) -> str:
    """A frame that shows the newest data, and the script that gives it the height it needs."""
    script = format_html('<script src="{}/embed.js" async></script>', root)
    return f"{frame_code(exhibit, root, height=height)}\n{script}"


def frozen_code(exhibit: Exhibit, options: FileOptions, root: str) -> str:
    """A figure that needs nothing of us any more: picture or table of this data version, its citation, a way back.

    Raises DrawingError when the picture cannot be drawn.
    """
    context: dict = {"exhibit": exhibit, "page": f"{root}{exhibit.href()}"}
    context["citation"] = citations_of(exhibit, root=root).text
    if exhibit.shape is None or exhibit.is_empty:
        context["table"] = table_of(exhibit)
    else:
        picture = picture_file(exhibit, ".png", theme=options.theme, size=FROZEN_SIZE)
        context["picture"] = f"data:image/png;base64,{b64encode(picture).decode()}"
    return render_to_string("portal/sharing/frozen.html", context).strip() + "\n"
