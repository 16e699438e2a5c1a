"""What becomes of each product under the requirements: meets all, cannot be checked, fails."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy

from portal.words import headed
from vendors.comparing.checking import check
from vendors.comparing.outcomes import FAILED, MET, UNCHECKED, Outcome
from vendors.comparing.requirements import Requirement
from vendors.models import Fact, Product
from vendors.rates import Rates

MEETS, UNSURE, FAILS = "meets", "unchecked", "fails"
VERDICTS = {
    MEETS: gettext_lazy("meets all"),
    UNSURE: gettext_lazy("cannot be checked"),
    FAILS: gettext_lazy("fails"),
}
FactsByPlace = Mapping[int, Mapping[int, Fact]]  # primary keys of attribute, product → fact


@dataclass(frozen=True)
class Verdict:
    """`checked` are the requirements in the reader's order, each with what came of it."""

    checked: tuple[tuple[Requirement, Outcome], ...]

    @cached_property
    def code(self) -> str:
        codes = {outcome.code for _requirement, outcome in self.checked}
        return FAILS if FAILED in codes else UNSURE if UNCHECKED in codes else MEETS

    @property
    def reasons(self) -> list[str]:
        """ "Maximum memory: 3,072 MB, 1,024 MB less than required", what failed before what cannot be checked."""
        return [
            headed(requirement.attribute.label, outcome.reason)
            for code in (FAILED, UNCHECKED)
            for requirement, outcome in self.checked
            if outcome.code == code
        ]

    def of_attribute(self, key: int) -> Outcome | None:
        """What came of the requirements on one attribute: the worst of them, with its reason."""
        found = [outcome for requirement, outcome in self.checked if requirement.attribute.pk == key]
        by_code = {outcome.code: outcome for outcome in reversed(found)}
        return next((by_code[code] for code in (FAILED, UNCHECKED, MET) if code in by_code), None)


def judged(
    products: Iterable[Product], requirements: Iterable[Requirement], facts: FactsByPlace, rates: Rates
) -> dict[int, Verdict]:
    """Primary key of each product → its verdict."""
    requirements = list(requirements)
    return {
        product.pk: Verdict(
            tuple(
                (each, check(each.term, facts.get(each.attribute.pk, {}).get(product.pk), rates))
                for each in requirements
            )
        )
        for product in products
    }


def losers_last(products: Iterable[Product], verdicts: Mapping[int, Verdict]) -> list[Product]:
    """Those that meet all, those that cannot be checked, those that fail; each in the order given."""
    order = (MEETS, UNSURE, FAILS)
    return sorted(products, key=lambda product: order.index(verdicts[product.pk].code))
