"""Query parameters as strict forms: unknown names and wrong values are 400 with the reason and the nearest name."""

import re
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote, urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.nearest import nearest_names

SEPARATOR = "~"  # between the values of one parameter
MOST_SAID = 40  # codes in one line
LONGEST_SHOWN = 60  # characters of a wrong value
WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})")


@dataclass(frozen=True)
class ParameterProblem:
    """What is wrong with one parameter, and which allowed names are near.

    `value` is the code that is wrong, empty where the parameter's own name is; `allowed` are (code, label).
    `is_refused`: the parameter is no mistake, but what it asks for is not shown.
    `position` is the character, from 0, at which a text that is read by a grammar goes wrong; `excerpt` shows it.
    """

    parameter: str
    detail: str
    nearest: tuple[str, ...] = ()
    value: str = ""
    allowed: tuple[tuple[str, str], ...] = ()
    position: int | None = None
    excerpt: str = ""
    is_refused: bool = False

    def choices(self, query: QueryDict) -> list[tuple[str, str, str]]:
        """(code, label, query string with the code in place) for all that is allowed, the nearest first."""
        return [(code, label, self._query_with(query, code)) for code, label in self.nearest_first]

    @property
    def nearest_first(self) -> list[tuple[str, str]]:
        near = {code: place for place, code in enumerate(self.nearest)}
        return sorted(self.allowed, key=lambda pair: near.get(pair[0], len(near)))  # the rest stays in its order

    @property
    def sentence(self) -> str:
        """What is wrong, with what is allowed, in one line for machines."""
        if not self.allowed:
            return self.detail
        codes = [code for code, _label in self.allowed[:MOST_SAID]]
        codes += ["…"] if len(self.allowed) > MOST_SAID else []
        values = {"value": shortened(self.value), "allowed": ", ".join(codes)}
        return _("“%(value)s” is not one of: %(allowed)s.") % values

    def corrections(self, query: QueryDict) -> list[tuple[str, str]]:
        """(name, query string with the name in place) for each near name."""
        return [(name, self._query_with(query, name)) for name in self.nearest]

    def query_without(self, query: QueryDict) -> str:
        """The query string of the same address without this parameter."""
        kept = query.copy()
        kept.pop(self.parameter, None)
        return f"?{kept.urlencode(safe=SEPARATOR)}"

    def _query_with(self, query: QueryDict, name: str) -> str:
        return f"?{self._corrected(query, name).urlencode(safe=SEPARATOR)}"

    def _corrected(self, query: QueryDict, name: str) -> QueryDict:
        corrected = QueryDict(mutable=True)
        for parameter, values in query.lists():
            if parameter != self.parameter:
                corrected.setlist(parameter, values)
            elif self.value:
                corrected.setlist(parameter, [self._replaced(value, name) for value in values])
            else:
                corrected[name] = values[-1]
        return corrected

    def _replaced(self, value: str, name: str) -> str:
        """A value with the name in place of what is wrong: the whole of it, or one of those that it joins."""
        if value == self.value:
            return name
        return SEPARATOR.join(name if part == self.value else part for part in value.split(SEPARATOR))


class WrongParameters(Exception):
    """Raised by forms; portal.refusals answers 400."""

    def __init__(self, problems: list[ParameterProblem]):
        super().__init__("; ".join(f"{problem.parameter}: {problem.sentence}" for problem in problems))
        self.problems = problems


class ChoiceField(forms.ChoiceField):
    """A choice whose error names the nearest allowed values."""

    def validate(self, value):
        if value and not self.valid_value(value):
            raise unknown_value(value, {str(code): str(label) for code, label in self.choices if code})
        super().validate(value)


class WholeNumberField(forms.IntegerField):
    """A whole number in plain digits: Python also takes 1_0, +1, 1.0 and digits of other scripts for one."""

    def to_python(self, value):
        if value not in self.empty_values and not WHOLE_NUMBER.fullmatch(str(value)):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class ManyField(forms.CharField):
    """Several codes separated by "~"; a code given twice counts once. `allowed` maps codes to labels."""

    def __init__(self, *, allowed: dict[str, str], limit: int = 1000, **options):
        self.allowed, self.limit = allowed, limit
        super().__init__(required=False, **options)

    def clean(self, value) -> tuple[str, ...]:
        text = super().clean(value)
        codes = tuple(dict.fromkeys(part for part in text.split(SEPARATOR) if part))
        for code in codes:
            if code not in self.allowed:
                raise unknown_value(code, self.allowed)
        if len(codes) > self.limit:
            raise forms.ValidationError(_("At most %(limit)s values."), params={"limit": self.limit})
        return codes


def shortened(value: str) -> str:
    """A wrong value as it is repeated."""
    return value if len(value) <= LONGEST_SHOWN else f"{value[:LONGEST_SHOWN]}…"


def unknown_value(value: str, allowed: dict[str, str]) -> forms.ValidationError:
    """The error for a code that is none of those allowed (code → label)."""
    return forms.ValidationError(
        _("“%(value)s” is not known here."),
        params={
            "value": shortened(value),
            "given": value,
            "nearest": nearest_names(value, allowed),
            "allowed": allowed,
        },
    )


class ParameterForm(forms.Form):
    """Base of every page's parameters. Defaults are what an absent parameter means."""

    use_required_attribute = False

    @classmethod
    def read(cls, data: QueryDict, **options) -> Self:
        """The valid form, or WrongParameters with everything that is wrong."""
        form = cls(data, **options)
        problems = [
            ParameterProblem(
                name,
                _("There is no such parameter here."),
                tuple(nearest_names(name, form.fields)),
            )
            for name in data
            if name not in form.fields
        ]
        for name in form.fields:
            if len(set(data.getlist(name))) > 1:
                problems.append(ParameterProblem(name, _("It is given more than once with different values.")))
        for name, errors in form.errors.as_data().items():
            problems += [problem_of("" if name == "__all__" else name, error) for error in errors]
        if problems:
            raise WrongParameters(problems)
        return form

    @property
    def values(self) -> dict[str, Any]:
        return self.cleaned_data

    def query(self, *leave_out: str, **changes: str) -> str:
        """The given parameters as a query string in the form's order, for one address of one view.

        `changes` are said instead of what was given; a parameter that becomes empty is left out.
        """
        values = {name: changes.get(name, self.data.get(name, "")) for name in self.fields if name not in leave_out}
        given = [(name, value) for name, value in values.items() if value != ""]
        return urlencode(given, quote_via=lambda text, *rest: quote(text, safe=SEPARATOR + "/:,()"))


def problem_of(parameter: str, error: forms.ValidationError) -> ParameterProblem:
    """What a field said; it gives the wrong value and the nearest names in its params."""
    params = error.params or {}
    near, allowed = tuple(params.get("nearest", ())), params.get("allowed", {})
    given = params.get("given", params.get("value", "")) if near or allowed else ""
    choices = tuple((code, str(label)) for code, label in allowed.items())
    place, excerpt = params.get("position"), params.get("excerpt", "")
    return ParameterProblem(parameter, error.messages[0], near, given, choices, place, excerpt)
