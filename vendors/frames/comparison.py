"""The cells of a comparison as a frame: every product for every attribute, with what became of the requirements.

product     attribute      value   unit  state           stale  verdict  verdict_reason
aws-lambda  max_memory_mb  10240   MB    documented      False  meets
fission     max_memory_mb                not_documented         unchecked  Maximum memory: not documented, so …
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pandas import DataFrame

from portal.exhibits.frames import frame_of, labelled, labelled_types, named, text_types
from portal.labels import both_labels, in_both
from portal.words import set_apart
from vendors.comparing.outcomes import FAILED, MET, UNCHECKED, Outcome
from vendors.comparing.verdicts import VERDICTS, Verdict
from vendors.frames.best import mark_best
from vendors.frames.facts import NOT_DOCUMENTED, STATES, TYPES, fact_labels, value_cells
from vendors.history.dates import is_stale
from vendors.models import Attribute, Fact, Product

OUTCOMES = {MET: gettext_lazy("met"), FAILED: gettext_lazy("failed"), UNCHECKED: gettext_lazy("cannot be checked")}
COMPARED_TYPES = {
    **TYPES,
    **text_types("product_head", "fact_address", "tag", "verdict_reason", "requirement_reason"),
    **labelled_types("verdict", "requirement"),
    **{"stale": "object", "rank": "float64"},
}


@dataclass(frozen=True)
class Judgement:
    """What the reader's requirements came to; keys are primary keys of products. Empty where nothing is asked."""

    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    ranks: Mapping[int, int] = field(default_factory=dict)


def compared_facts(
    products: Iterable[Product],
    attributes: Iterable[Attribute],
    facts: Iterable[Fact],
    *,
    judgement: Judgement | None = None,
    on: str = "",
    by_product: bool = False,
) -> DataFrame:
    """Attribute by attribute, or product by product; the best cells marked. `on` is the day by which values grow old.

    `facts` are those to show, one for each place at most.
    """
    known = {(fact.product_id, fact.attribute_id): fact for fact in facts}
    products, attributes = list(products), list(attributes)
    cells = CellMaker(judgement or Judgement(), on)
    heads = [(product, cells.of_product(product)) for product in products]
    lines = [(attribute, cells.of_attribute(attribute)) for attribute in attributes]
    places = (
        [(head, line) for head in heads for line in lines]
        if by_product
        else [(head, line) for line in lines for head in heads]
    )
    rows = [
        {**head, **line, **cells.of_place(product, attribute, known.get((product.pk, attribute.pk)))}
        for (product, head), (attribute, line) in places
    ]
    mark_best(rows)
    return frame_of(rows, COMPARED_TYPES)


class CellMaker:
    """Makes what all cells of a product, of an attribute, and of a state share only once: there are thousands."""

    def __init__(self, judgement: Judgement, on: str):
        self.judgement, self.on = judgement, on
        self.labels = fact_labels()
        self.labels["verdict"] = both_labels(VERDICTS.items())
        self.labels["requirement"] = both_labels(OUTCOMES.items())
        self.states = {code: labelled("state", code, in_both(label)) for code, label in STATES.items()}
        words = self.labels["requirement"]
        self.outcomes: dict[str, dict] = {code: labelled("requirement", code, words[code]) for code in OUTCOMES}
        self.outcomes[""] = labelled("requirement", "", ("", ""))
        self.nothing = {
            **value_cells(None, self.labels),
            **self.states[NOT_DOCUMENTED],
            **self.outcomes[""],
            **{"stale": None, "requirement_reason": "", "tag": "", "fact_address": ""},
        }

    def of_product(self, product: Product) -> dict:
        verdict = self.judgement.verdicts.get(product.pk)
        rank = self.judgement.ranks.get(product.pk)
        code = verdict.code if verdict else ""
        label = str(VERDICTS[code]) if code else ""
        place = _("rank %(rank)s") % {"rank": rank} if rank else ""
        remarks = set_apart([label, place])
        head = _("%(product)s (%(remarks)s)") % {"product": product.label, "remarks": remarks}
        return {
            **named("product", product.slug, product),
            **labelled("verdict", code, self.labels["verdict"].get(code, ("", ""))),
            "product_head": head if remarks else product.label,
            "verdict_reason": set_apart(verdict.reasons) if verdict else "",
            "rank": rank,
            "product_address": f"products/{product.slug}",
        }

    def of_attribute(self, attribute: Attribute) -> dict:
        return {
            **named("attribute", attribute.code, attribute),
            **labelled("group", attribute.group, self.labels["group"][attribute.group]),
            "attribute_address": f"attributes/{attribute.code}",
            "definition": attribute.text("definition"),
            "value_type": attribute.value_type,
            "better": attribute.better,
            "is_best": False,
        }

    def of_place(self, product: Product, attribute: Attribute, fact: Fact | None) -> dict:
        verdict = self.judgement.verdicts.get(product.pk)
        outcome = verdict.of_attribute(attribute.pk) if verdict else None
        if fact is None and outcome is None:
            return self.nothing
        cells = self._of_fact(fact) if fact else dict(self.nothing)
        cells["fact_address"] = f"products/{product.slug}/{attribute.code}" if fact else ""
        if outcome:
            cells |= self.outcomes[outcome.code]
            cells["requirement_reason"] = outcome.reason
            cells["tag"] = set_apart([cells["doubt_tag"], _failure(outcome)])
        return cells

    def _of_fact(self, fact: Fact) -> dict:
        cells = value_cells(fact, self.labels)
        return {
            **cells,
            **self.states[str(fact.state)],
            **self.outcomes[""],
            "stale": is_stale(fact.observed_on, self.on) if self.on else None,
            "requirement_reason": "",
            "tag": cells["doubt_tag"],
        }


def _failure(outcome: Outcome) -> str:
    """Beside the value in tables: that it fails, and why."""
    if outcome.code != FAILED:
        return ""
    return _("fails: %(reason)s") % {"reason": outcome.reason}
