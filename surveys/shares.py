"""A share in words that are never more than it: "more than a third", "two in three"."""

from django.utils.translation import gettext as _

from portal.words import write_share


def share_words(value: float) -> str:
    """Words where plain ones are true, the number otherwise; in English to begin a sentence."""
    for low, high, words in (
        (19.5, 20.5, _("One in five")),
        (24.5, 25.5, _("A quarter")),
        (31, 33, _("Almost a third")),
        (33, 33.7, _("A third")),
        (33.7, 38, _("More than a third")),
        (39.5, 40.5, _("Four in ten")),
        (47.5, 49.9, _("Almost half")),
        (49.9, 50.2, _("Half")),
        (50.2, 58, _("More than half")),
        (59.5, 60.5, _("Six in ten")),
        (66, 67.5, _("Two in three")),
        (69.5, 70.5, _("Seven in ten")),
        (74.5, 75.5, _("Three in four")),
        (79.5, 80.5, _("Four in five")),
        (89.5, 90.5, _("Nine in ten")),
    ):
        if low <= value < high:
            return words
    return write_share(value)
