"""manage.py refresh_deck: brings an exported .pptx or .xlsx up to date and says what became of each chart."""

from pathlib import Path

import orjson
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.refreshing.answers import as_data
from portal.refreshing.guards import MOST_BYTES, too_large
from portal.refreshing.refreshing import Refreshed, refresh
from portal.refreshing.refused import RefusedFile
from portal.refreshing.reports import ChartReport, change_words


class Command(BaseCommand):
    help = "Refreshes the numbers of an exported .pptx or .xlsx and keeps all that its author has made of it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="a .pptx or .xlsx that was exported here")
        parser.add_argument(
            "--output", type=Path, help="where the refreshed file goes; without it FILE-refreshed beside the file"
        )
        parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if there is something new")
        parser.add_argument("--json", action="store_true", help="say what became of each chart as JSON")

    def handle(self, *, file: Path, output: Path | None, check: bool, json: bool, **options):
        refreshed = refreshed_file(file)
        if json:
            self.stdout.write(orjson.dumps(as_data(refreshed.report), option=orjson.OPT_INDENT_2).decode())
        else:
            for chart in refreshed.report.charts:
                self.stdout.write(told(chart))
            self.stdout.write(refreshed.report.summary)
        if check:
            if refreshed.report.is_changed:
                raise SystemExit(1)
            return
        self.write(refreshed, output or file.with_name(f"{file.stem}-refreshed{refreshed.suffix}"), is_json=json)

    def write(self, refreshed: Refreshed, output: Path, *, is_json: bool) -> None:
        """Nothing, where the file would be the one that was given."""
        if not refreshed.report.is_changed:
            return
        try:
            output.write_bytes(refreshed.document)
        except OSError as error:
            raise CommandError(f"{output}: {error.strerror}") from error
        if not is_json:
            self.stdout.write(self.style.SUCCESS(_("Written: %(file)s") % {"file": output}))


def refreshed_file(file: Path) -> Refreshed:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise too_large()
        return refresh(file.read_bytes())
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    except RefusedFile as refused:
        raise CommandError(f"{file}: {refused.text}") from refused


def told(chart: ChartReport) -> str:
    """Of one chart: a line, and what changed under it."""
    lines = [f"{chart.place}  {chart.outcome_words}: {chart.title}  {chart.href}"]
    lines += [f"    {change_words(change)}" for change in chart.changes]
    if chart.added:
        lines.append("    " + _("New numbers: %(count)s") % {"count": chart.added})
    return "\n".join([*lines, *[f"    {remark}" for remark in chart.remarks]])
