"""Template tags of the parts that say how to cite and to embed an exhibit."""

from django import template

from portal.api.links import absolute
from portal.sharing import panels

register = template.Library()


def root_of(context) -> str:
    """The public address, of the settings or of the request; nothing where neither knows it."""
    request = getattr(context, "request", None)
    return absolute(request, "/").rstrip("/") if request else ""


@register.simple_tag(takes_context=True)
def citation_forms(context, exhibit) -> list[panels.CitationForm]:
    return panels.citation_forms(exhibit, root_of(context))


@register.simple_tag(takes_context=True)
def embed_codes(context, shown) -> dict[str, str]:
    return panels.embed_codes(shown, root_of(context))
