"""Variables of an SPSS file → questions of a draft: its labels say what other files leave to be guessed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from surveys.microdata.answers.file import AnswerFile, SpssLabels
from surveys.microdata.answers.layouts.blocks import Block, Column
from surveys.microdata.answers.layouts.codes import Codes, texts_of
from surveys.microdata.answers.layouts.guessing import Guesser, is_ticks
from surveys.microdata.answers.layouts.profiles import Profile
from surveys.microdata.answers.texts import plain_text
from surveys.microdata.codebook.questions import Kind, Option, Question

LONGEST = 60  # letters of a code; variables may be longer


class SpssDraft:
    """Questions in the order of the variables, a multiple-response set where its first variable stands."""

    def __init__(self, file: AnswerFile, labels: SpssLabels, profiles: list[Profile], guesser: Guesser):
        self.labels, self.guesser = labels, guesser
        self.places = {name: place for place, name in enumerate(file.names)}
        self.addresses = file.addresses
        self.profiles = profiles
        self.weight = ""
        self.sets = {name: variables for name, variables in labels.sets.items() if self._is_dichotomous(variables)}

    def questions(self) -> tuple[Question, ...]:
        return tuple(self._all())

    def _all(self) -> Iterator[Question]:
        first = {variables[0]: (name, variables) for name, variables in self.sets.items()}
        in_sets = {variable for variables in self.sets.values() for variable in variables}
        for variable in self.places:
            if variable in first:
                yield self._set(*first[variable])
            elif variable not in in_sets:
                yield self._variable(variable)

    def _is_dichotomous(self, variables: tuple[str, ...]) -> bool:
        """Sets whose variables each say yes or no; of other sets each variable becomes a question of its own."""
        known = [self._profile(variable) for variable in variables if variable in self.places]
        return len(known) == len(variables) > 1 and all(map(is_ticks, known))

    def _profile(self, variable: str) -> Profile:
        return self.profiles[self.places[variable]]

    def _set(self, name: str, variables: tuple[str, ...]) -> Question:
        codes = Codes()
        options = tuple(
            Option(
                codes.take(_code(variable)),
                *texts_of(self.labels.texts.get(variable) or variable),
                column=self.addresses[self.places[variable]],
            )
            for variable in variables
        )
        return Question(
            code=self.guesser.codes.take(_code(name.lstrip("$"))),
            kind=Kind.MULTIPLE,
            columns=(),
            text_en=name.lstrip("$"),
            options=options,
            note=_("A multiple-response set of the file; write its question."),
        )

    def _variable(self, variable: str) -> Question:
        place, found = self.places[variable], self._profile(variable)
        text = self.labels.texts.get(variable) or variable
        missing = self.labels.missing.get(variable, ())
        note = _("No answer, as the file says: %(values)s") % {"values": ", ".join(missing)} if missing else ""
        if variable == self.labels.weight and found.is_numeric:
            self.weight = self.guesser.codes.take(_code(variable))
            return Question(self.weight, Kind.WEIGHT, (self.addresses[place],), *texts_of(text))
        labelled = self.labels.options.get(variable, {})
        if not labelled or (found.is_numeric and not _names_all(labelled, found)):
            column = Column(place, self.addresses[place], variable, "")
            (question,) = self.guesser.questions(place + 1, Block(_code(variable), text, (column,)))
            return _with_labels(question, labelled)
        return Question(
            code=self.guesser.codes.take(_code(variable)),
            kind=Kind.SINGLE,
            columns=(self.addresses[place],),
            text_en=texts_of(text)[0],
            text_zh=texts_of(text)[1],
            options=_options(labelled, found),
            note=note,
        )


def _labelled(option: Option, english: str, chinese: str) -> Option:
    return replace(option, label_en=english, label_zh=chinese)


def _with_labels(question: Question, labelled: Mapping[str, str]) -> Question:
    """The steps of a scale, with the labels that the file has for some of them."""
    texts = {plain_text(value): label for value, label in labelled.items()}
    options = [
        _labelled(option, *texts_of(texts[option.code])) if option.code in texts else option
        for option in question.options
    ]
    return replace(question, options=tuple(options))


def _names_all(labelled: Mapping[str, str], found: Profile) -> bool:
    """Whether the labels name the answers, and not only the ends of a scale or a value for “don’t know”."""
    named = {plain_text(value) for value in labelled}
    return sum(value in named for value in found.values) >= len(found.values) / 2


def _options(labelled: Mapping[str, str], found: Profile) -> tuple[Option, ...]:
    """Those with a label in their order, then values that stand in the file without one."""
    texts = {plain_text(value): label for value, label in labelled.items()}
    texts |= {value: value for value in sorted(found.values) if value not in texts}
    codes = Codes()
    return tuple(
        Option(codes.take(_code(value) or f"o{number}"), *texts_of(label), source=(value,))
        for number, (value, label) in enumerate(texts.items(), 1)
    )


def _code(text: str) -> str:
    """Letters, digits and single underscores of a variable or a value."""
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text).split()
    return "_".join(words)[:LONGEST].rstrip("_")
