"""What rests on a source: what the apps name, and terms."""

from django.utils.translation import gettext_lazy

from portal.models import Source
from portal.site.sections import Resting, sections

KINDS = {
    "wave": gettext_lazy("Waves of surveys"),
    "figure": gettext_lazy("Survey figures"),
    "product": gettext_lazy("Products"),
    "fact": gettext_lazy("Facts about products"),
    "price": gettext_lazy("Price plans"),
    "scheme": gettext_lazy("Taxonomies and landscapes"),
    "listing": gettext_lazy("Entries of taxonomy and landscape"),
    "term": gettext_lazy("Terms"),
}


def resting_on(source: Source) -> list[Resting]:
    """In the order of KINDS."""
    terms = [Resting("term", term.label, f"glossary/{term.code}") for term in source.terms.all()]
    found = [*(each for section in sections() for each in section.resting(source.code)), *terms]
    order = list(KINDS)
    return sorted(found, key=lambda each: order.index(each.kind))
