"""Format: a form of file that is not one of our tables, and how it becomes rows of our datasets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from portal.loading.dataset import Dataset
from portal.loading.draft import Draft
from portal.loading.files import InputFile
from portal.loading.problems import Report
from portal.loading.reader import RawTable

Tables = list[tuple[str, RawTable]]  # name of a dataset, rows for it


@dataclass(frozen=True)
class Format:
    """A file is read by itself; all files of the format are then translated together, once the draft holds what is
    stored and what the tables of the same load say. From there on their rows go the way of all rows.
    """

    holds: Any  # in words, translated when they are shown
    suffixes: tuple[str, ...]
    example: str  # a file name
    datasets: tuple[str, ...]  # whose rows it brings
    read: Callable[[InputFile, Report], Any]
    translate: Callable[[list[Any], Draft, Report], Tables]
    own: tuple[Dataset, ...] = field(default=(), hash=False)  # those of the datasets that come in no table

    def takes(self, name: str) -> bool:
        """Whether a file of this name is of the format."""
        return name.lower().endswith(self.suffixes)
