"""Which column of the file holds what: the codebook's names found among the headings, each used once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.loading.problems import with_nearest
from surveys.microdata.answers.file import AnswerFile, clean
from surveys.microdata.answers.texts import is_error_cell
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.questions import Kind, Question


@dataclass(frozen=True)
class Place:
    """A column of the file for a question.

    options   places of the options that its cells may name
    is_own    the column belongs to these options: a tick is enough
    """

    index: int
    address: str
    options: tuple[int, ...] = ()
    is_own: bool = False


@dataclass(frozen=True)
class Layout:
    """Question code → its columns; questions with a column that is missing are left out. `unused` are indexes."""

    places: dict[str, tuple[Place, ...]]
    unused: tuple[int, ...]


def find_column(file: AnswerFile, name: str) -> int | None:
    """The index of a column by "#17" or by a heading without repeats: the joined one, else one of a single row."""
    if name.startswith("#") and name[1:].isascii() and name[1:].isdigit():
        number = int(name[1:])
        return number - 1 if 1 <= number <= file.width else None
    wanted = clean(name)
    for names in (file.names, *file.headings):
        if wanted and names.count(wanted) == 1:
            return names.index(wanted)
    return None


def place_columns(file: AnswerFile, codebook: Codebook) -> Layout:
    """The columns of every question; what is missing, used twice or not used goes to the report."""
    _note_alike(file)
    places: dict[str, tuple[Place, ...]] = {}
    used: dict[int, str] = {}
    for question in codebook.questions:
        found = _places(file, question)
        for place in found or ():
            before = used.setdefault(place.index, question.code)
            if before != question.code:
                values = {"first": before, "second": question.code}
                expected = _("the column is used twice: by %(first)s and by %(second)s") % values
                file.report.add(file.name, None, place.address, "", expected)
        if found is not None:
            places[question.code] = found
    return Layout(places, tuple(index for index in range(file.width) if index not in used))


def add_unused(file: AnswerFile, unused: Sequence[int], filled: Sequence[bool]) -> None:
    """Columns that no question names; one without heading and without any cell is no column."""
    for index, has_cells in zip(unused, filled, strict=True):
        if has_cells or file.names[index]:
            expected = _("no question of the codebook uses this column; add it to one, or to a question of kind ignore")
            file.report.add(file.name, None, file.addresses[index], "", expected)


def _places(file: AnswerFile, question: Question) -> tuple[Place, ...] | None:
    """None where a problem was added: the question cannot be read."""
    own: dict[str, list[int]] = {}
    for number, option in enumerate(question.options):
        if option.column:
            own.setdefault(option.column, []).append(number)
    names = list(dict.fromkeys((*question.columns, *own)))
    indexes = [_index(file, name, question) for name in names]
    if not names:
        file.report.add(file.name, None, "", question.code, _("the question names no column of the file"))
    elif not question.kind.has_options and question.kind.is_stored | (question.kind is Kind.ID) and len(names) > 1:
        expected = _("a question of kind %(kind)s has one column, found %(found)d")
        values = {"kind": str(question.kind), "found": len(names)}
        file.report.add(file.name, None, "", question.code, expected % values)
        return None
    twice = [names[place] for place, index in enumerate(indexes) if index is not None and index in indexes[:place]]
    for name in twice:
        expected = _("%(question)s names this column twice") % {"question": question.code}
        file.report.add(file.name, None, name, "", expected)
    if not names or twice or None in indexes:
        return None
    every = tuple(range(len(question.options)))
    is_by_position = question.kind is Kind.MULTIPLE and not own and len(names) == len(every) > 1
    found = []
    for position, (name, index) in enumerate(zip(names, indexes, strict=True)):
        assert index is not None
        options = tuple(own[name]) if name in own else (position,) if is_by_position else every
        found.append(Place(index, file.addresses[index], options, is_own=name in own or is_by_position))
    return tuple(found)


def _index(file: AnswerFile, name: str, question: Question) -> int | None:
    index = find_column(file, name)
    if index is None:
        repeats = max(names.count(clean(name)) for names in (file.names, *file.headings))
        if repeats > 1:
            expected = _("%(count)d columns have this heading; name one by its number, such as #%(number)d")
            number = next(names.index(clean(name)) for names in (file.names, *file.headings) if clean(name) in names)
            expected %= {"count": repeats, "number": number + 1}
        else:
            expected = _("the file has no such column, which %(question)s needs") % {"question": question.code}
            expected = with_nearest(expected, name, [each for each in file.names if each])
        file.report.add(file.name, None, name, "", expected)
    elif is_error_cell(clean(name)):
        expected = _("a spreadsheet left an error for a heading; name the column by its number, #%(number)d")
        file.report.add(file.name, None, name, "", expected % {"number": index + 1})
        return None
    return index


def _note_alike(file: AnswerFile) -> None:
    """Headings that differ only in their blanks; in the file itself, since names have blanks collapsed."""
    for row in file.top[: file.form.heading_rows]:
        written = Counter("".join(cell.split()) for cell in set(row))
        for cell in dict.fromkeys(row):
            if written["".join(cell.split())] > 1 and cell.strip():
                words = _("another heading differs from this one only in blanks")
                file.report.note(file.name, None, repr(cell)[1:-1], "", words)
