"""Whole tables: every list of the API as one file, for the catalogue of data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Func, IntegerField, Value
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.api.operations import published
from portal.api.resources import Resource
from portal.exhibits.citations import CC_BY_4
from portal.site.catalogue import last_updates
from portal.versions import current_version


@dataclass(frozen=True)
class WholeTable:
    """`rows` are those that the file holds; addresses are whole paths, as the API knows no language in them."""

    title: str
    rows: int
    updated: date
    csv: str
    json: str


def whole_tables() -> list[WholeTable]:
    """In the order of the API."""
    counts, updates = counted(published.values()), last_updates()
    return [
        WholeTable(
            title=capfirst(str(resource.rows().model._meta.verbose_name_plural)),
            rows=counts[name],
            updated=updates.get(name, current_version().changed.date()),
            csv=reverse(f"api:download_{name}"),
            json=reverse(f"api:list_{name}"),
        )
        for name, resource in published.items()
    ]


def data_set_of(table: WholeTable, root: str) -> dict:
    """As schema.org describes data sets: https://schema.org/Dataset"""
    forms = ((table.csv, "text/csv"), (table.json, "application/json"))
    return {
        "@type": "Dataset",
        "name": table.title,
        "description": _("%(name)s: %(text)s") % {"name": _("Whole tables"), "text": table.title},
        "url": f"{root}{table.json}",
        "license": CC_BY_4.url,
        "dateModified": table.updated.isoformat(),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{root}{path}"} for path, kind in forms
        ],
    }


def counted(resources: Iterable[Resource]) -> dict[str, int]:
    """{resource: its rows}, in one query."""
    first, *others = (
        resource.rows()
        .order_by()
        .annotate(
            resource=Value(resource.name, output_field=CharField()),
            count=Func("pk", function="COUNT", output_field=IntegerField()),
        )
        .values_list("resource", "count")
        for resource in resources
    )
    return dict(first.union(*others, all=True))
