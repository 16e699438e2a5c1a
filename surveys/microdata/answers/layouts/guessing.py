"""Blocks and what stands in them → questions of a draft. What is doubtful is said in the question's note."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from django.utils.translation import gettext as _

from surveys.microdata.answers.layouts.blocks import Block, Column
from surveys.microdata.answers.layouts.codes import Codes, is_chinese, option_codes, slug, texts_of
from surveys.microdata.answers.layouts.known import is_other, known_kind
from surveys.microdata.answers.layouts.making import Maker
from surveys.microdata.answers.layouts.private import is_private
from surveys.microdata.answers.layouts.profiles import Profile
from surveys.microdata.answers.texts import TICKED, UNTICKED
from surveys.microdata.codebook.questions import Kind, Option, Question

MOST_OPTIONS = 200  # different answers of a question that is drafted as one with options
MOST_STEPS = 11  # of a scale: 0 to 10
SHARE_OF_OPTIONS = 0.6  # different answers over answers: above it they are own words
FEW_ROWS = 30  # below them ages may stand in a row by chance
LONGEST_HEADING = 32  # letters of a heading that becomes a code; of longer ones the number does
LONGEST_OPTION = 200  # letters of an answer that was chosen and not written


@dataclass(frozen=True)
class Guesser:
    """What is known of the whole file.

    together               groups of columns, as tick_places tells them, of which some row fills more than one
    has_numbers_for_texts  whether the tool wrote the number of each answer in place of its text
    is_of_tool             whether a survey tool wrote the file
    """

    profiles: Sequence[Profile]
    rows: int
    codes: Codes
    together: Set[tuple[int, ...]] = frozenset()
    has_numbers_for_texts: bool = False
    is_of_tool: bool = True

    def questions(self, number: int, block: Block) -> Iterable[Question]:
        """The questions of a block, the `number`-th of the file from 1; 0 for a column that the tool added."""
        if len(block.columns) == 1:
            return [self._of_column(block.columns[0], block.text, self._wanted(block, number))]
        wanted, ticks = self._wanted(block, number), self.tick_places(block)
        if not ticks:
            return [self._of_part(block, each, wanted) for each in block.columns]
        chosen = tuple(each for each in block.columns if each.place in ticks)
        others = [each for each in block.columns if each.place not in ticks]
        spread = self._spread(Block(block.code, block.text, chosen), wanted)
        return [spread, *(self._of_part(block, each, wanted) for each in others)]

    def tick_places(self, block: Block) -> tuple[int, ...]:
        """Places of the columns that are options of one question; none where each column is a question."""
        ticks = tuple(each.place for each in block.columns if self._is_tick(each))
        return () if len(ticks) < 2 or len(ticks) * 2 < len(block.columns) else ticks

    def known_kind(self, heading: str) -> Kind | None:
        return known_kind(heading, is_of_tool=self.is_of_tool)

    def _wanted(self, block: Block, number: int) -> str:
        if block.code:
            return "_".join(part for part in block.code.split("_") if part)
        short = slug(block.text) if len(block.text) <= LONGEST_HEADING and not is_chinese(block.text) else ""
        return short or (f"q{number}" if number else f"column_{block.columns[0].place + 1}")

    def _of_part(self, block: Block, column: Column, wanted: str) -> Question:
        text = f"{block.text} – {column.label}" if column.label and column.label != block.text else block.text
        return self._of_column(column, text, f"{wanted}_{slug(column.label)}".rstrip("_"))

    def _of_column(self, column: Column, text: str, wanted: str) -> Question:
        """A question of one column, whatever kind it may be."""
        made = Maker(column, text, self.codes.take(wanted))
        found = self.profiles[column.place]
        kind = self.known_kind(column.heading) or self.known_kind(text)
        if kind is Kind.IGNORE:
            return made.unused(Kind.IGNORE, _("A column of the survey tool, not a question."))
        if not found.filled:
            return made.unused(Kind.IGNORE, _("Nobody has answered it."))
        question = self._of_kind(made, found, kind)
        if is_private(column, text, question, found):
            return made.unused(Kind.IGNORE, _("Looks like personal data; such columns are never loaded."))
        return question

    def _of_kind(self, made: Maker, found: Profile, kind: Kind | None) -> Question:
        is_whole = found.filled == self.rows
        if kind is Kind.ID:
            if is_whole and not found.has_repeats:
                return made.unused(Kind.ID, "")
            return made.unused(Kind.IGNORE, _("Would be the key of respondents, but is blank or repeated in places."))
        if kind is Kind.WEIGHT and is_whole and found.is_numeric and found.numbers[0] >= 0:
            return made.unused(Kind.WEIGHT, _("Taken for a weight by its heading; name it under weight to use it."))
        if is_other(made.column.label) and len(found.values) > 1:
            return made.unused(Kind.OPEN, _("Other answers, in own words; they are never stored."))
        if found.is_dated:
            return made.unused(Kind.IGNORE, _("Dates and times, not a question."))
        return self._of_values(made, found)

    def _of_values(self, made: "Maker", found: Profile) -> Question:
        if separator := _separator(found):
            return made.parted(separator, found)
        if found.is_numeric and found.is_whole and _is_scale(found):
            return made.single_numbers(found) if self.has_numbers_for_texts else made.scale(found)
        if found.is_numeric:
            if found.is_whole and not found.has_repeats and _is_running(found):
                return made.unused(Kind.IGNORE, _("A running number, not a question."))
            return made.unused(Kind.NUMERIC, "")
        if _is_own_words(found):
            return made.unused(Kind.OPEN, _("Taken for own words, never stored: most answers differ."))
        return made.single(sorted(found.values, key=lambda text: (-found.values[text], text)))

    def _is_tick(self, column: Column) -> bool:
        """Whether its cells say only that an option was chosen: one text, the tool's ticks, or nothing."""
        found = self.profiles[column.place]
        return len(found.values) <= 1 or is_ticks(found)

    def _spread(self, block: Block, wanted: str) -> Question:
        """An option a column. Where nobody took two of them it may be a single choice."""
        labels = [column.label or column.heading for column in block.columns]
        options = []
        for code, label, column in zip(option_codes(labels), labels, block.columns, strict=True):
            found = self.profiles[column.place]
            source = () if is_ticks(found) and label not in found.values else tuple(found.values)
            options.append(Option(code, *texts_of(label), source=source, column=column.address))
        text_en, text_zh = texts_of(block.text)
        is_single = not any(map(_has_unticked, (self.profiles[column.place] for column in block.columns)))
        is_single = is_single and tuple(column.place for column in block.columns) not in self.together
        note = _("Nobody chose two of these options, so it is taken for a single choice.") if is_single else ""
        return Question(
            code=self.codes.take(wanted),
            kind=Kind.SINGLE if is_single else Kind.MULTIPLE,
            columns=(),
            text_en=text_en,
            text_zh=text_zh,
            options=tuple(options),
            note=note,
        )


