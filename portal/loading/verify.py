"""Checks the draft as a whole before it is saved: constraints, doubles, and what each dataset asks for itself."""

from typing import Any

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from portal.loading.constraints import check_constraints, fields_of, holds, identity, unique_rules
from portal.loading.dataset import Dataset
from portal.loading.draft import Differences, Draft
from portal.loading.problems import Report


def verify(dataset: Dataset, draft: Draft, differences: Differences, report: Report) -> None:
    touched = [each for each in (*differences.added, *differences.changed) if draft.is_complete(each)]
    for constraint in check_constraints(dataset.model):
        condition: Any = constraint.condition
        for each in touched:
            if holds(condition, each) is False:
                expected = str(constraint.get_violation_error_message()) % {"name": constraint.name}
                report_object(dataset, each, condition, expected, draft, report)
    for names, condition in unique_rules(dataset.model) if touched else ():
        verify_unique(dataset, names, condition, draft, report)
    if dataset.verify is not None:
        dataset.verify(draft, report)


def verify_unique(dataset: Dataset, names: tuple[str, ...], condition: Q, draft: Draft, report: Report) -> None:
    seen: dict[tuple, Model] = {}
    for each in draft.complete(dataset.name):
        key = identity(each, names)
        if None in key or not holds(condition, each):
            continue
        other = seen.setdefault(key, each)
        if other is not each:
            # The one to name is the one that a file brings.
            wrong, kept = (each, other) if draft.place(each) else (other, each)
            expected = _("expected once; %(other)s has it already") % {"other": "/".join(dataset.key_of(kept))}
            report_object(dataset, wrong, Q(*[(name, None) for name in names]), expected, draft, report)


def report_object(dataset: Dataset, each: Model, condition: Q, expected: str, draft: Draft, report: Report) -> None:
    """A problem with several cells of a row; a stored object that no file names is named by its key."""
    columns = [dataset.filled.get(name, name) for name in dict.fromkeys(fields_of(condition))]
    columns = [column for column in dict.fromkeys(columns) if column in dataset.columns]
    place = draft.place(each)
    if place is None:
        report.add(f"{dataset.name}.csv", None, ", ".join(columns), "/".join(dataset.key_of(each)), expected)
        return
    value = " / ".join(place.cells[column] for column in columns if place.cells[column])
    report.add(place.file, place.line, ", ".join(columns), value, expected)
