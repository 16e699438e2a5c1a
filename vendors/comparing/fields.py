"""Requirements and preferences as fields of a parameter form; what is wrong points at the character."""

import unicodedata
from collections.abc import Iterator, Mapping

from django import forms
from django.utils.translation import gettext as _

from portal.parameters import SEPARATOR, unknown_value
from vendors.comparing.requirements import Preference, Requirement, rankable, read_requirement
from vendors.comparing.terms import ExpressionError
from vendors.models import Attribute

MOST = 20  # requirements or preferences
WIDE = "WF"  # characters that take two places in a line


class ExpressionField(forms.CharField):
    """A filter of one attribute; gives a Requirement or None."""

    def __init__(self, attribute: Attribute):
        super().__init__(required=False, label=attribute.label)
        self.attribute = attribute

    def clean(self, value) -> Requirement | None:
        text = super().clean(value)
        return requirement_in(self.attribute, text, text, 0) if text else None


class RequirementsField(forms.CharField):
    """`<code>:<expression>` joined by "~"."""

    def __init__(self, attributes: Mapping[str, Attribute], **options):
        super().__init__(required=False, strip=False, **options)
        self.attributes = attributes

    def clean(self, value) -> tuple[Requirement, ...]:
        text = super().clean(value)
        found = tuple(self._requirement(part, text, start) for start, part in parts_of(text))
        if len(found) > MOST:
            raise forms.ValidationError(_("At most %(limit)s values."), params={"limit": MOST})
        return found

    def _requirement(self, part: str, text: str, start: int) -> Requirement:
        code, colon, expression = part.partition(":")
        if code not in self.attributes:
            raise unknown_code(part, code, self.attributes)
        if not colon:
            error = _("expected : and what is required, such as :>=100")
            raise pointing(ExpressionError(error, text, start + len(part)))
        return requirement_in(self.attributes[code], expression, text, start + len(code) + 1)


class PreferencesField(forms.CharField):
    """Codes joined by "~", each with "-" before it where the order is turned round."""

    def __init__(self, attributes: Mapping[str, Attribute], **options):
        super().__init__(required=False, **options)
        self.attributes = rankable(attributes)

    def clean(self, value) -> tuple[Preference, ...]:
        text = super().clean(value)
        found: dict[str, Preference] = {}
        for _start, part in parts_of(text):
            code = part.removeprefix("-")
            if code not in self.attributes:
                raise unknown_code(part, code, self.attributes)
            found.setdefault(code, Preference(self.attributes[code], part.startswith("-")))
        if len(found) > MOST:
            raise forms.ValidationError(_("At most %(limit)s values."), params={"limit": MOST})
        return tuple(found.values())


def parts_of(text: str) -> Iterator[tuple[int, str]]:
    """(place, part) for what "~" joins; empty parts are left out."""
    start = 0
    for part in text.split(SEPARATOR):
        if part.strip():
            yield start, part
        start += len(part) + 1


def unknown_code(part: str, code: str, attributes: Mapping[str, Attribute]) -> forms.ValidationError:
    """The error for a part whose code is unknown; what is offered instead keeps the rest of the part."""
    before, after = part[: part.index(code)], part[part.index(code) + len(code) :]
    error = unknown_value(code, {each.code: each.label for each in attributes.values()})
    params = dict(error.params or {})
    params["nearest"] = [f"{before}{near}{after}" for near in params["nearest"]]
    params["allowed"] = {f"{before}{known}{after}": label for known, label in params["allowed"].items()}
    return forms.ValidationError(error.message, params={**params, "given": part})


def requirement_in(attribute: Attribute, expression: str, text: str, start: int) -> Requirement:
    """The requirement whose expression stands at `start` in the text of a parameter."""
    try:
        return read_requirement(attribute, expression)
    except ExpressionError as error:
        raise pointing(ExpressionError(error.message, text, start + error.position)) from error


def pointing(error: ExpressionError) -> forms.ValidationError:
    """The error with its place in words, and as two lines: the text and a mark under the character."""
    place = {"place": error.position + 1, "expected": error.message}
    message = _("At character %(place)s: %(expected)s.") % place
    return forms.ValidationError(
        "%(message)s",
        params={"message": message, "position": error.position, "excerpt": marked(error.text, error.position)},
    )


def marked(text: str, position: int) -> str:
    """ ">=9O0" and "   ^" as two lines; long texts are shown around the place."""
    start = max(0, position - 60)
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    before = shown[start:position]
    space = "".join("\N{IDEOGRAPHIC SPACE}" if unicodedata.east_asian_width(each) in WIDE else " " for each in before)
    return f"{shown[start : position + 60]}\n{space}^"
