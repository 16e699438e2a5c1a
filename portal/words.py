"""Numbers and lists of words as the active language writes them."""

from collections.abc import Iterable, Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def write_number(value: float, decimals: int) -> str:
    """At most so many decimals, without idle zeros, thousands set apart: "10,240.5"."""
    text = number_format(f"{value:.{decimals}f}", force_grouping=True)
    return text.rstrip("0").rstrip(".") if decimals else text


def write_count(value: float) -> str:
    """A whole number: "10,240"."""
    return write_number(value, 0)


def write_share(value: float) -> str:
    """A percentage as published: "28%", "46.5%"."""
    return f"{write_number(value, 2)}%"


def listed(texts: Iterable[str]) -> str:
    """ "A, B, C"; in Chinese "A、B、C"."""
    return pgettext("list", ", ").join(map(str, texts))


def all_of(texts: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(texts) < 2:
        return "".join(texts)
    return _("%(first)s and %(last)s") % {"first": listed(texts[:-1]), "last": texts[-1]}


def one_of(texts: Sequence[str]) -> str:
    """ "A", "A or B", "A, B or C"."""
    if len(texts) < 2:
        return "".join(texts)
    return _("%(first)s or %(last)s") % {"first": listed(texts[:-1]), "last": texts[-1]}


def joined(parts: Iterable[str]) -> str:
    """The parts of a sentence that are there, with commas between; in Chinese "，"."""
    return pgettext("sentence", ", ").join(part for part in parts if part)


def set_apart(parts: Iterable[str]) -> str:
    """The parts that are there, with semicolons between."""
    return _("; ").join(part for part in parts if part)


def headed(name: str, text: str) -> str:
    """ "Name: text"."""
    return _("%(name)s: %(text)s") % {"name": name, "text": text}
