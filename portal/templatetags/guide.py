"""Template tags of the style guide."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from portal.labels import language_now

register = template.Library()
CHANGES_OF_VIEW = re.compile(r'href="\?')
PLACES = re.compile(r'href="#([^"]+)"')
IDS = re.compile(r'\sid="([^"]+)"')
REFERENCES = re.compile(r'(\s(?:id|for|headers|aria-(?:labelledby|describedby|controls))="|href="#|url\(#)([^")]+)')


@register.simple_block_tag
def parts_of(content: SafeString, address: str) -> SafeString:
    """Parts shown outside their page: links that only change its view (`?sort=…`), or lead to a place that is not
    among the parts, lead to the page itself.

    content   what the block holds, made by templates, so escaped
    address   path of the page, without language
    """
    page = escape(f"/{language_now()}/{address}")
    here = set(IDS.findall(content))

    def led(link: re.Match) -> str:
        return link[0] if link[1] in here else f'href="{page}#{link[1]}"'

    return mark_safe(PLACES.sub(led, CHANGES_OF_VIEW.sub(f'href="{page}?', content)))


@register.simple_block_tag
def once_more(content: SafeString, name: str) -> SafeString:
    """A part that the page shows already: its ids, and what refers to them, begin with `name`."""
    here = set(IDS.findall(content))

    def renamed(reference: re.Match) -> str:
        ids = (f"{name}-{each}" if each in here else each for each in reference[2].split())
        return reference[1] + " ".join(ids)

    return mark_safe(REFERENCES.sub(renamed, content))
