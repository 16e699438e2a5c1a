"""Column and Grid: what the table of an exhibit holds and how a page lays it out."""

import re
from dataclasses import dataclass
from typing import Literal

from portal.labels import language_now

KEY = re.compile(r"[a-z][a-z0-9_]*")
Role = Literal["code", "value", "text", "status", "source", "date"]


@dataclass(frozen=True)
class Column:
    """One column of the tidy table.

    `code` columns hold codes; with `is_labelled` the frame also holds `<key>_label_en` and `<key>_label_zh`, which
    files show by their `labels` parameter and pages in place of the code. `source` columns hold the code of a citation.
    Columns that are the same in every row, or serve files only, are left out of pages with `on_page=False`.

    What a page adds to the cell, each in a column of the frame that this one names:
    `written_by`  the words in place of the value, in the exhibit's language
    `linked_by`   the address it leads to, without language
    `cited_by`    the code of the citation that stands beside it
    `tagged_by`   a word or two beside it, such as "in doubt"

    `tags_stand_apart`: tags put no number in doubt, so that workbooks keep the number and write them beside it.
    """

    key: str
    label: str
    role: Role = "text"
    unit: str = ""
    decimals: int | None = None
    is_labelled: bool = False
    on_page: bool = True
    written_by: str = ""
    linked_by: str = ""
    cited_by: str = ""
    tagged_by: str = ""
    tags_stand_apart: bool = False

    def __post_init__(self):
        if not KEY.fullmatch(self.key):
            raise ValueError(f"column key {self.key!r}: expected small letters, digits and underscores")
        if not self.label:
            raise ValueError(f"column {self.key!r} has no label")
        if self.is_labelled and self.role != "code":
            raise ValueError(f"column {self.key!r}: only code columns are labelled, this one is {self.role!r}")

    @property
    def is_counted(self) -> bool:
        """Whether it holds numbers only, as the decimals say."""
        return self.role == "value" and self.decimals is not None

    def label_column(self, language: str) -> str:
        """Name of the frame's column with labels in `language`."""
        return label_column(self.key, language)

    def shown_column(self, language: str) -> str:
        """Name of the frame's column that a person reads."""
        return self.written_by or (self.label_column(language) if self.is_labelled else self.key)

    @property
    def helpers(self) -> set[str]:
        """Names of the frame's columns that it needs beside its own."""
        return {self.written_by, self.linked_by, self.cited_by, self.tagged_by} - {""}


@dataclass(frozen=True)
class Grid:
    """How a page turns tidy rows into a table: one row for each `rows` code, one column for each `columns` code.

    Each names a key of the exhibit's columns; `value` is what stands in the cells. `order` holds the codes of the
    columns from left to right where the rows do not tell it. Rows that share a code of `group` stand under its label.
    """

    rows: str
    columns: str
    value: str
    order: tuple[str, ...] = ()
    group: str = ""

    @property
    def keys(self) -> set[str]:
        return {self.rows, self.columns, self.value, self.group} - {""}


def label_column(key: str, language: str = "") -> str:
    """Name of a frame's column with the labels of `key`, in `language` or the active one."""
    return f"{key}_label_{'zh' if (language or language_now()) == 'zh-hans' else 'en'}"
