"""manage.py load_answers: reads a file of answers with its codebook into the store, all or nothing."""

import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _

from portal.loading.files import readable_name
from portal.loading.lines import note_lines, problem_lines
from portal.loading.problems import Problem, Report
from portal.models import ImportRun
from surveys.intake.files import codebook_file
from surveys.intake.places import OtherPlace
from surveys.intake.publication import PublicationRefused
from surveys.intake.telling import dataset_line, progress_line
from surveys.loading_answers import load_answers

TELL_EVERY = 1.0  # seconds between two lines of progress; short loads say nothing


class Command(BaseCommand):
    help = (
        "Loads the answers of respondents (.csv, .xlsx, .sav) with their confirmed codebook (.yaml, .xlsx): checks "
        "everything, then stores all or nothing. Readers see nothing of it until it is published."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("answers", metavar="ANSWERS", type=Path, help="the file of answers")
        parser.add_argument("codebook", metavar="CODEBOOK", type=Path, help="its codebook; draft_codebook drafts one")
        parser.add_argument("--survey", default="", help="slug of the survey, if the codebook does not name it")
        parser.add_argument("--wave", default="", help="slug of the wave, if the codebook does not name it")
        parser.add_argument("--dry-run", action="store_true", help="check and report, store nothing")
        parser.add_argument("--publish", action="store_true", help="let readers ask the answers at once")

    def handle(self, *, answers, codebook, survey, wave, dry_run, publish, verbosity, **options):
        self.told = time.monotonic()
        report = Report()
        try:
            load = load_answers(
                readable_name(answers.name),
                answers,
                codebook_file(codebook, report),
                survey=survey,
                wave=wave,
                dry_run=dry_run,
                is_published=publish,
                codebook_name=readable_name(codebook.name),
                report=report,
                progress=self.tell if verbosity else None,
            )
        except OperationalError as error:
            words = _("The database does not answer or is busy (%(reason)s); nothing was written.")
            raise CommandError(words % {"reason": error}) from error
        except (OtherPlace, PublicationRefused) as refusal:
            raise CommandError(str(refusal)) from refusal
        for line in note_lines([Problem(**note) for note in load.run.notes]):
            self.stdout.write(line)
        if load.run.outcome == ImportRun.Outcome.REFUSED:
            for line in problem_lines([Problem(**problem) for problem in load.run.refusals]):
                self.stderr.write(line)
            raise CommandError(_("Refused; nothing was written."))
        if load.dataset is not None:
            self.stdout.write(dataset_line(load.dataset))
        self.stdout.write(self.style.SUCCESS(load.run.get_outcome_display()))

    def tell(self, done: int, total: int | None) -> None:
        if time.monotonic() - self.told >= TELL_EVERY:
            self.told = time.monotonic()
            self.stderr.write(progress_line(done, total), self.style.NOTICE)
