"""Labels in two languages: those of rows, of choices, and the one to show now."""

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.utils.translation import get_language, override

LANGUAGES = ("en", "zh-hans")


def language_now() -> str:
    """The active language, one of LANGUAGES."""
    return "zh-hans" if (get_language() or "en").startswith("zh") else "en"


def page_path(address: str = "") -> str:
    """The path of a reader's page in the active language; `address` is without language."""
    return f"/{language_now()}/{address}"


def choose(english: str, chinese: str, language: str | None = None) -> str:
    """The text in `language` (default: the active one), English where Chinese is missing."""
    return (chinese or english) if (language or language_now()) == "zh-hans" else english


def in_both(text) -> tuple[str, str]:
    """A lazy text in English and Chinese."""
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append(str(text))
    return found[0], found[1]


def both_labels(choices: Iterable[tuple]) -> dict[str, tuple[str, str]]:
    """Code → label in English and Chinese, of (code, lazy label) pairs such as the choices of a model."""
    return {code: in_both(label) for code, label in choices}


class TwoLanguages(models.Model):
    """Gives `text("name")`, and `label` for the field that LABEL names, in the active language."""

    LABEL: ClassVar[str] = "name"

    class Meta:
        abstract = True

    def text(self, field: str, language: str | None = None) -> str:
        return choose(getattr(self, f"{field}_en"), getattr(self, f"{field}_zh"), language)

    @property
    def label(self) -> str:
        return self.text(self.LABEL)

    def __str__(self) -> str:
        return self.label
