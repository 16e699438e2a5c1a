"""How an exhibit is cited: one line of text, BibTeX, RIS and CSL-JSON, each with version, sources and address.

The day of retrieval is that of the data version unless it is given: files must be the same bytes for the same data, and
this version is what stands at the address since that day. Pages put the reader's own day in its place.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

import orjson
from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.exhibits.exhibit import Exhibit

# What BibTeX and LaTeX read as markup; Unicode is left to them as it is (biber, or BibTeX with inputenc).
LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}
BETWEEN_LINES = re.compile(r"\s+")  # RIS ends a field with its line
LANGUAGE_NAMES = {"en": "english", "zh-hans": "chinese"}
CSL_LANGUAGES = {"en": "en", "zh-hans": "zh-Hans"}


@dataclass(frozen=True)
class Citations:
    """The same citation in four forms; `retrieved` is the day that they name."""

    text: str
    bibtex: str
    ris: str
    csl: str
    retrieved: date


@dataclass(frozen=True)
class Cited:
    """What each form says, before it is written in one."""

    key: str
    language: str
    producer: str
    title: str
    version: str
    sources: str
    address: str
    updated: date
    retrieved: date

    @property
    def versioned(self) -> dict[str, str]:
        return {"version": self.version, "date": self.updated.isoformat()}


def citations_of(exhibit: Exhibit, *, retrieved: date | None = None, root: str = "") -> Citations:
    """In the exhibit's language; `root` is the public address where settings do not know it."""
    with override(exhibit.language):
        cited = cited_of(exhibit, retrieved or exhibit.updated.date(), root)
        return Citations(text_of(cited), bibtex_of(cited), ris_of(cited), csl_of(cited), cited.retrieved)


def cited_of(exhibit: Exhibit, retrieved: date, root: str) -> Cited:
    address = exhibit.url()
    return Cited(
        key=key_of(exhibit),
        language=exhibit.language,
        producer=_("Serverless Market Watch"),
        title=exhibit.title,
        version=str(exhibit.version),
        sources=exhibit.sources_named,
        address=f"{root}{address}" if address.startswith("/") else address,
        updated=exhibit.updated.date(),
        retrieved=retrieved,
    )


def key_of(exhibit: Exhibit) -> str:
    """One for each view and version: letters, digits, hyphens and underscores, which every program takes."""
    view = f"-{hashlib.sha256(exhibit.query.encode()).hexdigest()[:6]}" if exhibit.query else ""
    return f"smw-{exhibit.address.replace('/', '-')}{view}-v{exhibit.version}-{exhibit.language}"


def text_of(cited: Cited) -> str:
    """English as in APA 7, Chinese as in GB/T 7714-2015 for an electronic data set."""
    parts = {
        "producer": cited.producer,
        "publisher": cited.producer,
        "year": cited.updated.year,
        "title": cited.title,
        "version": cited.version,
        "updated": cited.updated.isoformat(),
        "sources": cited.sources,
        "retrieved": cited.retrieved.isoformat(),
        "address": cited.address,
    }
    return (
        _(
            "%(producer)s. (%(year)s). %(title)s (Data version %(version)s of %(updated)s) [Data set]. "
            "%(publisher)s. Sources: %(sources)s. Retrieved %(retrieved)s, from %(address)s"
        )
        % parts
    )


def bibtex_of(cited: Cited) -> str:
    """@misc, which BibTeX and biblatex both know. Double braces keep names and capitals as they are."""
    fields = {
        "author": f"{{{latex(cited.producer)}}}",
        "title": f"{{{latex(cited.title)}}}",
        "year": str(cited.updated.year),
        "publisher": f"{{{latex(cited.producer)}}}",
        "version": cited.version,
        # The styles of BibTeX itself print no version.
        "howpublished": latex(_("Data set, version %(version)s of %(date)s") % cited.versioned),
        "note": latex(_("Sources: %(sources)s") % {"sources": cited.sources}),
        "language": LANGUAGE_NAMES[cited.language],
        "url": verbatim(cited.address),
        "urldate": cited.retrieved.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@misc{{{cited.key},\n" + ",\n".join(lines) + "\n}\n"


def latex(text: str) -> str:
    return "".join(LATEX.get(letter, letter) for letter in BETWEEN_LINES.sub(" ", text))


def verbatim(address: str) -> str:
    """An address for \\url, which takes all but braces as they are."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def ris_of(cited: Cited) -> str:
    """Lines end with CR and LF, as the format asks."""
    fields = [
        ("TY", "DATA"),
        ("ID", cited.key),
        ("AU", cited.producer),
        ("TI", cited.title),
        ("PY", str(cited.updated.year)),
        ("DA", f"{cited.updated:%Y/%m/%d}/"),
        ("PB", cited.producer),
        ("ET", cited.version),
        ("N1", _("Sources: %(sources)s") % {"sources": cited.sources}),
        ("LA", CSL_LANGUAGES[cited.language]),
        ("UR", cited.address),
        ("Y2", f"{cited.retrieved:%Y/%m/%d}/"),
    ]
    return "".join(f"{tag}  - {BETWEEN_LINES.sub(' ', value)}\r\n" for tag, value in [*fields, ("ER", "")])


def csl_of(cited: Cited) -> str:
    """A list of one item, as Zotero, pandoc and citeproc read it."""
    item = {
        "id": cited.key,
        "type": "dataset",
        "author": [{"literal": cited.producer}],
        "title": cited.title,
        "publisher": cited.producer,
        "version": cited.version,
        "note": _("Sources: %(sources)s") % {"sources": cited.sources},
        "language": CSL_LANGUAGES[cited.language],
        "URL": cited.address,
        "issued": date_parts(cited.updated),
        "accessed": date_parts(cited.retrieved),
    }
    return orjson.dumps([item]).decode() + "\n"


def date_parts(day: date) -> dict:
    return {"date-parts": [[day.year, day.month, day.day]]}
