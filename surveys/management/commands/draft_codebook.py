"""manage.py draft_codebook: what a file of answers says of itself, as a codebook for a person to confirm."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.loading.files import readable_name
from portal.loading.lines import problem_lines
from portal.loading.problems import Report
from surveys.intake.files import FORMS, codebook_bytes
from surveys.intake.telling import file_line
from surveys.microdata.answers.layouts.drafting import draft_codebook, with_layout
from surveys.microdata.answers.reading import open_file
from surveys.microdata.codebook.codebook import FileForm


class Command(BaseCommand):
    help = (
        "Drafts the codebook of a file of answers (.csv, .xlsx, .sav): recognises the survey tool, guesses kinds and "
        "options, and says what is doubtful. Correct it and write confirmed: true; a draft is never loaded."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("answers", metavar="ANSWERS", type=Path, help="the file of answers")
        parser.add_argument("--output", type=Path, metavar="FILE", help="a new .yaml or .xlsx; printed by default")
        parser.add_argument("--encoding", default="", help="of the text, if it is not UTF-8, such as gb18030")
        parser.add_argument("--sheet", default="", help="of the workbook, if it is not the first")

    def handle(self, *, answers, output, encoding, sheet, **options):
        if output is not None:
            self.check(output)
        report = Report()
        file = open_file(readable_name(answers.name), answers, FileForm(encoding=encoding, sheet=sheet), report)
        if file is None:
            self.refuse(report)
        file, layout = with_layout(file)
        book = draft_codebook(file, report)
        if report.total:
            self.refuse(report)
        self.stderr.write(file_line(file, layout), self.style.NOTICE)
        if output is None:
            self.stdout.write(codebook_bytes(book, ".yaml").decode(), ending="")
            return
        try:
            with open(output, "xb") as written:
                written.write(codebook_bytes(book, output.suffix.lower()))
        except OSError as error:
            raise CommandError(_("%(file)s: %(reason)s") % {"file": output, "reason": error.strerror}) from error
        self.stdout.write(self.style.SUCCESS(_("Wrote %(file)s.") % {"file": output}))

    def check(self, output: Path) -> None:
        """A codebook that somebody may have corrected is never overwritten."""
        if output.suffix.lower() not in FORMS:
            raise CommandError(_("--output ends in .yaml or .xlsx."))
        if output.exists():
            raise CommandError(_("%(file)s is there already; name another, or remove it.") % {"file": output})

    def refuse(self, report: Report) -> None:
        for line in problem_lines(report.problems):
            self.stderr.write(line)
        raise CommandError(_("Refused; nothing was written."))
