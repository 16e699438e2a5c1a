"""Plan: a tariff with the facts that it is computed from; Input: one of them as it is shown and cited."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from portal.labels import LANGUAGES
from portal.models import Source
from vendors.models import Fact, Meter, Tariff
from vendors.values import value_in_words


@dataclass(frozen=True)
class Input:
    """A number that went in: a fact, or `None` where the table of tariffs gives it."""

    name: str  # code of the attribute, or field of the tariff
    label: str
    text: str
    source: Source
    fact: Fact | None = None

    @property
    def address(self) -> str:
        """Page of the fact, without language."""
        return f"products/{self.fact.product.slug}/{self.name}" if self.fact else ""

    @property
    def doubt(self) -> str:
        return self.fact.text("doubt") if self.fact else ""

    @property
    def note(self) -> str:
        return self.fact.text("note") if self.fact else ""


@dataclass(frozen=True)
class Plan:
    """`facts` are those of the product by code of their attribute, as known on the day asked for."""

    tariff: Tariff
    facts: dict[str, Fact]

    @property
    def key(self) -> str:
        return f"{self.tariff.product.slug}/{self.tariff.code}"

    @property
    def label(self) -> str:
        return f"{self.tariff.product.label} · {self.tariff.label}"

    @property
    def labels(self) -> tuple[str, str]:
        """The label in English and Chinese."""
        product, tariff = self.tariff.product, self.tariff
        english, chinese = (f"{product.text('name', each)} · {tariff.text('name', each)}" for each in LANGUAGES)
        return english, chinese

    def rule(self, code: str) -> Fact | None:
        """The product's fact where it holds for this plan."""
        return self.facts.get(code) if code in self.tariff.rules else None

    def meters(self, architecture: str) -> Iterable[tuple[str, Meter | None]]:
        """Each kind that is counted with the meter of this architecture; None where it is priced for others only."""
        found: dict[str, Meter | None] = {}
        for meter in self.tariff.meters.all():
            found.setdefault(meter.kind, None)
            if meter.architecture in (architecture, Meter.Architecture.ANY):
                found[meter.kind] = meter
        return ((kind, found[kind]) for kind in Meter.Kind.values if kind in found)

    def input_of(self, fact: Fact) -> Input:
        return Input(fact.attribute.code, fact.attribute.label, value_in_words(fact), fact.source, fact)

    def given(self, field: str, text: str) -> Input:
        """What the table of tariffs itself says."""
        labels = {
            "gigabyte_mb": _("Megabytes in a gigabyte"),
            "memory_step_mb": _("Memory goes up in steps of"),
            "max_memory_mb": _("Maximum memory of this plan"),
            "min_billed_ms": _("Least time billed"),
        }
        return Input(field, labels[field], text, self.tariff.source)


def number_of(fact: Fact | None) -> Fraction | None:
    """The number of a fact; None where there is none, or where the state says it all."""
    return Fraction(fact.number) if fact is not None and fact.number is not None else None


def plans_of(tariffs: Iterable[Tariff], facts: Iterable[Fact]) -> list[Plan]:
    """`tariffs` come with_meters; `facts` are one for each product and attribute."""
    by_product: dict[int, dict[str, Fact]] = {}
    for fact in facts:
        by_product.setdefault(fact.product_id, {})[fact.attribute.code] = fact
    return [Plan(tariff, by_product.get(tariff.product_id, {})) for tariff in tariffs]
