"""Terms in the order of a dictionary, under the letters their names begin with."""

from bisect import bisect_right
from collections.abc import Iterable

from portal.models import Term

# GBK holds the common characters by their sound: each of these is the first of its letter.
FIRSTS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
BY_SOUND = [first.encode("gbk") for first in FIRSTS]
LAST_BY_SOUND = b"\xd7\xf9"  # rarer characters follow, by their strokes


def in_dictionary_order(terms: Iterable[Term]) -> list[Term]:
    """By name in the language of the reader: English by its letters, Chinese by its sound."""
    return sorted(terms, key=lambda term: (letter_of(term.label), _sound(term.label.casefold()), term.code))


def by_letter(terms: Iterable[Term]) -> list[tuple[str, list[Term]]]:
    """Letters that have terms, each with its terms; `terms` are in the order of a dictionary."""
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(letter_of(term.label), []).append(term)
    return list(groups.items())


def letter_of(name: str) -> str:
    """The capital letter of a name, "#" where it has none."""
    first = name[:1].upper()
    if first.isascii():
        return first if first.isalpha() else "#"
    sound = _sound(first)
    return LETTERS[bisect_right(BY_SOUND, sound) - 1] if BY_SOUND[0] <= sound <= LAST_BY_SOUND else "#"


def _sound(text: str) -> bytes:
    return text.encode("gbk", "replace")
