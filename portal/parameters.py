"""Query parameters as strict forms: unknown names and wrong values are 400 with the reason and the nearest name."""

from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import quote, urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.nearest import nearest_names

SEPARATOR = "~"  # between the values of one parameter


@dataclass(frozen=True)
class ParameterProblem:
    """What is wrong with one parameter, and which allowed names are near.

    `value` is the code that is wrong, empty where the parameter's own name is.
    """

    parameter: str
    detail: str
    nearest: tuple[str, ...] = ()
    value: str = ""

    def corrections(self, query: QueryDict) -> list[tuple[str, str]]:
        """(name, query string with the name in place) for each near name."""
        return [(name, f"?{self._corrected(query, name).urlencode(safe=SEPARATOR)}") for name in self.nearest]

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
        super().__init__("; ".join(f"{problem.parameter}: {problem.detail}" for problem in problems))
        self.problems = problems


class ChoiceField(forms.ChoiceField):
    """A choice whose error names the nearest allowed values."""

    def validate(self, value):
        if value and not self.valid_value(value):
            allowed = [str(code) for code, label in self.choices if code]
            if not allowed:
                raise forms.ValidationError(_("“%(value)s” is not known here."), params={"value": value})
            raise forms.ValidationError(
                _("“%(value)s” is not one of: %(allowed)s."),
                params={"value": value, "allowed": ", ".join(allowed[:40]), "nearest": nearest_names(value, allowed)},
            )
        super().validate(value)


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
                near = nearest_names(code, self.allowed)
                hint = _(" Did you mean %(near)s?") % {"near": ", ".join(near)} if near else ""
                raise forms.ValidationError(
                    _("“%(value)s” is not known here.%(hint)s"), params={"value": code, "hint": hint, "nearest": near}
                )
        if len(codes) > self.limit:
            raise forms.ValidationError(_("At most %(limit)s values."), params={"limit": self.limit})
        return codes


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
    near = tuple(params.get("nearest", ()))
    return ParameterProblem(parameter, error.messages[0], near, params["value"] if near else "")
