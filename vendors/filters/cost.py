"""The parameters of the cost of a workload, on the page and in the API."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ChoiceField, ManyField, shortened, unknown_value
from portal.words import set_apart, write_number
from vendors.costing.workload import Workload
from vendors.history.dates import as_of_field
from vendors.models import Meter
from vendors.rates import RateField, Rates

MOST_REQUESTS = 10**12  # a month
MOST_MS = 31 * 24 * 3600 * 1000  # a month
MOST_MB = 2**20
MOST_VCPU = 1024
DEFAULTS = {"requests": "3000000", "ms": "120", "mb": "512", "arch": "x86", "free": "1"}
NUMBER = re.compile(r"(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")
CURRENCY = re.compile(r"[A-Z]{3}")


class PlainNumberField(forms.CharField):
    """A number in plain digits within limits, as a Fraction; None where none is given."""

    def __init__(self, *, least: str, most: int, is_whole: bool = False, **options):
        self.least, self.most, self.is_whole = Decimal(least), most, is_whole
        super().__init__(required=False, **options)

    def clean(self, value) -> Fraction | None:
        text = super().clean(value)
        if not text:
            return None
        fits = NUMBER.fullmatch(text) and self.least <= Decimal(text) <= self.most
        if not fits or (self.is_whole and "." in text):
            wanted = (
                _("“%(value)s” cannot be used here: write a whole number from %(least)s to %(most)s in plain digits.")
                if self.is_whole
                else _("“%(value)s” cannot be used here: write a number from %(least)s to %(most)s in plain digits.")
            )
            raise forms.ValidationError(
                wanted, params={"value": shortened(text), "least": str(self.least), "most": str(self.most)}
            )
        return Fraction(text)


class CostForm(FilterForm):
    """What is run, where, and how costs are compared. Without parameters, a small API."""

    def __init__(self, data, *, products: Mapping[str, str], currencies: Iterable[str]):
        super().__init__(data)
        self.currencies = sorted(currencies)
        known = (Meter.Architecture.X86, Meter.Architecture.ARM)
        self.architectures = [(each.value, str(each.label)) for each in known]
        self.allowances = [("1", _("taken off")), ("0", _("left out"))]
        self.add_fields(
            requests=PlainNumberField(label=_("Requests a month"), least="0", most=MOST_REQUESTS, is_whole=True),
            ms=PlainNumberField(label=_("Milliseconds a request"), least="1", most=MOST_MS, is_whole=True),
            mb=PlainNumberField(label=_("Memory, MB"), least="1", most=MOST_MB, is_whole=True),
            arch=ChoiceField(label=_("Architecture"), choices=self.architectures, required=False),
            free=ChoiceField(label=_("Free tier"), choices=self.allowances, required=False),
            vcpu=PlainNumberField(label=_("vCPU of an instance"), least="0.001", most=MOST_VCPU),
            cpu_ms=PlainNumberField(label=_("CPU milliseconds a request"), least="0", most=MOST_MS),
            products=ManyField(label=_("Products"), allowed=dict(products)),
            currency=forms.CharField(label=_("Currency"), required=False, max_length=3),
            rate=RateField(),
            as_of=as_of_field(),
        )

    def clean(self):
        values = super().clean()
        rates = values.get("rate") or Rates()
        sources = [rate.source for rate in rates.given]
        if any(rate.target in sources for rate in rates.given) or len(set(sources)) < len(sources):
            self.add_error("rate", _("Convert each currency once, and straight to the one that you compare in."))
        known = {*self.currencies, *(rate.target for rate in rates.given)}
        if values.get("currency") and values["currency"] not in known:
            self.add_error("currency", unknown_value(values["currency"], {code: code for code in sorted(known)}))
        return values

    @property
    def workload(self) -> Workload:
        values = self.values
        return Workload(
            requests=int(self._number("requests")),
            ms=int(self._number("ms")),
            mb=int(self._number("mb")),
            architecture=values["arch"] or DEFAULTS["arch"],
            with_free=(values["free"] or DEFAULTS["free"]) == "1",
            vcpu=values["vcpu"],
            cpu_ms=values["cpu_ms"],
        )

    def _number(self, name: str) -> Fraction:
        given = self.values[name]
        return Fraction(DEFAULTS[name]) if given is None else given

    def single_choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Architecture and free tier with (code, label) of what can be chosen."""
        return [("arch", self.architectures), ("free", self.allowances)]

    def query(self, *leave_out: str, **changes: str) -> str:
        """Without what is so by default: one view has one address."""
        said = {name: self.data.get(name, "") for name in DEFAULTS} | changes
        usual = {name: "" for name, value in DEFAULTS.items() if said[name] == value}
        return super().query(*leave_out, **{**changes, **usual})

    def words(self) -> str:
        """The workload: "3,000,000 requests a month; 120 ms and 512 MB each; x86; free tiers taken off"."""
        workload, rates, day = self.workload, self.values["rate"], self.values["as_of"]
        each = {"ms": write_number(workload.ms, 0), "mb": write_number(workload.mb, 0)}
        count = {"requests": write_number(workload.requests, 0)}
        vcpu, cpu = workload.vcpu, workload.cpu_ms
        return set_apart(
            [
                _("%(requests)s requests a month") % count,
                _("%(ms)s ms and %(mb)s MB each") % each,
                str(Meter.Architecture(workload.architecture).label),
                _("%(number)s vCPU") % {"number": write_number(float(vcpu), 3)} if vcpu is not None else "",
                _("%(number)s ms of CPU each") % {"number": write_number(float(cpu), 6)} if cpu is not None else "",
                _("free tiers taken off") if workload.with_free else _("without free tiers"),
                *(rate.words for rate in rates.given),
                _("as known on %(day)s") % {"day": day} if day else "",
            ]
        )
