"""Codes of drafts: made from headings and labels, short, unique, of letters that every address takes."""

import re
import unicodedata

LONGEST = 40  # letters; a person shortens what is left
CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
OTHERS = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Small letters, digits and single underscores of the text, cut between words; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = OTHERS.sub("_", plain).strip("_")
    if len(words) <= LONGEST:
        return words
    cut = words[: LONGEST + 1]
    return cut.rpartition("_")[0] if "_" in cut else words[:LONGEST]


def is_chinese(text: str) -> bool:
    return CHINESE.search(text) is not None


class Codes:
    """Hands out each code once: what is asked for a second time becomes use_2."""

    def __init__(self):
        self.given: set[str] = set()

    def take(self, wanted: str) -> str:
        code, number = wanted, 1
        while code.lower() in self.given:
            number += 1
            code = f"{wanted}_{number}"
        self.given.add(code.lower())
        return code


def option_codes(labels: list[str]) -> list[str]:
    """A code for each label; o1, o2 … for those that no ascii code says whole, such as Chinese ones."""
    codes = Codes()
    return [
        codes.take((not is_chinese(label) and slug(label)) or f"o{number}") for number, label in enumerate(labels, 1)
    ]


def texts_of(text: str) -> tuple[str, str]:
    """(English, Chinese) of one text: Chinese stands for both, so that English pages are not blank; the other is
    shown in English only.
    """
    return (text, text) if is_chinese(text) else (text, "")
