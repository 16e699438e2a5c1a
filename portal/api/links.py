"""Addresses that answers carry: absolute, beginning with PUBLIC_URL where one is set."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, QueryDict


def absolute(request: HttpRequest, path: str) -> str:
    """`path` under the address that readers use; by itself for who asks for a host that we are not."""
    if settings.PUBLIC_URL:
        return f"{settings.PUBLIC_URL}{path}"
    try:
        return request.build_absolute_uri(path)
    except DisallowedHost:
        return path


def with_parameters(request: HttpRequest, *, path: str = "", without: tuple[str, ...] = (), **changes: str) -> str:
    """This request's address with parameters changed, or left out."""
    query = changed(request.GET, without=without, **changes)
    return absolute(request, (path or request.path) + (f"?{query}" if query else ""))


def changed(query: QueryDict, *, without: tuple[str, ...] = (), **changes: str) -> str:
    kept = {name: query[name] for name in query if name not in without}
    return urlencode(kept | changes, safe=",:")
