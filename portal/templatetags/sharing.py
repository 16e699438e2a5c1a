"""Template tags of the parts that share an exhibit: panels under it, links and data in the head of its page."""

import orjson
from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from portal.api.links import absolute
from portal.exhibits.suffixes import FORM_OF
from portal.sharing import codes, panels
from portal.sharing.codes import oembed_path
from portal.sharing.datasets import dataset_of

HARMLESS = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}  # as JSON writes them too

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


@register.simple_tag(takes_context=True)
def alternate_forms(context, exhibit) -> list[dict[str, str]]:
    """Type and full address of each file form, and of what oEmbed answers, for links in the head."""
    root = root_of(context)
    forms = [
        {"type": FORM_OF[suffix].media_type, "href": f"{root}{exhibit.href(suffix)}"} for suffix in exhibit.suffixes
    ]
    oembed = f"{root}{oembed_path(f'{root}{exhibit.href()}')}"
    return [*forms, {"type": "application/json+oembed", "href": oembed}]


@register.simple_tag(takes_context=True)
def share_image(context, exhibit) -> str:
    """The full address of the picture of this view; nothing where there is no chart."""
    has_chart = exhibit.shape is not None and not exhibit.is_empty
    return f"{root_of(context)}{codes.share_image(exhibit)}" if has_chart else ""


@register.simple_tag(takes_context=True)
def dataset_script(context, exhibit) -> str:
    """A block of data, which browsers do not run; no text in it can end it."""
    return data_script(dataset_of(exhibit, root_of(context)))


@register.simple_tag
def data_script(data: dict) -> str:
    """Any description of schema.org as such a block."""
    text = orjson.dumps(data).decode().translate(HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))
