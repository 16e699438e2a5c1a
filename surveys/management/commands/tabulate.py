"""manage.py tabulate: a table of a file of answers, without loading it: the portal's own engine and statistics."""

import argparse
from pathlib import Path

import orjson
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.loading.files import readable_name
from portal.loading.lines import note_lines, problem_lines
from portal.loading.problems import Report
from portal.words import listed, sentences
from surveys.intake.files import codebook_file
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import FilterError, parse_filter
from surveys.microdata.publishing import RefusedTable, table_for
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.aligning import table_text
from surveys.microdata.tables.asking import SpecError, check_spec
from surveys.microdata.tables.table import Adjust, Audience, Table, TableSpec
from surveys.microdata.tables.writing import table_csv, table_json

NO_WEIGHT = "none"  # --weight none: everybody counts once, also where the codebook names a weight
FORMATS = ("table", "json", "csv")


class Command(BaseCommand):
    help = (
        "Tabulates a file of answers (.csv, .xlsx, .sav) with its codebook (.yaml, .xlsx), without loading it. "
        "docs/data.md describes the forms of the output."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.formatter_class = argparse.ArgumentDefaultsHelpFormatter
        parser.add_argument("answers", metavar="ANSWERS", type=Path, help="the file of answers")
        parser.add_argument("codebook", metavar="CODEBOOK", type=Path, help="its confirmed codebook")
        parser.add_argument("--rows", required=True, metavar="QUESTION", help="the question whose answers are the rows")
        parser.add_argument("--columns", default="", metavar="QUESTION,…", help="up to three; without any: a topline")
        parser.add_argument("--filter", default="", metavar="CONDITIONS", help="such as: Q3 in 1,2 and Q4 not in a")
        parser.add_argument("--weight", metavar="QUESTION", help="the codebook's where left out; none for none")
        parser.add_argument("--adjust", choices=[str(each) for each in Adjust], default=str(Adjust.HOLM))
        parser.add_argument("--min-base", type=int, default=TableSpec.least_base, help="people; fewer are not tested")
        parser.add_argument(
            "--audience",
            choices=[str(each) for each in Audience],
            default=str(Audience.RESEARCH),
            help="public: only what readers of the portal would be shown",
        )
        parser.add_argument("--format", choices=FORMATS, default=FORMATS[0])

    def handle(self, *, answers, codebook, audience, **options):
        book = self.read_codebook(codebook)
        try:
            spec = spec_of(book, options)
            check_spec(book, spec)
            table = table_for(self.read_answers(answers, book), spec, Audience(audience))
        except FilterError as error:
            words = _("--filter, character %(place)d: %(reason)s") % {"place": error.position + 1, "reason": error}
            raise CommandError(with_nearest(words, error.nearest)) from error
        except SpecError as error:
            raise CommandError(with_nearest(f"{option_of(error.parameter)}: {error}", error.nearest)) from error
        except RefusedTable as error:
            raise CommandError(f"{option_of(error.parameter)}: {error}") from error
        self.stdout.write(written(table, book, options["format"]), ending="")

    def read_codebook(self, path: Path) -> Codebook:
        report = Report()
        book = codebook_file(path, report)
        self.tell(report)
        if book is None:
            raise CommandError(_("The codebook cannot be read; nothing was tabulated."))
        if not book.is_confirmed:
            raise CommandError(
                _(
                    "%(file)s is a draft that nobody has confirmed. Read what it says of each column, correct it, and "
                    "take the line “confirmed: false” out."
                )
                % {"file": readable_name(path.name)}
            )
        return book

    def read_answers(self, path: Path, book: Codebook) -> Answers:
        report = Report()
        found = read_answers(path, readable_name(path.name), book, report)
        self.tell(report)
        if found is None:
            raise CommandError(_("The answers cannot be read; nothing was tabulated."))
        return found

    def tell(self, report: Report) -> None:
        """Problems and notes, on the error stream: the output is the table alone."""
        for line in [*note_lines(report.all_notes), *problem_lines(report.problems)]:
            self.stderr.write(line)


def spec_of(book: Codebook, options: dict) -> TableSpec:
    weight = options["weight"]
    if weight is None:
        weight = book.weight
    elif weight == NO_WEIGHT and weight not in book.weights:
        weight = ""
    return TableSpec(
        rows=options["rows"].strip(),
        breaks=tuple(code.strip() for code in options["columns"].split(",") if code.strip()),
        filter=parse_filter(options["filter"], book),
        weight=weight,
        adjust=Adjust(options["adjust"]),
        least_base=options["min_base"],
    )


def option_of(parameter: str) -> str:
    return f"--{parameter.replace('_', '-')}"


def with_nearest(words: str, names: tuple[str, ...]) -> str:
    return sentences([words, _("Nearest: %(names)s") % {"names": listed(names)} if names else ""])


def written(table: Table, book: Codebook, form: str) -> str:
    if form == "json":
        return orjson.dumps(table_json(table), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    return table_csv(table) if form == "csv" else table_text(table, book)
