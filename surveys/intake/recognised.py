"""What is shown of a file of answers before anybody has said what its columns mean."""

from dataclasses import dataclass
from pathlib import Path

from portal.loading.problems import Report
from surveys.intake.tickets import Ticket
from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.layouts.drafting import draft_codebook, with_layout
from surveys.microdata.answers.layouts.recognising import Layout
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import Codebook, FileForm

MOST_ROWS, MOST_COLUMNS = 5, 10  # of the sample


@dataclass(frozen=True)
class Recognised:
    """A file, who wrote it, and the draft of its codebook."""

    file: AnswerFile
    layout: Layout
    rows: int
    draft: Codebook

    @property
    def sample(self) -> list[list[str]]:
        """The first columns of the first rows of answers, below their names."""
        rows = self.file.top[self.file.form.heading_rows :][:MOST_ROWS]
        return [list(row[:MOST_COLUMNS]) for row in rows]

    @property
    def sample_columns(self) -> list[str]:
        return list(self.file.addresses[:MOST_COLUMNS])


def recognised(ticket: Ticket, path: Path, report: Report) -> Recognised | None:
    """None where a problem was added to the report."""
    file = open_file(ticket.name, path, FileForm(encoding=ticket.encoding, sheet=ticket.sheet), report)
    if file is None:
        return None
    file, layout = with_layout(file)
    rows = 0

    def count(done: int, total: int | None) -> None:
        nonlocal rows
        rows = done

    draft = draft_codebook(file, report, count)
    return None if report.total else Recognised(file, layout, rows, draft)
