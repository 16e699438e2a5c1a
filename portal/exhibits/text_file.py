"""An exhibit in one line of text: what it shows, source, address and version, to paste wherever a number goes."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.exhibits.exhibit import Exhibit
from portal.words import sentences


def text_file(exhibit: Exhibit) -> bytes:
    """The line ends with a line feed and is in the exhibit's language."""
    return f"{text_line(exhibit)}\n".encode()


def text_line(exhibit: Exhibit) -> str:
    with override(exhibit.language):
        version = _("Data version %(version)s of %(date)s") % {
            "version": exhibit.version,
            "date": f"{exhibit.updated:%Y-%m-%d}",
        }
        line = f"{sentences([exhibit.in_words, exhibit.source_words, version])} {exhibit.url()}"
    return " ".join(line.split())
