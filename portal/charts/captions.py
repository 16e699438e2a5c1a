"""The words round a chart in a downloaded picture, and what the file says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from portal.charts.markup import clean

TEXTS = ("title", "subtitle", "source", "note", "licence", "credit", "description")

METADATA = frozenset(
    {"creator", "date", "description", "identifier", "language", "license", "publisher", "rights", "source", "title"}
)


@dataclass(frozen=True)
class Caption:
    """Headline, question and base, source and licence of one picture.

    `description` is read instead of the picture; `metadata` goes into the file under Dublin Core
    names (creator, source, rights, license as an address, date, identifier).
    """

    title: str
    subtitle: str = ""
    source: str = ""
    note: str = ""
    licence: str = ""
    credit: str = ""
    language: str = "en"
    description: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self):
        unknown = sorted(set(self.metadata) - METADATA)
        if unknown:
            raise ValueError(f"unknown metadata {', '.join(unknown)}; known are {', '.join(sorted(METADATA))}")

    def cleaned(self) -> "Caption":
        """The same caption without characters that would break a file."""
        texts = {name: clean(getattr(self, name)) for name in TEXTS}
        return replace(self, **texts, metadata={name: clean(text) for name, text in self.metadata.items()})

    @property
    def is_chinese(self) -> bool:
        return self.language.startswith("zh")
