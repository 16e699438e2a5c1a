"""Template tags of every page."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from portal.labels import language_now
from portal.words import write_count

register = template.Library()


@register.simple_tag
def page(address: str = "") -> str:
    """The path of a reader's page in the active language; `address` is without language."""
    return f"/{language_now()}/{address}"


@register.simple_tag
def file_address(exhibit, suffix: str, size: str = "") -> str:
    """The path of one of an exhibit's files; pictures in a named size."""
    href = exhibit.href(suffix)
    return f"{href}{'&' if '?' in href else '?'}size={size}" if size else href


@register.simple_tag
def downloads(exhibit) -> list[dict]:
    """The file forms of an exhibit in groups, each form with a name and a use in words."""
    groups = (
        (
            _("Data"),
            {
                ".csv": ("CSV", _("for any program")),
                ".xlsx": ("Excel", _("workbook")),
                ".json": ("JSON", _("data with sources")),
                ".jsonstat.json": ("JSON-stat", _("for statistics")),
                ".md": ("Markdown", _("text with table")),
                ".txt": (_("Text"), _("one line to paste")),
                ".ipynb": (_("Notebook"), _("Python that checks the numbers")),
                ".zip": ("ZIP", _("all of it, with read-me")),
            },
        ),
        (
            _("Chart"),
            {
                ".svg": ("SVG", _("vector image")),
                ".png": ("PNG", _("image")),
                ".pdf": ("PDF", _("for print")),
                ".vl.json": ("Vega-Lite", _("chart to change")),
            },
        ),
        (_("Slides"), {".pptx": ("PowerPoint", _("chart or table to edit"))}),
    )
    return [
        {"title": title, "files": files}
        for title, uses in groups
        if (files := [_download(exhibit, suffix, *use) for suffix, use in uses.items() if suffix in exhibit.suffixes])
    ]


def _download(exhibit, suffix: str, name: str, use: str) -> dict:
    return {"suffix": suffix, "name": name, "use": use, "href": exhibit.href(suffix)}


@register.filter
def drawn(svg: str) -> str:
    """An SVG from portal.charts, which escapes every text it draws, as markup."""
    return mark_safe(svg)


@register.filter
def grouped(number: int) -> str:
    """A whole number with its thousands told apart."""
    return write_count(number)


@register.filter
def item(mapping, key):
    """The value of a key that the template has in a variable; nothing where there is no mapping."""
    return mapping.get(key) if mapping else None
