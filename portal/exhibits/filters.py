"""Forms whose fields narrow a table, and say themselves in words for its subtitle."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from portal.exhibits.options import ExhibitForm
from portal.parameters import ManyField
from portal.words import headed, listed, set_apart


@dataclass(frozen=True)
class Choice:
    """A value that a reader can tick."""

    code: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Control:
    """A filter of several values as a template shows it."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class FilterForm(ExhibitForm):
    """Each ManyField is a filter; so is the words field `q`."""

    def add_fields(self, **fields: forms.Field) -> None:
        """Puts a page's own fields before those of files: that is their order in addresses."""
        self.fields = {**fields, **self.fields}

    def chosen(self, name: str) -> tuple[str, ...]:
        return self.values.get(name) or ()

    def words(self) -> str:
        """The filters in force: "Country: China, unknown; “lambda”"."""
        parts = [
            headed(str(field.label), listed(field.allowed[code] for code in self.chosen(name)))
            for name, field in self.many_fields()
            if self.chosen(name)
        ]
        if self.values.get("q"):
            parts.append(_("“%(words)s”") % {"words": self.values["q"]})
        return set_apart(parts)

    @property
    def is_filtered(self) -> bool:
        return bool(self.words())

    @property
    def controls(self) -> list[Control]:
        return [
            Control(name, str(field.label), choices_of(field, self.chosen(name))) for name, field in self.many_fields()
        ]

    def many_fields(self) -> list[tuple[str, ManyField]]:
        return [(name, field) for name, field in self.fields.items() if isinstance(field, ManyField)]


def choices_of(field: ManyField, chosen: Iterable[str]) -> tuple[Choice, ...]:
    """Each allowed value with its label and whether it is chosen."""
    return tuple(Choice(code, label, code in chosen) for code, label in field.allowed.items())
