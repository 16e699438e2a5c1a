"""The chart of an exhibit as picture: drawn once for each view and data version, then kept."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from portal.charts import pictures
from portal.charts.captions import Caption
from portal.charts.portable import portable
from portal.charts.sizes import Size
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.keeping import kept
from portal.words import sentences

PAGE_WIDTH = 780  # pixels of the chart in a wide page
PHONE_WIDTH = 358  # pixels of the chart on a phone


def picture_file(exhibit: Exhibit, suffix: str, *, theme: str, size: Size) -> bytes:
    """The framed chart as .svg, .png or .pdf; raises DrawingError when it cannot be drawn."""
    draw = {".svg": _framed_svg, ".png": pictures.png, ".pdf": pictures.pdf}[suffix]

    def make() -> bytes:
        return draw(exhibit.drawn, exhibit.shape, caption_of(exhibit), theme=theme, size=size)

    return kept(exhibit, f"{suffix} {theme} {size}", make)


def specification_file(exhibit: Exhibit, *, theme: str, size: Size) -> bytes:
    """The chart as a Vega-Lite specification, for shapes that are plots."""
    shape = exhibit.shape
    if shape is None or not shape.is_plot:
        raise ValueError(f"exhibit {exhibit.address} is no plot")

    def make() -> bytes:
        caption, about = caption_of(exhibit), about_of(exhibit)
        return portable(exhibit.drawn, shape, caption, theme=theme, size=size, about=about).encode()

    return kept(exhibit, f".vl.json {theme} {size}", make)


def about_of(exhibit: Exhibit) -> dict[str, str]:
    """What must travel with a chart that is data itself."""
    return {
        "title": exhibit.title,
        "finding": exhibit.finding,
        "subtitle": exhibit.subtitle,
        "notes": "\n".join(note.text for note in exhibit.notes),
        "sources": "\n".join(f"{citation.words} {citation.url}".strip() for citation in exhibit.citations),
        "licence": f"{exhibit.licence.code} {exhibit.licence.url}",
        "address": exhibit.url(),
        "version": str(exhibit.version),
        "updated": f"{exhibit.updated:%Y-%m-%d}",
    }


def page_charts(exhibit: Exhibit) -> dict[str, str]:
    """The inline SVGs of a page, one for wide and one for narrow screens; empty without a shape or rows."""
    shape = exhibit.shape
    if shape is None or exhibit.is_empty:
        return {}

    def drawing(width: int) -> Callable[[], str]:
        return lambda: pictures.inline_svg(
            exhibit.drawn,
            shape,
            language=exhibit.language,
            label=exhibit.headline,
            description=exhibit.in_words,
            width=width,
        )

    return {
        "wide": kept(exhibit, f"inline {PAGE_WIDTH}", drawing(PAGE_WIDTH)),
        "narrow": kept(exhibit, f"inline {PHONE_WIDTH}", drawing(PHONE_WIDTH)),
    }


def caption_of(exhibit: Exhibit, *, has_table: bool = False) -> Caption:
    """The words round the chart: finding, title and subtitle, sources and mandatory notes.

    `has_table`: it stands round the table, which may need more notes than the chart.
    """
    subtitle = exhibit.subtitle
    if exhibit.finding:
        joint = "。" if exhibit.language == "zh-hans" else ". "
        subtitle = f"{exhibit.title}{joint}{exhibit.subtitle}" if exhibit.subtitle else exhibit.title
    is_chart = exhibit.shape is not None and not has_table
    notes = [note.pictured if is_chart else note.text for note in exhibit.notes if note.is_mandatory]
    return Caption(
        title=exhibit.headline,
        subtitle=subtitle,
        source=exhibit.source_words,
        note=sentences(notes),
        licence=exhibit.licence.code,
        credit=_("Serverless Market Watch"),
        language=exhibit.language,
        description=exhibit.in_words,
        metadata={
            "creator": _("Serverless Market Watch"),
            "source": exhibit.sources_named,
            "rights": exhibit.licence.code,
            "license": exhibit.licence.url,
            "date": f"{exhibit.updated:%Y-%m-%d}",
            "identifier": exhibit.url(),
        },
    )


def _framed_svg(frame, shape, caption, *, theme: str, size: Size) -> bytes:
    return pictures.framed_svg(frame, shape, caption, theme=theme, size=size).encode()
