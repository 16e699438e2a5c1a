"""One row of a resource by its natural key, or a 404 that offers the nearest names."""

from urllib.parse import quote

from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from portal.api.envelope import detail_answer
from portal.api.filtering import Build, missing_names, names_of, resolved
from portal.api.problems import NOT_FOUND, ProblemError, Wrong, clean, shown
from portal.api.resources import Address, Resource
from portal.api.rows import plan_rows
from portal.api.selection import Selection
from portal.nearest import nearest_names

LONGEST_NAME = 300  # characters of one part of an address


def row_answer(
    request: HttpRequest, resource: Resource, address: Address, names: dict[str, str], selection: Selection
) -> HttpResponse:
    if any("\x00" in name or len(name) > LONGEST_NAME for name in names.values()):
        raise not_found(resource, address, names)
    plan = plan_rows(resource, selection)
    rows = resource.rows().filter(address.where).order_by("pk")
    for key, name in names.items():
        path = resource.by_key[key].filter_paths[0]
        rows = rows.filter(resolved(rows.model, path, exactly(name)))
    raw = rows.values_list(*plan.paths).first()
    if raw is None:
        raise not_found(resource, address, names)
    return detail_answer(request, next(plan.rows([raw])), selection.view.language)


def exactly(name: str) -> Build:
    return lambda path: Q(**{path: name})


def not_found(resource: Resource, address: Address, names: dict[str, str]) -> ProblemError:
    """Says which part of the address is unknown, and how the address reads with the nearest name."""
    errors = []
    for key, name in names.items():
        if not resource.by_key[key].known or "\x00" in name or not missing_names(resource, key, (name,)):
            continue
        near = nearest_names(name, names_of(resource, key))
        parts = [near[0] if near and part == key else names[part] for part in address.keys]
        href = f"/api/v1/{resource.name}/" + "/".join(quote(part, safe="") for part in parts)
        errors.append(Wrong(key, f"{shown(name)} is not known.", near, href if near else None))
    asked = " ".join(clean(name) for name in names.values())
    return ProblemError(NOT_FOUND, f"No row of {resource.name} has the key {asked}.", errors)
