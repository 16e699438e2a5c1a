"""Template tags of every page."""

from django import template
from django.utils.safestring import mark_safe

from portal.labels import language_now

register = template.Library()


@register.simple_tag
def page(address: str = "") -> str:
    """The path of a reader's page in the active language; `address` is without language."""
    return f"/{language_now()}/{address}"


@register.simple_tag
def file_address(exhibit, suffix: str) -> str:
    """The path of one of an exhibit's files."""
    return exhibit.href(suffix)


@register.filter
def drawn(svg: str) -> str:
    """An SVG from portal.charts, which escapes every text it draws, as markup."""
    return mark_safe(svg)  # noqa: S308 - made by us from escaped text


@register.filter
def item(mapping, key):
    """The value of a key that the template has in a variable."""
    return mapping.get(key)
