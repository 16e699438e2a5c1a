"""What the codes of status columns mean."""

from django.utils.translation import gettext as _


def status_words() -> dict[str, str]:
    """{code: meaning in the active language}, as CSV, JSON-stat and the read-me use them."""
    return {
        "s": _("suppressed"),
        "x": _("not asked"),
        "n": _("not published"),
        "u": _("not reliable; the value is kept"),
        "r": _("revised"),
        "b": _("break in the series"),
    }
