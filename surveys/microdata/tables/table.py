"""The values of a table, before and after disclosure. Shares are proportions from 0 to 1; what is undefined is None."""

from dataclasses import dataclass, field
from enum import StrEnum

from surveys.microdata.codebook.conditions import Condition

SUPPRESSED, UNRELIABLE = "s", "u"  # the portal's statuses of cells and columns


class Audience(StrEnum):
    PUBLIC = "public"
    RESEARCH = "research"


class Adjust(StrEnum):
    """How p-values are adjusted over the tested pairs of one row in one break."""

    NONE = "none"
    HOLM = "holm"
    BONFERRONI = "bonferroni"
    BH = "bh"  # Benjamini-Hochberg


class Reason(StrEnum):
    """Why two columns were not tested against each other."""

    SMALL_BASE = "small_base"  # a base below the least base
    ALL_OR_NONE = "all_or_none"  # both 0 % or both 100 %
    NET = "net"  # one counts the other's people
    HIDDEN = "hidden"  # a column that is not shown
    UNDEFINED = "undefined"  # no error can be computed: nobody, or one person


@dataclass(frozen=True)
class TableSpec:
    """What is asked for: codes of a row question, of up to three breaks, a filter, a weight ("" for none)."""

    rows: str
    breaks: tuple[str, ...] = ()
    filter: tuple[Condition, ...] = ()
    weight: str = ""
    adjust: Adjust = Adjust.HOLM
    least_base: int = 30  # people: columns of fewer are not tested


@dataclass(frozen=True)
class Base:
    """People asked, unweighted, weighted and effective (Kish)."""

    n: int | None
    w: float | None
    effective: float | None


@dataclass(frozen=True)
class Estimate:
    """A share with `p` and `ci`, or a mean with `mean` and `sd`; `se` is the standard error of either."""

    n: int | None
    w: float | None
    base: Base
    p: float | None = None
    se: float | None = None
    ci: tuple[float, float] | None = None
    mean: float | None = None
    sd: float | None = None


@dataclass(frozen=True)
class Test:
    """One column against another of its break; `z` is positive where this one is higher."""

    against: str
    z: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    reason: Reason | None = None


@dataclass(frozen=True)
class Column:
    """A column of the banner: an option or a net of a break; its base are those of it who answered the row question."""

    break_code: str
    code: str
    letter: str
    label_en: str
    label_zh: str
    base: Base
    is_net: bool = False
    members: tuple[int, ...] = ()  # places of its options in the break
    status: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        return (self.break_code, self.code)


@dataclass(frozen=True)
class Cell:
    """An estimate in a column, with what it is significantly higher than.

    letters   of the columns that are lower: capitals for p < 0.05, small letters for p < 0.10
    versus_rest  the test against everybody else in the break, for arrows
    """

    column: Column
    estimate: Estimate
    letters: str = ""
    status: str | None = None
    tests: tuple[Test, ...] = ()
    versus_rest: Test | None = None


@dataclass(frozen=True)
class Overall:
    """Whether rows and columns have anything to do with each other: Rao-Scott, second order."""

    f: float | None
    df1: float | None
    df2: float | None
    p: float | None


class RowKind(StrEnum):
    OPTION = "option"
    NET = "net"
    MEAN = "mean"


@dataclass(frozen=True)
class Row:
    """An option, a net or the mean of the row question; `overall` holds a test of its own where answers overlap.

    `overall` maps the code of a break to its test.
    """

    kind: RowKind
    code: str
    label_en: str
    label_zh: str
    total: Estimate
    cells: tuple[Cell, ...] = ()
    status: str | None = None  # of the total
    overall: dict[str, Overall] = field(default_factory=dict)


@dataclass(frozen=True)
class Table:
    """A row question by its breaks. `n_design` counts everybody with a weight above 0, whatever the filter.

    `overall` maps the code of each break to its test, where the row question has one answer a person.
    `is_overlapping` says whether somebody may stand in two columns that are tested against each other.
    """

    spec: TableSpec
    revision: str
    n_design: int | None
    base: Base  # of the row question, all columns together
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    overall: dict[str, Overall] = field(default_factory=dict)
    audience: Audience = Audience.RESEARCH
    is_overlapping: bool = False
