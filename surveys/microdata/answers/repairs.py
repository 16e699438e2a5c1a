"""Repairs: rules of a codebook that mend damage of the file before anything else is read.

Rules are done in their order, each on what the one before left. A rule that finds nothing to do is a problem: it was
written for another file. `columns` and `column` are names of the file's columns or "#17" for the seventeenth.

Which rows (shift, clear, drop; both given: rows that fit both):
  rows: [784, 1625]                         numbers as problems name them: line of the text on which the row begins,
                                            row of the sheet, case of an SPSS file
  where: {column: "#11", is: ["9", "10"]}   the cell is one of these texts ("" is a blank cell); `isnt`: it is none of
                                            them; `columns: […]`: any of these cells is one of them, or none is;
                                            several conditions as a list: all of them hold

  rule: shift    from: "#16", by: -1        cells from this column on move to the left: what a delimiter inside a text
                                            split is put together again (a cell that is not blank joins the one before)
                 from: "#16", by: 1         they move to the right and leave a blank cell; the last must have been blank
                 to: "#157"                 (may be left out) the last column that moves
  rule: replace  columns: […], from: "Oct-49", to: "10-49"          whole cells of that text
                 columns: […], texts: {Oct-49: 10-49, 5-Feb: 2-5}   several at once; each must occur
  rule: clear    columns: […]               cells become blank
  rule: drop                                rows are left out
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.loading.problems import Report
from surveys.microdata.answers.file import AnswerFile, Block
from surveys.microdata.answers.repair_rules import Find, RepairError, Rule, rule_of
from surveys.microdata.answers.texts import plain_text
from surveys.microdata.codebook.codebook import Repair


@dataclass
class Repairs:
    """The rules of a file; `apply` mends a block, `finish` reports rules that found nothing."""

    file: str
    width: int
    rules: Sequence[Rule]
    report: Report

    def apply(self, block: Block) -> Block:
        for rule in self.rules:
            if rule.repair.rule == "replace":
                for row in block.rows:
                    self._replace(rule, row)
            elif rule.rows is None or not rule.rows.isdisjoint(block.lines):
                block = self._change(rule, block)
        return block

    def finish(self) -> None:
        for rule in self.rules:
            if not rule.done:
                expected = _("the repair “%(rule)s” found nothing to do; it may be meant for another file")
                self.report.add(self.file, None, "", rule.repair.why, expected % {"rule": rule.repair.rule})
            else:
                for text in sorted(rule.wanted):
                    self.report.add(self.file, None, "", text, _("the repair “replace” found no cell of this text"))

    def _change(self, rule: Rule, block: Block) -> Block:
        kept = Block()
        for line, row in zip(block.lines, block.rows, strict=True):
            if rule.fits(line, row):
                rule.done += 1
                if rule.repair.rule == "drop":
                    continue
                if rule.repair.rule == "shift":
                    row = self._shifted(rule, line, row)
                else:
                    row = ["" if place in rule.places else cell for place, cell in enumerate(row)]
            kept.lines.append(line)
            kept.rows.append(row)
        return kept

    def _replace(self, rule: Rule, row: list[str]) -> None:
        for place in rule.places:
            text = plain_text(row[place]) if place < len(row) else ""
            if text in rule.texts:
                row[place] = rule.texts[text]
                rule.done += 1
                rule.wanted.discard(text)

    def _shifted(self, rule: Rule, line: int, row: list[str]) -> list[str]:
        start = rule.places[0]
        end = max(len(row), start) if rule.last is None else rule.last + 1
        before, moving, after = row[:start], row[start:end], row[end:]
        if not moving:
            return row  # ragged: reported when its cells are counted
        if rule.by < 0:
            split, *rest = moving
            if split.strip() and before:
                before[-1] += f",{split}"
            is_too_long = rule.last is None and len(row) > self.width
            return [*before, *rest, *([] if is_too_long else [""]), *after]
        if rule.last is None and len(row) < self.width:
            return [*before, "", *moving]
        if moving[-1].strip():
            expected = _("the repair “shift” would push this cell out of the row")
            self.report.add(self.file, line, f"#{end}", moving[-1], expected)
        return [*before, "", *moving[:-1], *after]


def repairs_of(file: AnswerFile, repairs: Sequence[Repair], find: Find) -> Repairs:
    """The rules ready to be applied; those that make no sense are problems."""
    rules = []
    for repair in repairs:
        try:
            rules.append(rule_of(repair, find))
        except RepairError as error:
            file.report.add(file.name, None, "", f"{repair.rule}: {repair.why}", error)
    return Repairs(file.name, file.width, rules, file.report)
