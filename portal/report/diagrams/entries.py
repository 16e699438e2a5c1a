"""What search finds of the report's own diagrams and tables."""

from collections.abc import Iterator

from portal.labels import in_both
from portal.models import Source
from portal.report.diagrams.content import Content, DiagramContent
from portal.report.diagrams.contents import CONTENTS
from portal.report.diagrams.exhibits import REPORT
from portal.report.diagrams.places import ADDRESS, TITLE
from portal.site.sections import Entry


def exhibit_entries() -> Iterator[Entry]:
    """The list, and one entry an exhibit, found by the names of its parts; none where the report is no source yet."""
    if not Source.objects.in_bulk([REPORT], field_name="code"):
        return
    title = in_both(TITLE)
    yield Entry("exhibit", ADDRESS, *title, words=("exhibits",), rank=3, year="2021")
    for content in CONTENTS:
        title, finding = in_both(content.title), in_both(content.finding)
        yield Entry(
            kind="exhibit",
            address=f"{ADDRESS}/{content.code}",
            title_en=title[0],
            title_zh=title[1],
            words=(content.code, *dict.fromkeys(word for label in _labels(content) for word in in_both(label))),
            preview_en=finding[0],
            preview_zh=finding[1],
            rank=3,
            year="2021",
        )


def _labels(content: Content) -> list:
    if isinstance(content, DiagramContent):
        return [part.label for part in content.parts]
    return [label for _code, label, _texts in content.rows]
