"""The words round a chart in a downloaded picture, and what the file says about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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

    @property
    def is_chinese(self) -> bool:
        return self.language.startswith("zh")
