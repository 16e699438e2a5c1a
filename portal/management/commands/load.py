"""manage.py load: reads CSV files and landscape files into the database, all or nothing."""

import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _

from portal.loading.files import RenamedFile
from portal.loading.lines import note_lines, problem_lines
from portal.loading.problems import Problem
from portal.loading.run import load, was_loaded
from portal.models import ImportRun

TELL_EVERY = 1.0  # seconds between two lines of progress; short loads say nothing


class Command(BaseCommand):
    help = (
        "Loads folders of CSV files, CSV files or landscape files (YAML): checks everything, then writes all or "
        "nothing. docs/data.md lists the files."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a folder, or a file such as figures.csv")
        parser.add_argument("--dry-run", action="store_true", help="check and report, write nothing")
        parser.add_argument(
            "--as", dest="name", metavar="NAME", help="take the one file for one of this name: cncf-landscape-2026.yml"
        )
        parser.add_argument("--if-changed", action="store_true", help="do nothing when the same bytes were loaded last")

    def handle(self, *, paths, dry_run, if_changed, name, verbosity, **options):
        if name:
            if len(paths) > 1 or Path(paths[0]).is_dir():
                raise CommandError(_("--as goes with one file."))
            paths = [RenamedFile(Path(paths[0]), name)]
        if if_changed and was_loaded(paths):
            self.stdout.write(_("%(paths)s: loaded before, not changed since.") % {"paths": ", ".join(map(str, paths))})
            return
        self.told = time.monotonic()
        try:
            run = load(paths, dry_run=dry_run, progress=self.tell if verbosity else None)
        except OperationalError as error:
            raise CommandError(
                _("The database does not answer or is busy (%(reason)s); nothing was written.") % {"reason": error}
            ) from error
        for line in note_lines([Problem(**note) for note in run.notes]):
            self.stdout.write(line)
        if run.outcome == ImportRun.Outcome.REFUSED:
            for line in problem_lines([Problem(**problem) for problem in run.refusals]):
                self.stderr.write(line)
            raise CommandError(_("Refused; nothing was written."))
        self.stdout.write(table(run.counts))
        self.stdout.write(self.style.SUCCESS(run.get_outcome_display()))

    def tell(self, words: str) -> None:
        if time.monotonic() - self.told >= TELL_EVERY:
            self.told = time.monotonic()
            self.stderr.write(words, self.style.NOTICE)


def table(counts: dict) -> str:
    """One line for each dataset: added, changed, unchanged."""
    rows = [("", _("added"), _("changed"), _("unchanged"))]
    rows += [
        (name, *(f"{each[what]:,}" for what in ("added", "changed", "unchanged"))) for name, each in counts.items()
    ]
    return "\n".join(f"{name:12}{added:>10}{changed:>10}{unchanged:>10}" for name, added, changed, unchanged in rows)
