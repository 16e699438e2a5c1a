"""Exhibit: a titled, cited table, with or without a chart. Every page and file is made from one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from math import prod

import pandas as pd
from django.conf import settings
from django.utils.translation import gettext as _

from portal.charts.shapes import Shape
from portal.exhibits.citations import CC_BY_4, Citation, Licence, Note
from portal.exhibits.columns import Column, Grid
from portal.exhibits.frames import rows_of
from portal.exhibits.suffixes import (
    CHART_SUFFIXES,
    CITATION_SUFFIXES,
    CUBE_SUFFIXES,
    DATA_SUFFIXES,
    PLOT_SUFFIXES,
    TABLE_SUFFIXES,
)
from portal.labels import LANGUAGES
from portal.words import sentences

ADDRESS = re.compile(r"[a-z0-9_-]+(/[a-z0-9_-]+)*")
SOURCES_NAMED = 3
MOST_CELLS = 100_000  # of a cube, the empty ones included


@dataclass(frozen=True)
class Exhibit:
    """Checks itself on creation; texts are in `language`.

    address    path without language and suffix, such as "surveys/cncf-annual/2019/serverless_use"
    query      the view state as a query string in canonical order, without "?"
    title      what is measured; `finding` says in one sentence what came out and heads the chart
    subtitle   who was asked, when, how many
    description  what it shows in a few whole sentences, for who hears or reads it instead of the chart
    edited     names of the texts that the team wrote, "finding" and "description"; others are generated
    columns    the tidy table's columns, in file order; the frame may hold more, for the chart
    frame      one row a cell; numbers are float or integer, missing is NaN or None, with a status column beside it
    shape      what the chart draws, or None
    chart_frame  what it draws from, where that is not the frame: rows in another order, or the largest only
    file_order   the column by which data files order their rows, where pages order them otherwise
    grid       how pages lay the rows out as a cross table, or None for the plain table
    recipe     how its numbers were computed, as plain values for .json; empty where they were published so
    is_source  whether it is all about the one source that it cites, which is then what a citation of it names
    attached   makes further files of the archive, by name
    """

    address: str
    language: str
    title: str
    columns: tuple[Column, ...]
    frame: pd.DataFrame
    citations: tuple[Citation, ...]
    updated: datetime
    version: int
    query: str = ""
    subtitle: str = ""
    finding: str = ""
    description: str = ""
    edited: tuple[str, ...] = ()
    shape: Shape | None = None
    chart_frame: pd.DataFrame | None = None
    file_order: str = ""
    grid: Grid | None = None
    notes: tuple[Note, ...] = ()
    licence: Licence = field(default=CC_BY_4)
    recipe: Mapping[str, object] = field(default_factory=dict)
    is_source: bool = False
    attached: Callable[[], dict[str, bytes]] | None = None

    def __post_init__(self):
        if not ADDRESS.fullmatch(self.address):
            raise ValueError(
                f"address {self.address!r}: expected a path without language, suffix and slashes at its ends"
            )
        if self.language not in LANGUAGES:
            raise ValueError(f"language {self.language!r}: expected one of {LANGUAGES}")
        if not self.title:
            raise ValueError(f"exhibit {self.address} has no title")
        if not self.citations:
            raise ValueError(f"exhibit {self.address} cites nothing")
        self._check_columns()
        if self.shape is not None:
            self.shape.check(self.drawn)

    def _check_columns(self) -> None:
        keys = [column.key for column in self.columns]
        if len(set(keys)) < len(keys):
            raise ValueError(f"exhibit {self.address} has a column twice: {keys}")
        wanted = set(keys)
        for column in self.columns:
            wanted |= column.helpers
            if column.is_labelled:
                wanted |= {column.label_column(language) for language in LANGUAGES}
            if column.is_counted and column.key in self.frame:
                self._check_numbers(column.key)
        missing = wanted - set(self.frame.columns)
        if missing:
            raise ValueError(f"exhibit {self.address}: the frame lacks {sorted(missing)}")
        if self.grid and not self.grid.keys <= set(keys):
            raise ValueError(f"exhibit {self.address}: the grid names columns that are not there: {self.grid}")

    def _check_numbers(self, key: str) -> None:
        kind = self.frame[key].dtype
        if not pd.api.types.is_numeric_dtype(kind):
            raise ValueError(f"exhibit {self.address}: column {key} holds {kind}, expected numbers")

    @property
    def headline(self) -> str:
        """What heads the chart: the finding, or the title where nothing is found."""
        return self.finding or self.title

    @property
    def in_words(self) -> str:
        """What stands for the chart where it is not seen: the description, else headline and subtitle."""
        return self.description or sentences([self.headline, self.subtitle])

    @property
    def drawn(self) -> pd.DataFrame:
        """The rows of the chart."""
        return self.frame if self.chart_frame is None else self.chart_frame

    @cached_property  # tables, layouts and files all read them
    def rows(self) -> list[dict]:
        """The rows of the frame as dicts, to be read and never changed."""
        return rows_of(self.frame)

    @property
    def file_rows(self) -> list[dict]:
        """The rows of the data files, in their order."""
        return rows_of(self.frame.sort_values(self.file_order, kind="stable")) if self.file_order else self.rows

    @property
    def is_empty(self) -> bool:
        return self.frame.empty

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file forms of this exhibit."""
        suffixes = DATA_SUFFIXES + CITATION_SUFFIXES + (CUBE_SUFFIXES if self.is_cube else ())
        if self.shape is None:
            return suffixes + (() if self.is_empty else TABLE_SUFFIXES)
        return suffixes + CHART_SUFFIXES + (PLOT_SUFFIXES if self.shape.is_plot else ())

    @property
    def dimensions(self) -> tuple[Column, ...]:
        """The code columns."""
        return tuple(column for column in self.columns if column.role == "code")

    @property
    def measures(self) -> tuple[Column, ...]:
        """The columns of numbers."""
        return tuple(column for column in self.columns if column.is_counted)

    @cached_property  # a page asks some twenty times
    def is_cube(self) -> bool:
        """Whether codes tell the rows apart and make no more cells than can be written out."""
        keys = [column.key for column in self.dimensions]
        if self.is_empty or not keys or not self.measures:
            return False
        cells = prod(self.frame[key].nunique(dropna=False) for key in keys) * len(self.measures)
        return cells <= MOST_CELLS and not self.frame.duplicated(keys).any()

    @property
    def citation_numbers(self) -> dict[str, int]:
        """Code of each citation → its number in the list, from 1."""
        return {citation.code: number for number, citation in enumerate(self.citations, start=1)}

    @property
    def sources_named(self) -> str:
        """The sources in one line, the first three by name."""
        words = "; ".join(citation.words for citation in self.citations[:SOURCES_NAMED])
        if len(self.citations) > SOURCES_NAMED:
            words += _(" and %(count)s more") % {"count": len(self.citations) - SOURCES_NAMED}
        return words

    @property
    def source_words(self) -> str:
        """The same as a sentence."""
        return _("Source: %(source)s") % {"source": self.sources_named}

    def written_by(self, text: str) -> str:
        """Who wrote "finding" or "description": "edited" where the team did, "generated" or "" where there is none."""
        if text in self.edited:
            return "edited"
        return "generated" if getattr(self, text) else ""

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)

    def href(self, suffix: str = "", language: str | None = None) -> str:
        """Path and query of the page, or of one of its files, in this or another language."""
        query = f"?{self.query}" if self.query else ""
        return f"/{language or self.language}/{self.address}{suffix}{query}"

    def url(self, suffix: str = "") -> str:
        """The full address where PUBLIC_URL is known, else the path."""
        return f"{settings.PUBLIC_URL}{self.href(suffix)}"
