"""Headings of a layout → blocks: the columns of one question, with what the headings say of each."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.layouts.recognising import MONKEY_ANSWERS, Layout

LIME = re.compile(r"(?P<code>[A-Za-z]\w*)(\[(?P<part>\w+)\](\[(?P<second>\w+)\])?)?(\.\s+(?P<text>.+))?", re.S)
BRACKETED = re.compile(r"(?P<text>.+\S)\s*\[(?P<label>[^\[\]]+)\]", re.S)
NUMBERED = re.compile(r"(?P<number>\d+)\s*[、.．]\s*(?P<text>.+)", re.S)
PARTED = re.compile(r"(?P<code>.+?)_(?P<part>\d+(_\d+)*)")
TYPE_MARK = re.compile(r"\s*[\[【(（](单选题|多选题|填空题|矩阵题|量表题|排序题|必答)[\]】)）]")
DASHES = (" - ", " – ", "—", ":", "：")


@dataclass(frozen=True)
class Column:
    """A column of the file. `place` counts from 0; `label` is what its heading says beside the question's text."""

    place: int
    address: str
    heading: str
    label: str


@dataclass(frozen=True)
class Block:
    """Columns of one question. `code` is the tool's own, empty where it has none."""

    code: str
    text: str
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Heading:
    """What the headings of one column say. Neighbours of the same `key` are one question."""

    key: object
    code: str
    text: str
    label: str
    name: str


def blocks_of(file: AnswerFile, layout: Layout) -> list[Block]:
    """The questions of a file, opened with the layout's heading rows, from left to right."""
    cells = list(zip(*file.headings, strict=True))
    headings = READERS[layout.name](cells)
    blocks = []
    numbered = zip(headings, file.addresses, range(len(headings)), strict=True)
    for _key, group in groupby(numbered, lambda each: each[0].key):
        members = list(group)
        columns = tuple(Column(place, address, said.name, said.label) for said, address, place in members)
        blocks.append(Block(members[0][0].code, members[0][0].text, columns))
    return blocks


def _plain(cells: list[tuple[str, ...]]) -> list[Heading]:
    """One heading a column; "Which? [Price]" are parts of one question where neighbours share what is before it."""
    return [_bracketed(place, cell[0]) for place, cell in enumerate(cells)]


def _bracketed(place: int, heading: str) -> Heading:
    if match := BRACKETED.fullmatch(heading):
        return Heading(match["text"], "", match["text"], match["label"], heading)
    return Heading(place, "", heading, "", heading)


def _limesurvey(cells: list[tuple[str, ...]]) -> list[Heading]:
    """Codes such as q2[SQ001], texts such as "Which clouds? [AWS]", or both: "q2[SQ001]. Which clouds? [AWS]"."""
    matches = [LIME.fullmatch(cell[0]) for cell in cells]
    codes = [match and match["code"] for match in matches]
    found = []
    for place, ((heading,), match) in enumerate(zip(cells, matches, strict=True)):
        if match is None:
            found.append(_bracketed(place, heading))
            continue
        code, text = match["code"], match["text"] or match["code"]
        part = "_".join(filter(None, (match["part"], match["second"])))
        is_part = bool(part) or codes.count(code) > 1
        labelled = BRACKETED.fullmatch(text) if is_part else None
        text, label = (labelled["text"], labelled["label"]) if labelled else (text, part)
        found.append(Heading(code if is_part else place, code, text, label, code if match["text"] else heading))
    return found


def _qualtrics(cells: list[tuple[str, ...]]) -> list[Heading]:
    """Codes, texts, and the ImportId. Q3_1 and Q3_2 are parts of Q3; their texts end with " - " and the part."""
    stems = [match["code"] if (match := PARTED.fullmatch(cell[0])) else "" for cell in cells]
    found = []
    for place, ((code, text, _import_id), stem) in enumerate(zip(cells, stems, strict=True)):
        if stem and stems.count(stem) > 1:
            before, dash, after = text.rpartition(" - ")
            found.append(Heading(stem, stem, before if dash else text, after, code))
        else:
            found.append(Heading(place, code, text, "", code))
    return found


def _wenjuanxing(cells: list[tuple[str, ...]]) -> list[Heading]:
    """ "3、满意度—价格": neighbours of one number are parts of one question."""
    matches = [NUMBERED.fullmatch(cell[0]) for cell in cells]
    numbers = [match and match["number"] for match in matches]
    found = []
    for place, match in enumerate(matches):
        if match is None:
            found.append(Heading(place, "", cells[place][0], "", cells[place][0]))
            continue
        text, label = TYPE_MARK.sub("", match["text"]), ""
        if numbers.count(match["number"]) > 1:
            text, label = _parted(text)
        key = ("question", match["number"])
        found.append(Heading(key, f"q{match['number']}", text, label, match["text"]))
    return found


def _parted(text: str) -> tuple[str, str]:
    for dash in DASHES:
        before, found, after = text.rpartition(dash)
        if found and before and after:
            return before, after
    match = re.fullmatch(r"(.+?)[(（]([^()（）]+)[)）]", text, re.S)
    return (match[1], match[2]) if match else (text, "")


def _monkey(cells: list[tuple[str, ...]]) -> list[Heading]:
    """A question's text over its first column, blanks to the right; below it the options."""
    found: list[Heading] = []
    for place, (text, option) in enumerate(cells):
        if not text and option and found:
            first = found[-1]
            found.append(Heading(first.key, first.code, first.text, option, option))
        else:
            label = "" if option.lower() in MONKEY_ANSWERS else option
            found.append(Heading(place, "", text, label, text))
    return found


def _numeric_monkey(cells: list[tuple[str, ...]]) -> list[Heading]:
    """Numbers of questions above; the third row repeats the text of a question of one column."""
    found: list[Heading] = []
    for place, (number, text, option) in enumerate(cells):
        if not number and not text and option and found and found[-1].code:
            first = found[-1]
            found.append(Heading(first.key, first.code, first.text, option, option))
        else:
            found.append(Heading(place, number, text or option, "" if option == text else option, text or option))
    return found


READERS: dict[str, Callable[[list[tuple[str, ...]]], list[Heading]]] = {
    "plain": _plain,
    "limesurvey": _limesurvey,
    "qualtrics": _qualtrics,
    "wenjuanxing": _wenjuanxing,
    "surveymonkey": _monkey,
    "surveymonkey_numeric": _numeric_monkey,
}
