"""Typed rows → objects that refer to each other and hold their values, still unsaved."""

from portal.loading.columns import WrongValue
from portal.loading.dataset import Dataset
from portal.loading.draft import Draft, TypedRow
from portal.loading.fields import FieldChecker
from portal.loading.problems import Report
from portal.loading.references import Finder, Found


def fill_rows(dataset: Dataset, rows: list[TypedRow], draft: Draft, report: Report) -> None:
    """Checks as much of each row as can be read; an object with a problem is left out of later checks."""
    finder = Finder(dataset, draft, report)
    columns = dataset.copied
    copied = FieldChecker(dataset, {column: column for column in columns}, report)
    filled = FieldChecker(dataset, dataset.filled, report)
    for typed in rows:
        found = [finder.refer(reference, typed) for reference in dataset.references]
        for column in columns:
            if column not in typed.wrong:
                setattr(typed.target, column, getattr(typed.row, column))
        is_right = copied.check(typed) and not typed.wrong
        if Found.MISSING not in found and not typed.wrong & set(dataset.filled.values()):
            is_right = fill(dataset, typed, report) and filled.check(typed) and is_right
        if not is_right or any(each is not Found.WHOLE for each in found):
            draft.mark_incomplete(typed.target)


def fill(dataset: Dataset, typed: TypedRow, report: Report) -> bool:
    """Sets the fields that have no column of their own."""
    if dataset.fill is None:
        return True
    try:
        dataset.fill(typed.row, typed.target)
    except WrongValue as wrong:
        place = typed.place
        report.add(place.file, place.line, wrong.column, place.cells[wrong.column], wrong.expected)
        return False
    return True
