"""How an exhibit is cited: one line of text, BibTeX, RIS and CSL-JSON, each with version, sources and address.

The day of retrieval is that of the data version unless it is given: files must be the same bytes for the same data, and
this version is what stands at the address since that day. Pages put the reader's own day in its place.
"""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.exhibits.cited_texts import (
    CSL_LANGUAGES,
    LANGUAGE_NAMES,
    Citations,
    bibtex_text,
    csl_text,
    latex,
    ris_text,
    verbatim,
)
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.source_citing import citations_of_source


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
    """In the exhibit's language; `root` is the public address where settings do not know it.

    What is all about one source names that source, as it was read, and no day of the reader's.
    """
    with override(exhibit.language):
        if exhibit.is_source:
            return citations_of_source(exhibit.citations[0])
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
    """Double braces keep names and capitals as they are."""
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
    return bibtex_text(cited.key, fields)


def ris_of(cited: Cited) -> str:
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
    return ris_text(fields)


def csl_of(cited: Cited) -> str:
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
    return csl_text(item)


def date_parts(day: date) -> dict:
    return {"date-parts": [[day.year, day.month, day.day]]}
