"""manage.py summarise_answers: writes the main results of published answers into figures.csv."""

import csv
import io
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.loading.files import read_file
from portal.loading.lines import problem_lines
from portal.loading.problems import Report
from portal.loading.reader import read_table
from surveys.loading.figures import FIGURES
from surveys.models import Survey
from surveys.summaries.merging import Merged
from surveys.summaries.plan import read_plan
from surveys.summaries.summary import summarise


class Command(BaseCommand):
    help = (
        "Tabulates the published answers of a survey as readers may see them, after disclosure control, and writes "
        "the shares with base and interval into a file of figures. Published numbers stay as they are. "
        "Load the changed file as any other."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("survey", metavar="SURVEY", help="slug of the survey")
        parser.add_argument("plan", metavar="PLAN", type=Path, help="a .csv: which questions, by which breaks")
        parser.add_argument("figures", metavar="FIGURES", type=Path, help="the figures.csv to update")
        parser.add_argument(
            "--waves", nargs="+", default=[], metavar="WAVE", help="all with published answers by default"
        )
        parser.add_argument("--dry-run", action="store_true", help="print the file that would be written")

    def handle(self, *, survey, plan, figures, waves, dry_run, **options):
        found = Survey.objects.filter(slug=survey).first()
        if found is None:
            raise CommandError(_("There is no survey “%(survey)s”.") % {"survey": survey})
        report = Report()
        merged, columns = None, list(FIGURES.row.model_fields)
        plan_file, figures_file = read_file(plan, report), read_file(figures, report)
        if plan_file and figures_file:
            lines, table = read_plan(plan_file, report), read_table(figures_file, columns, report)
            if not report.total:
                merged = summarise(found, lines, plan_file.name, [row.cells for row in table.rows], waves, report)
        if merged is None:
            for line in problem_lines(report.problems):
                self.stderr.write(line)
            raise CommandError(_("Refused; nothing was written."))
        text = self.text_of(columns, merged)
        if dry_run:
            self.stdout.write(text, ending="")
            return
        self.tell(merged)
        is_news = text.encode() != figures_file.content
        if is_news:
            figures.write_bytes(text.encode())
        words = (
            _("%(count)d figures computed; %(file)s is changed.")
            if is_news
            else _("%(count)d figures computed; %(file)s holds them already.")
        )
        self.stdout.write(self.style.SUCCESS(words % {"count": merged.written, "file": figures_file.name}))

    def text_of(self, columns: list[str], merged: Merged) -> str:
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(merged.rows)
        return text.getvalue()

    def tell(self, merged: Merged) -> None:
        """What was computed and stays out of the file, with the numbers that keep it out."""
        for line, percent in merged.published:
            words = _("%(figure)s: published is %(published)s, computed %(computed)s; the published number stays.")
            values = {"figure": " / ".join(filter(None, line.key)), "published": percent, "computed": line.percent}
            self.stdout.write(words % values)
        for group in merged.beyond:
            words = _("%(group)s: with computed shares there would be more than the whole; none is added.")
            self.stdout.write(words % {"group": " / ".join(filter(None, group))})
