"""Query parameters as strict forms: unknown names and wrong values are 400 with the reason and the nearest name."""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Self
from urllib.parse import quote, urlencode

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.exhibits.suffixes import SUFFIXES

SEPARATOR = "~"  # between the values of one parameter
PROBLEM_TYPE = "about:blank"


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
                parts = [name if part == self.value else part for part in values[-1].split(SEPARATOR)]
                corrected[parameter] = SEPARATOR.join(parts)
            else:
                corrected[name] = values[-1]
        return corrected


class WrongParameters(Exception):
    """Raised by forms; WrongParametersMiddleware answers 400."""

    def __init__(self, problems: list[ParameterProblem]):
        super().__init__("; ".join(f"{problem.parameter}: {problem.detail}" for problem in problems))
        self.problems = problems


def nearest_names(wanted: str, allowed) -> tuple[str, ...]:
    return tuple(get_close_matches(wanted, list(allowed), n=3, cutoff=0.5))


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
                nearest_names(name, form.fields),
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

    def query(self, *leave_out: str) -> str:
        """The given parameters as a query string in the form's order, for one address of one view."""
        given = [
            (name, self.data[name]) for name in self.fields if name not in leave_out and self.data.get(name, "") != ""
        ]
        return urlencode(given, quote_via=lambda text, *rest: quote(text, safe=SEPARATOR + "/:,()"))


def problem_of(parameter: str, error: forms.ValidationError) -> ParameterProblem:
    """What a field said; it gives the wrong value and the nearest names in its params."""
    params = error.params or {}
    near = params.get("nearest", ())
    return ParameterProblem(parameter, error.messages[0], near, params["value"] if near else "")


def prefers_json(request: HttpRequest) -> bool:
    """Whether a machine asked: a data suffix, the API, or Accept that wants JSON and not HTML."""
    path = request.path
    accept = request.headers.get("Accept", "")
    return path.startswith("/api/") or path.endswith(SUFFIXES) or ("json" in accept and "html" not in accept)


def wrong_parameters_response(request: HttpRequest, problems: list[ParameterProblem]) -> HttpResponse:
    """The 400 in HTML or as a problem document (RFC 9457)."""
    if prefers_json(request):
        body = {
            "type": PROBLEM_TYPE,
            "title": _("Wrong parameters"),
            "status": 400,
            "detail": "; ".join(f"{problem.parameter}: {problem.detail}" for problem in problems),
            "instance": request.path,
            "errors": [
                {
                    "parameter": problem.parameter,
                    "detail": problem.detail,
                    "nearest": problem.nearest,
                    "href": next((request.path + query for _name, query in problem.corrections(request.GET)), None),
                }
                for problem in problems
            ],
        }
        return problem_document(body)
    listed = [(problem, problem.corrections(request.GET)) for problem in problems]
    return render(request, "portal/400.html", {"problems": listed}, status=400)


def problem_document(body: dict) -> JsonResponse:
    """An RFC 9457 body as an answer."""
    return JsonResponse(
        body,
        status=body["status"],
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


class WrongParametersMiddleware:
    """Turns WrongParameters from any view into the 400 answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, WrongParameters):
            return wrong_parameters_response(request, exception.problems)
        return None
