"""Citation, Note and Licence: what must travel with numbers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.models import Source
from portal.words import joined


@dataclass(frozen=True)
class Citation:
    """A source as an exhibit shows it; `url` is empty where the portal does not link.

    `about` is the address, without language, of the portal's own page about it.
    """

    code: str
    title: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    accessed: str = ""
    page: str = ""
    standing: str = "first_party"
    about: str = ""

    @property
    def page_words(self) -> str:
        """Where in the source: a page number with its word, other places as they are."""
        return _("page %(page)s") % {"page": self.page} if self.page[:1].isdigit() else self.page

    @property
    def words(self) -> str:
        """One line of plain text."""
        published = "" if self.published in self.title else self.published  # landscape files carry their date
        parts = [self.publisher, self.title, published, self.page_words]
        return joined(dict.fromkeys(parts))


def cite(source: Source, page: str = "") -> Citation:
    return Citation(
        code=source.code,
        title=source.title,
        publisher=source.publisher,
        url=source.link,
        published=source.published,
        accessed=source.accessed,
        page=page,
        standing=source.standing,
        about=f"sources/{source.code}",
    )


@dataclass(frozen=True)
class Note:
    """A remark under an exhibit; mandatory ones stand in every format, images included.

    `in_picture` is what the chart alone says in its place, where the text speaks of the table too; "" for nothing.
    """

    text: str
    is_mandatory: bool = False
    in_picture: str | None = None

    @property
    def pictured(self) -> str:
        return self.text if self.in_picture is None else self.in_picture


@dataclass(frozen=True)
class Licence:
    code: str
    url: str


CC_BY_4 = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
