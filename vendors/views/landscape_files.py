"""One edition of a landscape as files of its own kind: the YAML that can be loaded again, and landscape2's items."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from portal.labels import page_path
from portal.parameters import ParameterForm
from vendors.landscapes.item_json import items_file
from vendors.landscapes.writing import yaml_file
from vendors.models import Listing, Scheme
from vendors.rows import known_edition, row_or_404


@require_safe
def as_yaml(request, code, edition):
    rows = rows_of(request, code, edition)
    body = yaml_file(rows, address=f"landscape/{code}/{edition}")
    return file_response(body, "application/yaml; charset=utf-8", f"{code}-{edition}.yml", code, edition)


@require_safe
def as_items(request, code, edition):
    body = items_file(rows_of(request, code, edition))
    return file_response(body, "application/json", f"{code}-{edition}.items.json", code, edition)


def rows_of(request, code, edition):
    """All listings of an edition; the files are whole and take no parameters."""
    ParameterForm.read(request.GET)
    scheme = row_or_404(Scheme.objects.landscapes(), code=code)
    known_edition(Listing.objects.in_scheme(scheme).editions(), edition)
    return list(Listing.objects.in_edition(scheme, edition).as_in_files())


def file_response(body, content_type, name, code, edition):
    response = HttpResponse(body, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Link"] = f'<{page_path(f"landscape/{code}/{edition}")}>; rel="canonical"'
    return response
