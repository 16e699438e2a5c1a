"""The catalogue of data: everything that can be downloaded, with forms, rows, licence and last update."""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.exhibits.citations import CC_BY_4
from portal.exhibits.suffixes import FORM_OF
from portal.models import Chapter, ImportRun, Source, Term
from portal.site.news import MOST_LOADS, all_news, touches
from portal.site.sections import Download, exhibit_files, sections
from portal.versions import current_version

KINDS = {
    "survey": gettext_lazy("Survey series"),
    "wave": gettext_lazy("Waves of surveys"),
    "question": gettext_lazy("Questions of waves"),
    "trend": gettext_lazy("Questions over the waves"),
    "answers": gettext_lazy("Tables of answers"),
    "product": gettext_lazy("Products and vendors"),
    "fact": gettext_lazy("Facts about products"),
    "comparison": gettext_lazy("Comparison"),
    "cost": gettext_lazy("Costs"),
    "taxonomy": gettext_lazy("Taxonomies"),
    "landscape": gettext_lazy("Landscape editions"),
    "report": gettext_lazy("Report"),
    "reading": gettext_lazy("Sources, terms and news"),
}

SUFFIX = re.compile(r"\.[a-z0-9.]+$")


def all_downloads(kinds: Iterable[str] = (), words: str = "") -> list[Download]:
    """Of these kinds, or all, in the order of KINDS; those whose title holds every word."""
    found = [*(each for section in sections() for each in section.downloads()), *own_downloads()]
    wanted = tuple(kinds) or tuple(KINDS)
    order = list(KINDS)
    return sorted(
        (each for each in found if each.kind in wanted and holds(each.title, words)),
        key=lambda each: order.index(each.kind),
    )


def holds(title: str, words: str) -> bool:
    return all(word in title.casefold() for word in words.casefold().split())


def own_downloads() -> list[Download]:
    """What belongs to no app: sources, news, terms, the report."""
    wanted: list[tuple[str, str, int, set[str]]] = [
        (_("Sources"), "sources", Source.objects.count(), {"sources"}),
        (_("What is new"), "news", len(all_news()), set()),
    ]
    if terms := Term.objects.count():
        wanted.append((_("Glossary"), "glossary", terms, {"terms"}))
    tables = [
        Download("reading", title, address, exhibit_files(address), rows, frozenset(datasets))
        for title, address, rows, datasets in wanted
    ]
    return tables + report_downloads()


def report_downloads() -> list[Download]:
    """The whole report and each chapter, to read and to present; its exhibits are files of their own."""
    chapters = list(Chapter.objects.published())
    wanted = [(_("The whole report"), "report")] if chapters else []
    wanted += [(chapter.label, f"report/{chapter.slug}") for chapter in chapters]
    return [
        Download("report", title, address, (("PDF", f"{address}.pdf"), ("PowerPoint", f"{address}.pptx")))
        for title, address in wanted
    ]


def last_updates() -> dict[str, date]:
    """{dataset: day of the last load that changed it}."""
    found: dict[str, date] = {}
    for run in ImportRun.objects.newest_loads(MOST_LOADS):
        for name, count in run.counts.items():
            if touches(count):
                found.setdefault(name, run.finished.date())
    return found


def updated(download: Download, updates: dict[str, date]) -> date:
    """The last load of what it is made of; the day of the data version where no load is known."""
    days = [updates[name] for name in download.datasets if name in updates]
    return max(days, default=current_version().changed.date())


def catalog_of(downloads: Iterable[Download], root: str, language: str) -> dict:
    """As schema.org describes catalogues of data: https://schema.org/DataCatalog"""
    updates = last_updates()
    organisation = {"@type": "Organization", "name": _("Serverless Market Watch"), "url": f"{root}/"}
    return {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": _("Serverless Market Watch: data"),
        "url": f"{root}/{language}/data",
        "license": CC_BY_4.url,
        "publisher": organisation,
        "dataset": [
            {
                "@type": "Dataset",
                "name": each.title,
                "description": f"{KINDS[each.kind]} · {each.title}",
                "url": f"{root}/{language}/{each.address}",
                "license": CC_BY_4.url,
                "creator": organisation,
                "dateModified": updated(each, updates).isoformat(),
                "distribution": distribution_of(each, f"{root}/{language}"),
            }
            for each in downloads
        ],
    }


def distribution_of(download: Download, root: str) -> list[dict]:
    """Its first file, the table where there is one; the data set's own page describes all its files."""
    return [
        {
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": FORM_OF[SUFFIX.search(urlsplit(address).path)[0]].media_type,
            "contentUrl": f"{root}/{address}",
        }
        for name, address in download.files[:1]
    ]
