"""The model fields' own rules, checked for each different value once."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field
from django.utils.translation import gettext as _

from portal.loading.dataset import Dataset
from portal.loading.draft import TypedRow
from portal.loading.problems import Report, with_nearest


class FieldChecker:
    """Reports values that their field refuses: too long, not a choice, not an address."""

    def __init__(self, dataset: Dataset, columns: dict[str, str], report: Report):
        self.fields: list[tuple[Any, str]] = [
            (dataset.model._meta.get_field(name), column) for name, column in columns.items()
        ]
        self.report = report
        self._sentences: dict[tuple, str] = {}

    def check(self, typed: TypedRow) -> bool:
        is_right = True
        for field, column in self.fields:
            if column in typed.wrong:
                continue
            sentence = self.sentence(field, getattr(typed.target, field.attname))
            if sentence:
                place = typed.place
                self.report.add(place.file, place.line, column, place.cells[column], sentence)
                is_right = False
        return is_right

    def sentence(self, field: Field, value: object) -> str:
        """What is wrong with the value, or nothing."""
        if isinstance(value, list | dict):
            return judge(field, value)
        known = (field.attname, type(value), value)
        if known not in self._sentences:
            self._sentences[known] = judge(field, value)
        return self._sentences[known]


def judge(field: Field, value: object) -> str:
    choices = dict(field.choices or {})
    if choices and value not in choices:
        expected = _("expected one of: %(names)s") % {"names": ", ".join(choices)}
        return with_nearest(expected, str(value), choices)
    try:
        field.clean(value, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""
