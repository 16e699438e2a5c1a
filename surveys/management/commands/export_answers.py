"""manage.py export_answers: a revision of a wave's answers as Parquet, for engines of larger machines."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from surveys.microdata.store.folders import NoSuchRevision, open_answers
from surveys.microdata.store.parquet import write_parquet
from surveys.models import Dataset


class Command(BaseCommand):
    help = (
        "Writes the answers of a wave, respondent by respondent, to a Parquet file that only you can read: the "
        "published revision, else the newest, or the one named. It is for other engines and is never served."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("survey", metavar="SURVEY", help="slug of the survey")
        parser.add_argument("wave", metavar="WAVE", help="slug of the wave")
        parser.add_argument("file", metavar="FILE.parquet", type=Path)
        parser.add_argument("--revision", default="", help="the beginning of its hash")

    def handle(self, *, survey, wave, file, revision, **options):
        if file.suffix.lower() != ".parquet":
            raise CommandError(_("%(file)s: expected a name that ends in .parquet.") % {"file": file})
        dataset = self.found(survey, wave, revision)
        try:
            answers = open_answers(dataset.revision)
            write_parquet(answers, file)
        except NoSuchRevision as error:
            words = _("The store of this machine lacks revision %(revision)s; load the file of answers here.")
            raise CommandError(words % {"revision": dataset.short_revision}) from error
        except OSError as error:
            words = _("%(file)s cannot be written: %(reason)s")
            raise CommandError(words % {"file": file, "reason": error.strerror}) from error
        words = _("%(dataset)s: %(respondents)s respondents, %(columns)d columns.")
        counts = {"respondents": f"{answers.respondents:,}", "columns": len(answers.column_names)}
        self.stdout.write(self.style.SUCCESS(words % {"dataset": dataset, **counts}))

    def found(self, survey: str, wave: str, revision: str) -> Dataset:
        datasets = list(Dataset.objects.for_address(survey, wave).with_context())
        if not datasets:
            raise CommandError(_("No answers of %(survey)s %(wave)s are loaded.") % {"survey": survey, "wave": wave})
        named = [each for each in datasets if each.revision.startswith(revision)]
        if not named or (revision and len(named) > 1):
            names = ", ".join(each.short_revision for each in datasets)
            words = _("Revision %(revision)s: expected the beginning of one of %(names)s.")
            raise CommandError(words % {"revision": revision, "names": names})
        return next((each for each in named if each.is_published), named[0])
