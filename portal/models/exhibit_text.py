"""ExhibitText: words of the team in place of the generated ones of an exhibit."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.labels import LANGUAGES

TEXTS = ("finding", "description")
FIELDS = tuple(f"{text}_{language}" for text in TEXTS for language in ("en", "zh"))


class ExhibitText(models.Model):
    """For one view of an exhibit, or for all views of its address; what is empty stays generated.

    `version` and `fingerprint` say for which numbers it was written: where they have changed since, it is to be
    checked again.
    """

    address = models.CharField(
        _("address"),
        max_length=300,
        help_text=_("The address of the page; a whole one may be pasted, with its view after “?”."),
    )
    query = models.CharField(
        _("view"), max_length=1000, blank=True, help_text=_("Such as by=industry; empty: as it opens.")
    )
    is_for_all_views = models.BooleanField(
        _("for all views"),
        default=False,
        help_text=_("Whatever is chosen on the page; a text for one view goes first."),
    )
    finding_en = models.CharField(_("finding (English)"), max_length=200, blank=True)
    finding_zh = models.CharField(_("finding (Chinese)"), max_length=200, blank=True)
    description_en = models.TextField(_("description (English)"), max_length=2000, blank=True)
    description_zh = models.TextField(_("description (Chinese)"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(_("data version"), editable=False, default=0)
    fingerprint = models.CharField(_("fingerprint of the numbers"), max_length=64, editable=False, blank=True)

    class Meta:
        ordering = ["address", "query"]
        verbose_name = _("text of an exhibit")
        verbose_name_plural = _("texts of exhibits")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["address", "query", "is_for_all_views"],
                name="exhibit_text_once",
                violation_error_message=_("This view has a text already."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_for_all_views=False) | models.Q(query=""),
                name="exhibit_text_all_views_have_no_query",
                violation_error_message=_("A text for all views names no view."),
            ),
            models.CheckConstraint(
                condition=~models.Q(**dict.fromkeys(FIELDS, "")),
                name="exhibit_text_says_something",
                violation_error_message=_("Write a finding or a description in one language at least."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address}?{self.query}" if self.query else self.address

    def texts(self, language: str) -> dict[str, str]:
        """What it says in a language: "finding", "description", without those that are empty."""
        ending = "en" if language == LANGUAGES[0] else "zh"
        found = {text: getattr(self, f"{text}_{ending}") for text in TEXTS}
        return {text: words for text, words in found.items() if words}
