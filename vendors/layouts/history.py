"""The page of one fact: what counts now, and the correction that a reader writes."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from vendors.filters.facts import CorrectionForm
from vendors.frames.facts import NOT_DOCUMENTED, SUPERSEDED
from vendors.history.corrections import Correction, as_text, mail_address
from vendors.history.dates import day_shown, is_stale
from vendors.models import Attribute


@dataclass(frozen=True)
class FactNow:
    """The row that counts on the day shown; `hint` says how its value is written in files."""

    row: dict
    citation: int | None
    is_documented: bool
    is_stale: bool
    earlier: int


def fact_now(exhibit: Exhibit, as_of: str) -> FactNow:
    first = exhibit.frame.iloc[0].to_dict()
    return FactNow(
        row={**first, "basis_label": first[label_column("basis")]},
        citation=exhibit.citation_numbers.get(first["source"]),
        is_documented=first["state"] != NOT_DOCUMENTED,
        is_stale=bool(is_stale(first["observed_on"], day_shown(as_of))),
        earlier=int((exhibit.frame["state"] == SUPERSEDED).sum()),
    )


@dataclass(frozen=True)
class Prepared:
    """A correction to take away: text, a letter, and the files that loading reads."""

    text: str
    mail: str
    facts_href: str
    sources_href: str
    facts_name = "facts.csv"


def prepared(form: CorrectionForm, exhibit: Exhibit, root: str) -> Prepared | None:
    """None where the reader wrote nothing."""
    if not form.is_written:
        return None
    correction: Correction = form.correction()
    path = f"/{exhibit.language}/{exhibit.address}"
    shown = exhibit.frame.iloc[0]
    text = as_text(correction, address=f"{root}{path}", version=exhibit.version, shown=shown["value_text"])
    new = correction.known_source is None
    return Prepared(
        text=text,
        mail=mail_address(settings.CONTACT_EMAIL, text),
        facts_href=f"{path}/correction.csv?{form.written_query}",
        sources_href=f"{path}/correction-source.csv?{form.written_query}" if new else "",
    )


def value_hint(attribute: Attribute) -> str:
    """How a value of this type is written."""
    kinds = Attribute.ValueType
    hints = {
        kinds.NUMBER: _("A number in plain digits, such as 10240 or 0.2"),
        kinds.MONEY: _("An amount and a currency, such as 0.20 USD"),
        kinds.BOOLEAN: _("true or false"),
        kinds.TEXT: _("A few words"),
        kinds.LIST: _("Items separated by semicolons, such as nodejs; python"),
    }
    return hints[kinds(attribute.value_type)]
