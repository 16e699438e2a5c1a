"""Numbers, lists of words and sentences as the active language writes them."""

import re
from collections.abc import Iterable, Sequence

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.labels import language_now

# Where a Chinese character stands beside a Latin letter, a digit or a per cent sign.
MEETING = re.compile(
    r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])"
    r"|(?<=[A-Za-z0-9)][.?!]”)(?=[A-Za-z0-9\u4e00-\u9fff])"  # after an English sentence that is quoted
)


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


def sentences(parts: Iterable[str]) -> str:
    """The parts that are there, each closed as a sentence."""
    stop, space = ("。", "") if language_now() == "zh-hans" else (".", " ")
    closed = [part if part[-1] in ".?!。？！”" else f"{part}{stop}" for part in parts if part]
    return spaced(space.join(closed))


def spaced(text: str) -> str:
    """Chinese with a thin gap's worth of space where it meets Latin letters and digits; other text as it is."""
    return MEETING.sub(" ", text) if language_now() == "zh-hans" else text
