"""Marks on slides: put where office programs keep them, and the contents that their fingerprints are made of.

A mark stands in three places, since no program keeps all: a tag of the chart (PowerPoint, also when it is copied to
another deck), its name (LibreOffice and others) and the last line of the notes (wherever charts lose their names).
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.exhibits.marks import Mark, fingerprint, mark_of
from portal.exhibits.slide_texts import FINDING, PUBLISHER, QUESTION, SOURCE

TAG = "SMW_MARK"
ROLES = {FINDING: "title", QUESTION: "subtitle", SOURCE: "foot", PUBLISHER: "credit"}  # by the names of our shapes
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
MOST_POINTS = 20_000  # of a series; ours have some hundred
LESS, MORE = "minus", "plus"  # columns of the distances from a value to the ends of its interval
Contents = list[tuple[str, str, float | str | None]]  # (row, column, what stands there)


def mark_slide(slide, frame, exhibit: Exhibit, *, part: int = 1, own: Iterable[str] = ()) -> Mark:
    """Marks the chart or table `frame` of a finished slide; texts in the roles `own` are the author's and stay so."""
    numbers, ends = without_ends(contents := contents_of(frame)), only_ends(contents)
    prints = {"data": contents_print(numbers)} | ({"ends": contents_print(ends)} if ends else {})
    prints |= {
        role: fingerprint(lines_of(shape.text_frame))
        for shape in slide.shapes
        if (role := ROLES.get(shape.name)) and shape.has_text_frame and role not in own
    }
    prints["alt"] = fingerprint([alternative_of(frame)])
    notes = slide.notes_slide.notes_text_frame
    if "notes" not in own:
        prints["notes"] = fingerprint(lines_of(notes))
    mark = mark_of(exhibit, part=part, prints=prints.items())
    name_frame(frame, mark)
    tag_frame(slide, frame, mark)
    notes.add_paragraph().text = stamp(exhibit, mark)
    return mark


def stamp(exhibit: Exhibit, mark: Mark) -> str:
    """The last line of the notes: version and date in words, then the mark."""
    return f"{version_words(exhibit)} · {mark.text}"


def version_words(exhibit: Exhibit) -> str:
    return _("Data version %(version)s of %(date)s") % {
        "version": exhibit.version,
        "date": f"{exhibit.updated:%Y-%m-%d}",
    }


def name_frame(frame, mark: Mark) -> None:
    kind = "Chart" if frame.has_chart else "Table"
    frame.name = f"{kind} {mark.text}"


def tag_frame(slide, frame, mark: Mark) -> None:
    """A new tag part of the slide, named by the frame."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls, qn

    package = slide.part.package
    name = package.next_partname("/ppt/tags/tag%d.xml")
    part = Part(name, CONTENT_TYPE.PML_TAGS, package, tag_part(mark))
    related = slide.part.relate_to(part, RELATIONSHIP_TYPE.TAGS)
    holder = frame._element.nvGraphicFramePr.find(qn("p:nvPr"))
    data, extensions = holder.find(qn("p:custDataLst")), holder.find(qn("p:extLst"))
    if data is None:
        data = parse_xml(f"<p:custDataLst {nsdecls('p', 'r')}/>")
        holder.append(data) if extensions is None else extensions.addprevious(data)
    data.append(parse_xml(f'<p:tags {nsdecls("p", "r")} r:id="{related}"/>'))


def tag_part(mark: Mark) -> bytes:
    text = escape(mark.text, {'"': "&quot;"})
    return f'<p:tagLst xmlns:p="{PRESENTATION}"><p:tag name="{TAG}" val="{text}"/></p:tagLst>'.encode()


def alternative_of(frame) -> str:
    return frame._element.nvGraphicFramePr.cNvPr.get("descr", "")


def frames_of(shapes) -> Iterator:
    """The native charts and tables among shapes, those in groups too."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from frames_of(shape.shapes)
        elif shape.has_chart or shape.has_table:
            yield shape


def lines_of(text_frame) -> list[str]:
    return [paragraph.text for paragraph in text_frame.paragraphs]


def contents_of(frame) -> Contents:
    """Every number of a chart, every cell of a table, under the words that stand before and above it."""
    return list(_of_chart(frame.chart) if frame.has_chart else _of_table(frame.table))


def only_ends(contents: Contents) -> Contents:
    """The ends of intervals, which some programs lose."""
    return [each for each in contents if each[1] in (LESS, MORE)]


def without_ends(contents: Contents) -> Contents:
    return [each for each in contents if each[1] not in (LESS, MORE)]


def contents_print(contents: Contents) -> str:
    """Their fingerprint; numbers are told to ten digits, whichever program wrote them."""
    return fingerprint(
        f"{row} | {column} | {f'{value:.10g}' if isinstance(value, float) else value or ''}"
        for row, column, value in contents
    )


def check_counts(chart) -> None:
    """ValueError where an element of a chart claims more points than any of ours has: readers would make them all."""
    for count in chart.iter("{*}ptCount"):
        if int(count.get("val")) > MOST_POINTS:
            raise ValueError(f"ptCount {count.get('val')}: expected at most {MOST_POINTS}")


def _of_chart(chart) -> Iterator[tuple[str, str, float | None]]:
    """A single series goes without its name, which is the title and no part of what it says."""
    check_counts(chart._chartSpace)
    plot = chart.plots[0]
    labels = [str(category.label) for category in plot.categories]
    series = list(plot.series)
    for each in series:
        values = dict(enumerate(each.values))
        for place, label in enumerate(labels):
            value = values.get(place)
            yield label, each.name if len(series) > 1 else "", None if value is None else float(value)
        for end in (LESS, MORE):
            yield from ((labels[place], end, value) for place, value in _ends(each, end) if place < len(labels))


def _ends(series, end: str) -> Iterator[tuple[int, float]]:
    """(place, distance) of each error bar; programs write them as literal numbers or as a cache of cells."""
    for bars in series._element.findall("{*}errBars"):
        for point in bars.findall(f"{{*}}{end}/*/{{*}}pt"):
            yield int(point.get("idx")), float(point.findtext("{*}v"))


def _of_table(table) -> Iterator[tuple[str, str, str]]:
    heads = [cell.text for cell in table.rows[0].cells]
    for row in list(table.rows)[1:]:
        first, *cells = [cell.text for cell in row.cells]
        yield first, "", ""
        for head, text in zip(heads[1:], cells, strict=False):
            yield first, head, text
