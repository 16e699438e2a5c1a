"""Addresses of exhibits: a page and, on the same path, its files by suffix."""

from django.urls import path, register_converter

from portal.exhibits.suffixes import SUFFIXES


class CodeConverter:
    """Slugs and codes of the data: small letters, digits, hyphens, underscores."""

    regex = "[a-z0-9][a-z0-9_-]*"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


class SuffixConverter(CodeConverter):
    # Longer ones first: ".vl.json" ends with ".json".
    regex = "|".join(suffix.replace(".", r"\.") for suffix in sorted(SUFFIXES, key=len, reverse=True))


register_converter(CodeConverter, "code")
register_converter(SuffixConverter, "suffix")


def exhibit_paths(route: str, view, name: str) -> list:
    """The page `name` and its files `name_file`; the view takes `suffix`, empty for the page."""
    return [
        path(route, view, {"suffix": ""}, name=name),
        path(f"{route}<suffix:suffix>", view, name=f"{name}_file"),
    ]
