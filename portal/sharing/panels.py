"""What the panels beside an exhibit show: how to cite it, taken apart at the day, and the codes that embed it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.exhibits.citing import citations_of
from portal.exhibits.exhibit import Exhibit
from portal.sharing.codes import embed_path, frozen_path, height_of, live_code

MARK = date.max  # stands for the day of retrieval while a citation is taken apart; no address has it
WRITINGS = {  # as portal/js/copy.js writes them too
    "iso": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day:%Y/%m/%d}",
    "list": lambda day: f"{day.year},{day.month},{day.day}",
}


@dataclass(frozen=True)
class CitationForm:
    """One form of the citation as text before and after the day of retrieval, if it names one.

    `suffix` is that of its file, or "".
    """

    code: str
    name: str
    suffix: str
    writing: str
    before: str
    day: str
    after: str
    href: str


def citation_forms(exhibit: Exhibit, root: str) -> list[CitationForm]:
    """The day is that of the data version, and a script sets the reader's own; a source has its own and none here."""
    cited = citations_of(exhibit, retrieved=MARK, root=root)
    forms = (
        ("text", _("Text"), "", "iso", cited.text),
        ("bibtex", "BibTeX", ".bib", "iso", cited.bibtex),
        ("ris", "RIS", ".ris", "slashes", cited.ris.replace("\r\n", "\n")),
        ("csl", "CSL-JSON", ".csl.json", "list", cited.csl),
    )
    found = []
    for code, name, suffix, writing, text in forms:
        write = WRITINGS[writing]
        before, mark, after = text.partition(write(MARK))
        day = write(exhibit.updated.date()) if mark else ""
        href = exhibit.href(suffix) if suffix else ""
        found.append(CitationForm(code, name, suffix, writing, before, day, after, href))
    return found


def embed_codes(shown: dict, root: str) -> dict[str, str]:
    """`shown` is what portal.exhibits.responses.shown gives."""
    exhibit = shown["value"]
    return {
        "live": live_code(exhibit, root, height=height_of(shown["charts"])),
        "embed": embed_path(exhibit),
        "frozen": frozen_path(exhibit),
    }
