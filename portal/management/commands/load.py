"""manage.py load: reads CSV files into the database, all or nothing."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.loading.problems import Problem
from portal.loading.run import load, was_loaded
from portal.models import ImportRun

MAX_PRINTED = 200  # problems


class Command(BaseCommand):
    help = "Loads folders or CSV files: checks everything, then writes all or nothing. docs/data.md lists the files."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a folder, or a file such as figures.csv")
        parser.add_argument("--dry-run", action="store_true", help="check and report, write nothing")
        parser.add_argument("--if-changed", action="store_true", help="do nothing when the same bytes were loaded last")

    def handle(self, *, paths, dry_run, if_changed, verbosity, **options):
        if if_changed and was_loaded(paths):
            self.stdout.write(_("%(paths)s: loaded before, not changed since.") % {"paths": ", ".join(paths)})
            return
        run = load(paths, dry_run=dry_run, progress=self.tell if verbosity else None)
        self.stdout.write(table(run.counts))
        if run.outcome == ImportRun.Outcome.REFUSED:
            self.print_problems([Problem(**problem) for problem in run.problems])
            raise CommandError(_("Refused; nothing was written."))
        self.stdout.write(self.style.SUCCESS(run.get_outcome_display()))

    def tell(self, words: str) -> None:
        self.stderr.write(words)

    def print_problems(self, problems: list[Problem]) -> None:
        for problem in problems[:MAX_PRINTED]:
            self.stderr.write(str(problem))
        more = len(problems) - MAX_PRINTED
        if more > 0:
            words = ngettext("… and %(count)d more problem; the import run in the admin lists it.",
                             "… and %(count)d more problems; the import run in the admin lists them.", more)
            self.stderr.write(words % {"count": more})


def table(counts: dict) -> str:
    """One line for each dataset: added, changed, unchanged."""
    lines = [f"{'':12}{_('added'):>10}{_('changed'):>10}{_('unchanged'):>10}"] if counts else []
    for name, each in counts.items():
        lines.append(f"{name:12}{each['added']:>10,}{each['changed']:>10,}{each['unchanged']:>10,}")
    return "\n".join(lines)
