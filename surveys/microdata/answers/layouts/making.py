"""Questions of one column of a file, by kind, as a draft writes them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys.microdata.answers.layouts.blocks import Column
from surveys.microdata.answers.layouts.codes import option_codes, texts_of
from surveys.microdata.answers.layouts.profiles import Profile
from surveys.microdata.codebook.questions import Kind, Option, Question


@dataclass(frozen=True)
class Maker:
    """The column with the text and the code of its question."""

    column: Column
    text: str
    code: str

    def unused(self, kind: Kind, note: str) -> Question:
        """A question without options."""
        return self._make(kind, note=note)

    def single(self, answers: list[str]) -> Question:
        note = _("Options stand by how often they were chosen; put them in their order.") if len(answers) > 2 else ""
        return self._make(Kind.SINGLE, options=_options(answers), note=note)

    def scale(self, found: Profile) -> Question:
        """Every step between the lowest and the highest, each with its number as value."""
        steps = range(int(found.numbers[0]), int(found.numbers[-1]) + 1)
        options = tuple(Option(str(step), str(step), value=float(step)) for step in steps)
        return self._make(Kind.SCALE, options=options, note=_("The file holds numbers; write what each of them means."))

    def single_numbers(self, found: Profile) -> Question:
        numbers = [str(int(number)) for number in found.numbers]
        options = tuple(Option(number, number) for number in numbers)
        note = _("The file holds numbers of answers without their texts; write what each of them means.")
        return self._make(Kind.SINGLE, options=options, note=note)

    def parted(self, separator: str, found: Profile) -> Question:
        pieces = found.pieces[separator]
        options = _options(sorted(pieces, key=lambda text: (-pieces[text], text)))
        note = _("Several answers in one cell, taken apart at “%(separator)s”.") % {"separator": separator}
        return self._make(Kind.MULTIPLE, options=options, separator=separator, note=note)

    def _make(self, kind: Kind, *, options: tuple[Option, ...] = (), separator: str = "", note: str = "") -> Question:
        text_en, text_zh = texts_of(self.text)
        return Question(
            code=self.code,
            kind=kind,
            columns=(self.column.address,),
            text_en=text_en,
            text_zh=text_zh,
            options=options,
            separator=separator,
            note=note,
        )


def _options(answers: list[str]) -> tuple[Option, ...]:
    codes = option_codes(answers)
    return tuple(Option(code, *texts_of(text), source=(text,)) for code, text in zip(codes, answers, strict=True))
