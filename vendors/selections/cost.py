"""The costs that a form asks for: plans with their facts as known then, ranked, with their break-even points."""

from dataclasses import dataclass

from django.http import QueryDict

from portal.exhibits.exhibit import Exhibit
from vendors.costing.breakeven import BreakEven, CostCurve, break_evens, curve_of
from vendors.costing.costs import costs_of
from vendors.costing.plans import Plan, plans_of
from vendors.costing.ranking import Ranked, factor_of, ranked
from vendors.costing.workload import Workload
from vendors.exhibits.cost import break_even_exhibit, cost_exhibit, curve_exhibit
from vendors.filters.cost import CostForm
from vendors.history.dates import facts_as_of
from vendors.models import Fact, Tariff
from vendors.models.tariff import RULES


@dataclass(frozen=True)
class Costing:
    """Everything that the pages, the files and the API say of a workload."""

    workload: Workload
    ranked: tuple[Ranked, ...]
    curves: tuple[CostCurve, ...]  # of the whole costs, in their order
    break_evens: tuple[BreakEven, ...]

    @property
    def currencies(self) -> list[str]:
        """Those in which whole costs are compared, that of the most first."""
        return list(dict.fromkeys(each.currency for each in self.ranked if each.rank))

    def in_currency(self, currency: str) -> "Costing":
        """The curves of one currency only; the table stays."""
        return Costing(
            self.workload,
            self.ranked,
            tuple(curve for curve in self.curves if curve.currency == currency),
            tuple(point for point in self.break_evens if point.after.currency == currency),
        )


def read_cost_form(given: QueryDict) -> CostForm:
    """The valid form, or WrongParameters."""
    return CostForm.read(given, products=Tariff.objects.product_labels(), currencies=Tariff.objects.currencies())


def costing(form: CostForm) -> Costing:
    costs = costs_of(chosen_plans(form), form.workload)
    rows = ranked(costs, form.values["rate"])
    if form.values["currency"]:
        rows = [each for each in rows if not each.rank or each.currency == form.values["currency"]]
    whole = [each for each in rows if each.rank]
    curves = tuple(curve_of(each.cost, currency=each.currency, factor=factor_of(each.rate)) for each in whole)
    return Costing(form.workload, tuple(rows), curves, tuple(break_evens(curves)))


def chosen_plans(form: CostForm) -> list[Plan]:
    tariffs = list(Tariff.objects.of_products(form.values["products"]).with_meters().in_order())
    meters = [meter for tariff in tariffs for meter in tariff.meters.all()]
    codes = {*RULES, *(meter.price.code for meter in meters), *(meter.free.code for meter in meters if meter.free)}
    products = {tariff.product_id for tariff in tariffs}
    facts = Fact.objects.of_products(products).about_codes(codes).with_everything()
    day = form.values["as_of"]
    return plans_of(tariffs, facts_as_of(facts, day) if day else facts.current())


def costs_of_form(form: CostForm, found: Costing) -> Exhibit:
    return cost_exhibit(list(found.ranked), workload=form.words(), query=form.view_query)


def curve_of_form(form: CostForm, found: Costing, currency: str = "") -> Exhibit:
    """In this currency, the reader's, or that of the most products; the address says which where it is not the last."""
    usual = next(iter(found.currencies), "")
    wanted = currency or form.values["currency"] or usual
    one = found.in_currency(wanted)
    query = form.view_query if wanted == usual and not currency else form.query(*form.FILE_FIELDS, currency=wanted)
    return curve_exhibit(
        one.curves,
        list(one.break_evens),
        list(one.ranked),
        requests=form.workload.requests,
        workload=form.words(),
        query=query,
    )


def break_evens_of(form: CostForm, found: Costing) -> Exhibit:
    return break_even_exhibit(list(found.break_evens), list(found.ranked), workload=form.words(), query=form.view_query)
