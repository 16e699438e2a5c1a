"""Labels in two languages: the fields of models and the value that exhibits carry."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language

LANGUAGES = ("en", "zh-hans")


def language_now() -> str:
    """The active language, one of LANGUAGES."""
    return "zh-hans" if (get_language() or "en").startswith("zh") else "en"


def choose(english: str, chinese: str, language: str | None = None) -> str:
    """The text in `language` (default: the active one), English where Chinese is missing."""
    return (chinese or english) if (language or language_now()) == "zh-hans" else english


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
