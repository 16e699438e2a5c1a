"""Fields of admin forms: numbers without idle zeros, lists as lines."""

from decimal import Decimal

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget


class PlainNumberInput(forms.NumberInput):
    """Shows 10240, where the column holds 10240.000000000000."""

    def format_value(self, value):
        return plain(value) if isinstance(value, Decimal) else super().format_value(value)


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = AdminTextareaWidget(attrs={"rows": 4})

    def __init__(self, *, empty_value: list | None = None, **options):
        super().__init__(required=False, empty_value=empty_value, **options)

    def prepare_value(self, value):
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value) -> list[str] | None:
        lines = [line.strip() for line in (value or "").splitlines()]
        return [line for line in lines if line] or self.empty_value

    def run_validators(self, value) -> None:
        for line in value or []:
            super().run_validators(line)

    def has_changed(self, initial, data) -> bool:
        return (initial or self.empty_value) != self.to_python(data)


def plain(number: Decimal) -> str:
    """All digits that count, without exponent: 0.0000166667, 10240."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
