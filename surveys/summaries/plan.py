"""The plan of a summary: which questions of the answers become figures of which questions of the portal."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.loading.files import InputFile
from portal.loading.problems import Report
from portal.loading.reader import read_table

COLUMNS = ["question", "figures_of", "waves", "by", "options"]
SEPARATOR = ";"


@dataclass(frozen=True)
class PlanLine:
    """A question of the codebooks, whole and by each question of `by`, whose options are segments.

    figures_of  code of the portal's question that gets the figures
    waves       slugs; every wave with published answers where empty
    options     codes of options and nets that are written; where empty, those that the portal's question knows
    """

    line: int
    question: str
    figures_of: str
    waves: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    def is_for(self, wave: str) -> bool:
        return not self.waves or wave in self.waves


def read_plan(file: InputFile, report: Report) -> list[PlanLine]:
    """The lines of the plan; what is wrong with it goes to the report. `figures_of` is the question itself if empty."""
    lines = []
    for row in read_table(file, COLUMNS, report).rows:
        if row.wrong or row.is_ragged:
            continue
        question = row.cells["question"]
        if not question:
            report.add(file.name, row.line, "question", "", _("expected the code of a question of the codebooks"))
            continue
        waves, by, options = (_codes(row.cells[name]) for name in ("waves", "by", "options"))
        lines.append(PlanLine(row.line, question, row.cells["figures_of"] or question, waves, by, options))
    if not lines and not report.total:
        report.add(file.name, None, "", "", _("expected at least one line with a question"))
    return lines


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for part in text.split(SEPARATOR) if (code := part.strip())))
