"""Template tags of every page."""

from html import escape  # plain texts only; that of Django also knows lazy ones and takes five times as long
from urllib.parse import urlencode

from django import template
from django.utils.safestring import mark_safe

from portal.exhibits.code_examples import CodeExample, code_examples
from portal.exhibits.downloads import DownloadGroup, download_groups, sized
from portal.labels import language_now
from portal.templatetags.sharing import root_of
from portal.words import write_count

register = template.Library()
MATCH = "<mark>%s</mark>"
NO_BREAK = "\N{NO-BREAK SPACE}"


@register.simple_tag
def page(address: str = "") -> str:
    """The path of a reader's page in the active language; `address` is without language."""
    return f"/{language_now()}/{address}"


@register.simple_tag
def file_address(exhibit, suffix: str, size: str = "") -> str:
    """The path of one of an exhibit's files; pictures in a named size."""
    return sized(exhibit.href(suffix), **({"size": size} if size else {}))


@register.filter
def deck_item(exhibit) -> str:
    """An exhibit as it stands in the address of a deck: its path without language, with its view's query."""
    return f"{exhibit.address}?{exhibit.query}" if exhibit.query else exhibit.address


@register.simple_tag
def deck_address(exhibit) -> str:
    """The page of a deck that holds one exhibit."""
    return f"/{language_now()}/deck?{urlencode({'exhibit': deck_item(exhibit)}, safe='/~:,()?=')}"


@register.simple_tag
def downloads(exhibit) -> list[DownloadGroup]:
    """The file forms of an exhibit in groups, each with what it holds."""
    return download_groups(exhibit)


@register.simple_tag(takes_context=True)
def fetching(context, exhibit) -> list[CodeExample]:
    """Code that fetches the current view of an exhibit."""
    return code_examples(exhibit, root_of(context))


@register.filter
def drawn(svg: str) -> str:
    """An SVG from portal.charts, which escapes every text it draws, as markup."""
    return mark_safe(svg)


@register.filter
def marked(parts) -> str:
    """A text in parts, those marked that were searched for."""
    return mark_safe("".join([MATCH % escape(part.text) if part.is_match else escape(part.text) for part in parts]))


@register.filter
def grouped(number: int) -> str:
    """A whole number with its thousands told apart."""
    return write_count(number)


@register.filter
def unbroken(text: str) -> str:
    """The same with bases that no line breaks: "n = 387" is read as one."""
    return str(text).replace("n = ", f"n{NO_BREAK}={NO_BREAK}")


@register.filter
def item(mapping, key):
    """The value of a key that the template has in a variable; nothing where there is no mapping."""
    return mapping.get(key) if mapping else None
