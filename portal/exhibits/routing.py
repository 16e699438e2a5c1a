"""Addresses of exhibits: a page and, on the same path, its files by suffix."""

from collections.abc import Iterable

from django.urls import path, register_converter

from portal.exhibits.suffixes import SUFFIXES


class CodeConverter:
    """Slugs and codes of the data: small letters, digits, hyphens, underscores."""

    regex = "[a-z0-9][a-z0-9_-]*"

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


def pattern_of(suffixes: Iterable[str]) -> str:
    # Longer ones first: ".vl.json" ends with ".json".
    return "|".join(suffix.replace(".", r"\.") for suffix in sorted(suffixes, key=len, reverse=True))


def register_suffixes(name: str, suffixes: Iterable[str]) -> None:
    """A converter that takes one of these suffixes and nothing else."""
    register_converter(type(f"{name}_converter", (CodeConverter,), {"regex": pattern_of(suffixes)}), name)


register_converter(CodeConverter, "code")
register_suffixes("suffix", SUFFIXES)


def exhibit_paths(route: str, view, name: str) -> list:
    """The page `name` and its files `name_file`; the view takes `suffix`, empty for the page."""
    return [
        path(route, view, {"suffix": ""}, name=name),
        path(f"{route}<suffix:suffix>", view, name=f"{name}_file"),
    ]
