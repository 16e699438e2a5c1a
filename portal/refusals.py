"""What wrong parameters are answered with: 400, as a page or as a problem document, with the reason."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.api.problems import INVALID, Wrong, problem_response
from portal.exhibits.suffixes import SUFFIXES
from portal.parameters import ParameterProblem, WrongParameters


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


def wrong_parameters_response(request: HttpRequest, problems: list[ParameterProblem]) -> HttpResponse:
    if prefers_json(request):
        detail = "; ".join(f"{problem.parameter}: {problem.sentence}" for problem in problems)
        errors = [wrong_entry(request, problem) for problem in problems]
        return problem_response(request, INVALID, detail, errors, title=_("Wrong parameters"))
    corrected = [(problem, problem.corrections(request.GET)) for problem in problems]
    choices = [(problem.parameter, problem.choices(request.GET)) for problem in problems if problem.allowed]
    context = {"problems": corrected, "choices": choices, "is_refused": all(each.is_refused for each in problems)}
    context["unfiltered"] = next((each.query_without(request.GET) for each in problems if _is_refused_filter(each)), "")
    return render(request, "portal/400.html", context, status=400)


def _is_refused_filter(problem: ParameterProblem) -> bool:
    return problem.is_refused and problem.parameter == "filter"


def wrong_entry(request: HttpRequest, problem: ParameterProblem) -> Wrong:
    href = next((request.path + query for _name, query in problem.corrections(request.GET)), None)
    return Wrong(problem.parameter, problem.sentence, list(problem.nearest), href, problem.position)


def prefers_json(request: HttpRequest) -> bool:
    """Whether a machine asked: a file's suffix, the API, or Accept that wants JSON and not HTML."""
    accept = request.headers.get("Accept", "")
    return (
        request.path.startswith("/api/")
        or request.path.endswith(SUFFIXES)
        or ("json" in accept and "html" not in accept)
    )
