"""The formula of a cost with its numbers, and amounts of money in words."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from django.utils.translation import gettext as _

from portal.words import write_number
from vendors.costing.costs import Cost, Line
from vendors.models import Meter
from vendors.values import number_in_words

PLACES = 10  # decimals that are kept of what does not end
CENTS = Decimal("0.01")


def decimal_of(number: Fraction, places: int = PLACES) -> Decimal:
    """The decimal number, rounded to so many places where it does not end before."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(number.numerator) / Decimal(number.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number_words(number: Fraction, places: int = 6) -> str:
    return number_in_words(decimal_of(number, places))


def money_words(amount: Fraction, currency: str) -> str:
    """Two decimals; as many as it takes to show something of less than a cent."""
    rounded = decimal_of(amount, 2)
    if amount and abs(rounded) < CENTS:
        places = 2
        while places < PLACES and not decimal_of(amount, places):
            places += 1
        rounded = decimal_of(amount, min(places + 1, PLACES))
    text = number_in_words(rounded, least=2).replace("-", "−")
    return f"{text} {currency}".rstrip()


def line_formula(cost: Cost, line: Line) -> str:
    """ "3,000,000 requests − 1,000,000 free = 2,000,000 × 0.20 USD per million requests = 0.40 USD"."""
    if line.kind == Meter.Kind.BASE:
        return _("%(cost)s a month") % {"cost": money_words(line.net, line.currency)}
    amount = _("%(number)s %(unit)s") % {"number": number_words(line.amount), "unit": unit_of(line.kind)}
    if line.kind != Meter.Kind.REQUESTS:
        amount = f"{_product(cost, line)} = {amount}"
    if line.price is None:
        return _("%(amount)s, all within the %(free)s free ones") % {
            "amount": amount,
            "free": number_words(line.allowance),
        }
    if line.taken_off:
        amount += _(" − %(free)s free = %(billed)s") % {
            "free": number_words(line.taken_off),
            "billed": number_words(line.amount - line.taken_off),
        }
    price = next(each.text for each in line.inputs)
    return f"{amount} × {price} {_equals(line.net)} {exact_words(line.net)} {line.currency}"


def _product(cost: Cost, line: Line) -> str:
    """How the amount comes out of the workload."""
    requests = write_number(cost.workload.requests, 0)
    if line.kind == Meter.Kind.ACTIVE_CPU:
        return f"{requests} × {number_words(line.each)} ms"
    assert cost.billed is not None
    time = f"{number_words(cost.billed.ms)} ms ÷ 1,000"
    if line.kind == Meter.Kind.MEMORY:
        memory = f"{number_words(cost.billed.mb)} MB ÷ {write_number(cost.billed.gigabyte_mb, 0)}"
        return f"{requests} × {memory} × {time}"
    return f"{requests} × {number_words(cost.workload.vcpu or Fraction())} vCPU × {time}"


def unit_of(kind: str) -> str:
    units = {
        Meter.Kind.REQUESTS: _("requests"),
        Meter.Kind.MEMORY: _("GB-seconds"),
        Meter.Kind.VCPU: _("vCPU-seconds"),
        Meter.Kind.ACTIVE_CPU: _("CPU milliseconds"),
        Meter.Kind.BASE: _("month"),
    }
    return units[Meter.Kind(kind)]


def exact_words(amount: Fraction) -> str:
    return number_in_words(decimal_of(amount, 6), least=2)


def _equals(amount: Fraction) -> str:
    """Says that the last decimals are left out."""
    return "=" if Fraction(decimal_of(amount, 6)) == amount else "≈"


def sum_formula(cost: Cost) -> str:
    """ "0.40 + 2.3338 = 2.7338 USD"; empty where one line is all."""
    if len(cost.lines) < 2 or not cost.currency:
        return ""
    parts = " + ".join(exact_words(line.net) for line in cost.lines)
    return f"{parts} {_equals(cost.total)} {exact_words(cost.total)} {cost.currency}"
