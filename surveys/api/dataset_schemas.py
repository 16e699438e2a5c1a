"""Datasets of answers as the API sends them: what can be asked of each, never an answer of a person."""

from ninja import Schema

from portal.api.envelope import Links, Meta
from portal.api.schemas import CitedSource, Row, described, source_key
from surveys.microdata.codebook.questions import Kind

TABULATED = [str(kind) for kind in Kind if kind.is_tabulated]


class Dataset(Row):
    """The published answers of the respondents of a wave, of which tables are made: `crosstab` and `toplines`."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    survey_name: str = described("Name of the survey.", "CNCF Cloud Native Survey")
    wave: str = described("Slug of the wave.", "2022")
    wave_name: str = described("Name of the wave.", "2022")
    revision: str = described("SHA-256 of the answers and their codebook: tables of it never change.", "5f0c" * 16)
    respondents: int = described("People whose answers it holds.", 2063, unit="people")
    questions: int | None = described("Questions that can be rows of a table; null while they cannot be read.", 41)
    breaks: list[str] | None = described("Codes of the questions that can be columns and filters.", ["region"])
    weights: list[str] | None = described("Codes of its weights; empty where everybody counts once.", [])
    weight: str | None = described("The weight that tables use where none is asked for.", "weight")
    updated: str = described("When this revision was loaded.", "2026-11-28T12:00:00+00:00")
    source: CitedSource = source_key("the answers")
    address: str = described(
        "Path of the page with all its toplines, without language.", "surveys/cncf-annual/2022/toplines"
    )


class AnswerOption(Schema):
    """An answer that can be given."""

    code: str = described("Its code.", "production")
    label: str = described("Its words.", "In production")
    value: float | None = described("Its number, from which means are computed; null where it has none.", 3)
    is_exclusive: bool = described("Whether it cannot be chosen together with others.", False)


class AnswerNet(Schema):
    """Answers that are counted as one."""

    code: str = described("Its code.", "any_use")
    label: str = described("Its words.", "Any use")
    options: list[str] = described("Codes of its options.", ["production", "evaluation"])


class AskedQuestion(Schema):
    """A question of which tables can be made."""

    code: str = described("Its code: a value of `rows`, and of `columns` where it is a break.", "serverless_use")
    text: str = described("Its words.", "Are you using serverless technology?")
    kind: str = described("How it is answered: " + ", ".join(TABULATED) + ".", "single")
    topic: str | None = described("Its topic, where it has one.", "adoption")
    base: str = described("Who was asked: all, or a filter.", "all")
    asked: str | None = described("The same in words.", "Everybody")
    is_break: bool = described("Whether readers may use it as columns and as a filter.", True)
    options: list[AnswerOption] = described("Its answers in order; none for numbers.", [])
    nets: list[AnswerNet] = described("Answers counted as one.", [])
    note: str | None = described("What to know about it.", "Options in random order")


class WeightEntry(Schema):
    code: str = described("Its code: a value of `weight`.", "weight")
    label: str = described("Its words.", "Raked to regions")
    design_effect: float | None = described("Respondents divided by their effective number (Kish), to two places.", 1.3)


class DatasetEntry(Dataset):
    """A dataset with everything that can be asked of it."""

    codebook: list[AskedQuestion] | None = described("Its questions in order; null while they cannot be read.", [])
    weightings: list[WeightEntry] | None = described("Its weights with their design effect.", [])


class DatasetEntryAnswer(Schema):
    data: DatasetEntry
    links: Links
    meta: Meta
