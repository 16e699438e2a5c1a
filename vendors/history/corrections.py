"""Corrections that a reader prepares: text to send and rows to load; the portal stores nothing of them."""

import csv
import hashlib
import io
from dataclasses import dataclass
from functools import cached_property
from typing import cast
from urllib.parse import quote, urlencode, urlsplit

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from portal.loading.columns import WrongValue
from portal.loading.datasets import SourceRow
from portal.loading.problems import Report
from portal.loading.reader import RawRow, check_cells
from portal.loading.rows import read_values
from portal.models import Source
from portal.words import headed
from vendors.loading.facts import FactRow, fill_value
from vendors.models import Attribute, Fact, Product

LONGEST_CODE = 120  # characters, as in the table of sources


@dataclass(frozen=True)
class Correction:
    """What a reader holds to be right; `value` is written as in facts.csv."""

    product: Product
    attribute: Attribute
    value: str
    source: str
    observed_on: str
    remark: str

    @cached_property
    def known_source(self) -> Source | None:
        """The source with this address, if the portal has it already."""
        return Source.objects.with_url(self.source).first()

    @property
    def source_code(self) -> str:
        """The code of the source; for a new one made of its address, of one without Latin letters of its digest."""
        if self.known_source:
            return self.known_source.code
        parts = urlsplit(self.source)
        words = f"{parts.hostname or ''} {parts.path} {parts.query}".replace(".", "-").replace("/", "-")
        digest = hashlib.sha1(self.source.encode(), usedforsecurity=False).hexdigest()[:8]
        return slugify(words)[:LONGEST_CODE].strip("-") or f"source-{digest}"

    @property
    def fact_cells(self) -> dict[str, str]:
        """A line of facts.csv: notes and doubts are the team's to write."""
        given = {
            "product": self.product.slug,
            "attribute": self.attribute.code,
            "observed_on": self.observed_on,
            "value": self.value,
            "basis": Fact.Basis.QUOTED.value,
            "source": self.source_code,
        }
        return {column: given.get(column, "") for column in FactRow.model_fields}

    @property
    def source_cells(self) -> dict[str, str]:
        """A line of sources.csv for a source that is new; its kind and standing are the team's to judge."""
        given = {
            "code": self.source_code,
            "title": self.source,
            "url": self.source,
            "kind": Source.Kind.OTHER.value,
            "standing": Source.Standing.THIRD_PARTY.value,
            "published": self.observed_on,
        }
        return {column: given.get(column, "") for column in SourceRow.model_fields}


def wrong_in(correction: Correction) -> dict[str, str]:
    """Column → what is wrong with it, by the rules that the loading of facts.csv has."""
    cells, report = correction.fact_cells, Report()
    texts = {**cells, "source": correction.source, "remark": correction.remark}
    found = dict.fromkeys(check_cells("facts.csv", 2, texts, report), "")
    row, wrong = read_values(FactRow, RawRow(2, cells, frozenset(found), False), "facts.csv", report)
    found = {problem.column: problem.expected for problem in report.kept}
    if found or wrong:
        return found
    fact = Fact(product=correction.product, attribute=correction.attribute, observed_on=correction.observed_on)
    try:
        fill_value(cast(FactRow, row), fact)
        fact.clean_fields(exclude=["product", "attribute", "source", "basis"])
        fact.clean()
    except WrongValue as error:
        return {error.column: error.expected}
    except ValidationError as error:
        return {"value": "; ".join(error.messages)}
    return {}


def as_csv(cells: dict[str, str]) -> str:
    """One line under its header, as loading reads it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(cells), lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(cells)
    return text.getvalue()


def as_text(correction: Correction, *, address: str, version: int, shown: str) -> str:
    """Plain text to copy into a letter; `shown` is what the portal shows now."""
    lines = [
        _("Correction for Serverless Market Watch"),
        headed(_("Fact"), f"{correction.product.label} · {correction.attribute.label}"),
        headed(_("Address of the page"), address),
        headed(_("Data version"), str(version)),
        headed(_("Shown value"), shown),
        headed(_("Right value"), correction.value),
        headed(_("Address of the source"), correction.source),
        headed(_("Date that the source shows"), correction.observed_on or _("none")),
        headed(_("Remark"), correction.remark) if correction.remark else "",
    ]
    return "\n".join(filter(None, lines))


def mail_address(contact: str, text: str) -> str:
    """A mailto: link with the text in it; empty where the portal names nobody to write to."""
    if not contact:
        return ""
    subject, _newline, _rest = text.partition("\n")
    return f"mailto:{quote(contact, safe='@')}?{urlencode({'subject': subject, 'body': text}, quote_via=quote)}"
