"""Rows → unsaved objects that refer to each other, laid over the stored ones in the draft."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _
from pydantic import ValidationError as RowError

from portal.loading.dataset import Dataset, Key, Reference, WrongValue
from portal.loading.draft import Draft, Place, TypedRow
from portal.loading.problems import Report, with_nearest
from portal.loading.reader import RawRow, RawTable


def lay_rows(dataset: Dataset, table: RawTable, draft: Draft, report: Report) -> list[TypedRow]:
    """Reads the values of each row and finds or makes its object; the objects are still empty."""
    if not table.is_sound:
        draft.torn.add(dataset.name)
    typed = []
    for raw in table.rows:
        place = Place(table.file, raw.line, raw.cells)
        row = read_values(dataset, raw, table.file, report)
        key = tuple(raw.cells.get(column, "") for column in dataset.key)
        if row is None:
            draft.spoiled[dataset.name].add(key)
            continue
        target = draft.objects[dataset.name].get(key)
        earlier = target and draft.place(target)
        if earlier:
            report.add(table.file, raw.line, ", ".join(dataset.key), " / ".join(filter(None, key)), said_before(earlier))
            continue
        if target is None:
            target = draft.objects[dataset.name][key] = dataset.model()
        draft.put(target, place)
        typed.append(TypedRow(place, row, target))
    return typed


def said_before(earlier: Place) -> str:
    return _("expected once; it stands in %(file)s, line %(line)d already") % {
        "file": earlier.file, "line": earlier.line}


def read_values(dataset: Dataset, raw: RawRow, file: str, report: Report):
    """The typed row, or None when a cell is wrong; columns that are missing have been reported with the header."""
    try:
        row = dataset.row.model_validate(raw.cells)
    except RowError as error:
        for wrong in error.errors(include_url=False):
            if wrong["type"] != "missing":
                report.add(file, raw.line, wrong["loc"][0], wrong["input"], wrong["ctx"]["error"])
        return None
    return row if raw.is_sound else None


def fill_rows(dataset: Dataset, rows: list[TypedRow], draft: Draft, report: Report) -> None:
    """Gives each object its references and values; an object with a problem is left out of further checks."""
    finder = Finder(draft, report)
    checker = FieldChecker(dataset, report)
    for typed in rows:
        found = [finder.refer(reference, typed) for reference in dataset.references]
        for column in dataset.copied:
            setattr(typed.target, column, getattr(typed.row, column))
        if not all(found) or not fill(dataset, typed, report) or not checker.check(typed):
            draft.mark_incomplete(typed.target)


def fill(dataset: Dataset, typed: TypedRow, report: Report) -> bool:
    if dataset.fill is None:
        return True
    try:
        dataset.fill(typed.row, typed.target)
    except WrongValue as wrong:
        place = typed.place
        report.add(place.file, place.line, wrong.column, place.cells[wrong.column], wrong.expected)
        return False
    return True


class Finder:
    """Finds what rows refer to."""

    def __init__(self, draft: Draft, report: Report):
        self.draft = draft
        self.report = report
        self._beginnings: dict[str, set[Key]] = {}

    def refer(self, reference: Reference, typed: TypedRow) -> bool:
        """Sets the reference; False when there is nothing (whole) to refer to."""
        place = typed.place
        key = reference.key(place.cells)
        related = typed.target._meta.get_field(reference.field)
        if key is None:
            setattr(typed.target, reference.field, None)
            if not related.null:
                self.report.add(place.file, place.line, reference.columns[-1], "", _("expected a value, found none"))
            return related.null
        found = self.draft.objects[reference.dataset].get(key)
        if found is None:
            if key not in self.draft.spoiled[reference.dataset] and reference.dataset not in self.draft.torn:
                self.report_unknown(reference, key, place)
            return False
        setattr(typed.target, reference.field, found)
        return self.draft.is_complete(found) or reference.dataset == self.own_dataset(typed.target)

    def own_dataset(self, target: Model) -> str:
        return next(name for name, dataset in self.draft.datasets.items() if dataset.model is type(target))

    def report_unknown(self, reference: Reference, key: Key, place: Place) -> None:
        """Names the first column with which the key goes astray, and the keys that would do there."""
        if self.report.is_full:
            self.report.add(place.file, place.line, "", "", "")
            return
        depth = next((depth for depth in range(1, len(key)) if key[:depth] not in self.beginnings(reference.dataset)),
                     len(key))
        if reference.separator:
            column, value = reference.columns[0], reference.separator.join(key)
            names = [reference.separator.join(known) for known in self.draft.objects[reference.dataset]]
        else:
            column, value = reference.columns[depth - 1], key[depth - 1]
            known = self.draft.objects[reference.dataset]
            names = {each[depth - 1] for each in known if each[: depth - 1] == key[: depth - 1]}
        within = " / ".join(key[: depth - 1]) if not reference.separator else ""
        if within:
            expected = _("not known in %(dataset)s of %(within)s") % {"dataset": reference.dataset, "within": within}
        else:
            expected = _("not known in %(dataset)s") % {"dataset": reference.dataset}
        self.report.add(place.file, place.line, column, value, with_nearest(expected, value, names))

    def beginnings(self, name: str) -> set[Key]:
        if name not in self._beginnings:
            self._beginnings[name] = {
                key[:depth] for key in self.draft.objects[name] for depth in range(1, len(key) + 1)}
        return self._beginnings[name]


class FieldChecker:
    """Runs the model fields' own rules over the values of each row, each different value once."""

    def __init__(self, dataset: Dataset, report: Report):
        columns = {column: column for column in dataset.copied} | dataset.filled
        self.fields = [(dataset.model._meta.get_field(name), column) for name, column in columns.items()]
        self.report = report
        self._sentences: dict[tuple, str] = {}

    def check(self, typed: TypedRow) -> bool:
        is_right = True
        for field, column in self.fields:
            value = getattr(typed.target, field.attname)
            sentence = self.sentence(field, value)
            if sentence:
                place = typed.place
                self.report.add(place.file, place.line, column, place.cells[column], sentence)
                is_right = False
        return is_right

    def sentence(self, field, value) -> str:
        """What is wrong with the value, or nothing."""
        if isinstance(value, list):
            return wording(field, value)
        known = (field.attname, type(value), value)
        if known not in self._sentences:
            self._sentences[known] = wording(field, value)
        return self._sentences[known]


def wording(field, value) -> str:
    if field.choices and value not in dict(field.choices):
        if not value and field.blank:
            return ""
        names = list(dict(field.choices))
        return with_nearest(_("expected one of: %(names)s") % {"names": ", ".join(names)}, str(value), names)
    try:
        field.clean(value, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
