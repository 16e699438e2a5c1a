"""What a reader asks: requirements on attributes, and preferences that rank."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.words import headed
from vendors.comparing.parsing import parse
from vendors.comparing.terms import Term
from vendors.comparing.wording import term_words
from vendors.models import Attribute


@dataclass(frozen=True)
class Requirement:
    """`text` is the expression as the reader wrote it."""

    attribute: Attribute
    term: Term
    text: str

    @property
    def words(self) -> str:
        """ "Maximum memory: at least 1,024 MB"."""
        return headed(self.attribute.label, term_words(self.term, self.attribute))


@dataclass(frozen=True)
class Preference:
    """Ranks products by an attribute: better values first, or last where it is reversed."""

    attribute: Attribute
    is_reversed: bool = False

    @property
    def is_descending(self) -> bool:
        """Whether the largest comes first: so it is unless lower is better."""
        return (self.attribute.better != Attribute.Better.LOWER) != self.is_reversed

    @property
    def words(self) -> str:
        order = _("largest first") if self.is_descending else _("smallest first")
        if self.attribute.value_type == Attribute.ValueType.BOOLEAN:
            order = _("yes first") if self.is_descending else _("no first")
        return _("%(attribute)s (%(order)s)") % {"attribute": self.attribute.label, "order": order}


def read_requirement(attribute: Attribute, text: str) -> Requirement:
    """Raises ExpressionError."""
    return Requirement(attribute, parse(text, attribute), text)


def can_rank(attribute: Attribute) -> bool:
    """Whether one value can be better than another: words have no order."""
    return attribute.value_type != Attribute.ValueType.TEXT


def rankable(attributes: Mapping[str, Attribute]) -> dict[str, Attribute]:
    return {code: attribute for code, attribute in attributes.items() if can_rank(attribute)}
