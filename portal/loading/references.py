"""Finds what rows refer to, in the files and in the database alike."""

from collections.abc import Iterable
from enum import Enum

from django.utils.translation import gettext as _

from portal.loading.dataset import Dataset, Key, Reference
from portal.loading.draft import Draft, Place, TypedRow
from portal.loading.problems import Report, with_nearest

MAX_NEAREST = 100  # searches for like names in a load; each costs milliseconds


class Found(Enum):
    """What a reference leads to."""

    WHOLE = "whole"  # an object without known problems, or rightly nothing
    PARTIAL = "partial"  # an object with problems
    MISSING = "missing"


class Finder:
    """Sets the references of a dataset's rows."""

    def __init__(self, dataset: Dataset, draft: Draft, report: Report):
        self.dataset = dataset
        self.draft = draft
        self.report = report
        self._beginnings: dict[str, set[Key]] = {}
        self._searches = 0
        self._said: set[tuple[int, str]] = set()

    def refer(self, reference: Reference, typed: TypedRow) -> Found:
        if typed.wrong & set(reference.columns):
            return Found.MISSING
        key = reference.key(typed.place.cells)
        if key is None:
            setattr(typed.target, reference.field, None)
            return Found.WHOLE
        found = self.draft.objects[reference.dataset].get(key)
        if found is None:
            if key not in self.draft.spoiled[reference.dataset] and reference.dataset not in self.draft.torn:
                self.report_unknown(reference, key, typed.place)
            return Found.MISSING
        setattr(typed.target, reference.field, found)
        # Rows of the same dataset may come later; what is wrong with them is said there.
        is_whole = reference.dataset == self.dataset.name or self.draft.is_complete(found)
        return Found.WHOLE if is_whole else Found.PARTIAL

    def report_unknown(self, reference: Reference, key: Key, place: Place) -> None:
        """Names the first column with which the key goes astray, and the names that would do there."""
        known = self.draft.objects[reference.dataset]
        if reference.separator:
            column, value, names, within = place_in_one(reference, key, known)
        else:
            depth = self.depth_of_error(reference.dataset, key)
            column, value = reference.columns[depth], key[depth]
            names = sorted({each[depth] for each in known if each[:depth] == key[:depth]})
            within = " / ".join(key[:depth])
        if (id(place), column) in self._said:
            return  # of an unknown survey, wave and option are unknown too
        self._said.add((id(place), column))
        expected = _("not known in %(dataset)s") % {"dataset": f"{reference.dataset}.csv"}
        if within:
            expected = _("not known in %(dataset)s for %(within)s") % {
                "dataset": f"{reference.dataset}.csv",
                "within": within,
            }
        self._searches += 1
        if self._searches <= MAX_NEAREST:
            expected = with_nearest(expected, value, names)
        self.report.add(place.file, place.line, column, value, expected)

    def depth_of_error(self, name: str, key: Key) -> int:
        """How many parts of the key lead somewhere."""
        if name not in self._beginnings:
            self._beginnings[name] = {key[:depth] for key in self.draft.objects[name] for depth in range(len(key) + 1)}
        return max(depth for depth in range(len(key)) if depth == 0 or key[:depth] in self._beginnings[name])


def place_in_one(reference: Reference, key: Key, known: Iterable[Key]) -> tuple[str, str, list[str], str]:
    """Column, value, names that would do, and no surroundings: the whole key stands in one cell."""
    names = [reference.separator.join(each) for each in known]
    return reference.columns[0], reference.separator.join(key), names, ""
