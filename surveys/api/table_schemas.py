"""Tables of answers as the API sends them: as every reader may see them, rounded, with small groups hidden.

Shares are proportions from 0 to 1. What is hidden has status "s" and null in every number; what is undefined is null.
"""

from enum import StrEnum
from typing import Any

from ninja import Schema
from pydantic import Field, create_model

from portal.api.envelope import Links, Meta
from portal.api.schemas import CitedSource, described, source_key
from surveys.microdata.tables.table import Adjust, Audience, RowKind

OVERALL = (
    "Whether rows and columns have anything to do with each other; of several breaks an object with one entry a "
    "break. Null where it is undefined, or would tell of people who are hidden."
)
STATUS = "s: hidden, so that no single person can be told; u: not reliable, the base is small; null otherwise."


def optional(description: str, example: Any) -> Any:
    """A key that is left out where it does not apply."""
    return Field(None, description=description, examples=[example])


def one_word(words: type[StrEnum], description: str, example: str) -> Any:
    return Field(description=description, examples=[example], json_schema_extra={"enum": [str(word) for word in words]})


class EstimateEntry(Schema):
    """A share with its interval, or a mean with its standard deviation; the keys of the other are left out."""

    n: int | None = described("People who gave the answer; null in public tables.", None, unit="people")
    w: float | None = described("The sum of their weights; null in public tables.", None)
    p: float | None = optional("The share, from 0 to 1.", 0.41)
    se: float | None = described("Standard error; null in public tables.", None)
    ci: list[float] | None = optional("95 % interval of the share, rounded outward.", [0.38, 0.45])
    mean: float | None = optional("The mean.", 3.2)
    sd: float | None = optional("Standard deviation of the numbers.", 1.1)
    status: str | None = described(STATUS, None)


class TotalEntry(EstimateEntry):
    """The estimate of everybody who was asked."""

    base_n: int | None = described("People asked, rounded to 5.", 1320, unit="people")
    base_w: float | None = described("The sum of their weights, rounded to 5.", 1320)
    base_effective: float | None = described("Their effective number (Kish), rounded to 5.", 1180)


class TestEntry(Schema):
    """A cell against another of its break."""

    against: str = described("Code of the other column.", "europe")
    z: float | None = described("Test statistic; null in public tables.", None)
    p: float | None = described("Two-sided p-value; null in public tables.", None)
    p_adjusted: float | None = described("The same, adjusted; null in public tables.", None)
    reason: str | None = described("Why it was not tested: small_base, all_or_none, net, hidden, undefined.", None)


class InColumn(EstimateEntry):
    """An answer in a column."""

    column: str = described("Code of the column.", "asia")
    letters: str = described("Columns that it is higher than: capitals for p < 0.05, small ones for p < 0.10.", "B")
    tests: list[TestEntry] = described("Against the other columns of its break.", [])


# "break" is a word of Python, so no class can name it.
BREAK: dict[str, Any] = {"break": (str, described("Code of the question whose answer the column is.", "region"))}
CellEntry: Any = create_model("CellEntry", __base__=InColumn, __doc__=InColumn.__doc__, **BREAK)


class OverallEntry(Schema):
    """Whether rows and columns have anything to do with each other: Rao–Scott, second order."""

    f: float | None = described("Test statistic; null where it would tell of people who are hidden.", 3.2)
    df1: float | None = described("Its first degrees of freedom.", 1.9)
    df2: float | None = described("Its second degrees of freedom.", 70.1)
    p: float | None = described("p-value.", 0.05)


Overall = OverallEntry | dict[str, OverallEntry | None] | None


class RowEntry(Schema):
    """An answer, a net of answers, or the mean."""

    code: str = described("Its code.", "production")
    label: str | None = described("Its words; null with labels=code.", "In production")
    kind: str = one_word(RowKind, "An option, a net or a mean.", "option")
    total: TotalEntry = Field(description="Everybody who was asked.")
    cells: list[CellEntry] = described("The same in each column.", [])
    overall: Overall = optional(f"Of answers that may be given together. {OVERALL}", None)


class OfBreak(Schema):
    """An answer of a break, as a column."""

    code: str = described("Its code.", "asia")
    label: str | None = described("Its words; null with labels=code.", "Asia")
    letter: str = described("Its letter in the banner.", "A")
    is_net: bool = described("Whether it counts several answers as one.", False)
    base_n: int | None = described("People in it who were asked the row question, rounded to 5.", 310, unit="people")
    base_w: float | None = described("The sum of their weights, rounded to 5.", 310)
    base_effective: float | None = described("Their effective number (Kish), rounded to 5.", 280)
    status: str | None = described(STATUS, None)


ColumnEntry: Any = create_model("ColumnEntry", __base__=OfBreak, __doc__=OfBreak.__doc__, **BREAK)


class TableEntry(Schema):
    """A question by its breaks."""

    question: str = described("Code of the question in the rows.", "serverless_use")
    text: str | None = described("Its words; null with labels=code.", "Are you using serverless technology?")
    asked: str | None = described("Who was asked, where it is said.", "Everybody")
    base_n: int | None = described("People asked, rounded to 5.", 1320, unit="people")
    base_w: float | None = described("The sum of their weights, rounded to 5.", 1320)
    base_effective: float | None = described("Their effective number (Kish), rounded to 5.", 1180)
    n_design: int = described("Respondents of the dataset with a weight above 0.", 2063, unit="people")
    columns: list[ColumnEntry] = described("The columns of all breaks from left to right.", [])
    rows: list[RowEntry] = described("Answers in the order of the codebook, then nets and means.", [])
    overall: Overall = described(OVERALL, None)
    footnote: str = described("Test, levels, adjustment, weight, smallest base tested, overlap.", "z test, p < 0.05 …")


class AskedFor(Schema):
    """What the tables are of, in its one form."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    wave: str = described("Slug of the wave.", "2022")
    revision: str = described("SHA-256 of the answers and their codebook.", "5f0c" * 16)
    code_version: str = described("Release of the portal that computed them.", "0b7e5b2d9c")
    audience: str = one_word(Audience, "For whom numbers are hidden and rounded.", "public")
    columns: list[str] = described("Codes of the breaks.", ["region"])
    filter: str = described("The filter; empty for none.", "company_size in large")
    weight: str | None = described("Code of the weight; null where everybody counts once.", None)
    adjust: str = one_word(Adjust, "How p-values are adjusted.", "holm")
    least_base: int = described("Columns of fewer people are not tested.", 30, unit="people")
    notes: list[str] = described("What must be known of the numbers.", ["Columns of fewer than 10 people are hidden."])
    source: CitedSource = source_key("the answers")


class CrosstabEntry(AskedFor):
    table: TableEntry = Field(description="The table.")


class ToplinesEntry(AskedFor):
    tables: list[TableEntry] = described("One table a question, in the order of the codebook.", [])


class TableLinks(Links):
    page: str = described("The same as a page.", "https://example.org/en/surveys/cncf-annual/2022/toplines")
    csv: str = described("The same as CSV.", "https://example.org/en/surveys/cncf-annual/2022/toplines.csv")
    jsonstat: str = described("The same as JSON-stat.", "https://example.org/en/surveys/…/toplines.jsonstat.json")
    xlsx: str = described("The same as a workbook.", "https://example.org/en/surveys/cncf-annual/2022/book.xlsx")


class CrosstabAnswer(Schema):
    data: CrosstabEntry
    links: TableLinks
    meta: Meta


class ToplinesAnswer(Schema):
    data: ToplinesEntry
    links: TableLinks
    meta: Meta