def is_ticks(found: Profile) -> bool:
    """Whether its cells hold nothing but the ticks of a tool, such as 1 and 0 or Y and N."""
    return all(text.lower() in TICKED | UNTICKED for text in found.values)


def _has_unticked(found: Profile) -> bool:
    return any(text.lower() in UNTICKED for text in found.values)


def _separator(found: Profile) -> str:
    """What stands between several answers in a cell: the answers between it are few and come again."""
    for separator, pieces in found.pieces.items():
        if separator == "," and not all(piece.isdecimal() for piece in pieces) and not _fits(found, separator):
            continue
        if len(pieces) <= MOST_OPTIONS and (separator == "┋" or _fits(found, separator)):
            return separator
    return ""


def _fits(found: Profile, separator: str) -> bool:
    """Whether most pieces stand in several cells, also alone: a comma in a sentence gives pieces that stand once."""
    pieces = found.pieces[separator]
    again = sum(count > 1 for count in pieces.values())
    alone = sum(piece in found.values for piece in pieces)
    return again > len(pieces) / 2 and (separator != "," or alone > len(pieces) / 2)


def _is_scale(found: Profile) -> bool:
    numbers = found.numbers
    return not found.is_cut and numbers[0] >= 0 and numbers[-1] <= MOST_STEPS - 1


def _is_running(found: Profile) -> bool:
    numbers = found.numbers
    return found.filled > FEW_ROWS and (found.is_cut or numbers[-1] - numbers[0] + 1 == len(numbers))


def _is_own_words(found: Profile) -> bool:
    if found.is_cut or len(found.values) > MOST_OPTIONS or max(map(len, found.values)) > LONGEST_OPTION:
        return True
    return len(found.values) > 3 and len(found.values) > found.filled * SHARE_OF_OPTIONS
