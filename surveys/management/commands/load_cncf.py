"""manage.py load_cncf: the answers of four CNCF surveys, from a folder with their public files."""

from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.loading.lines import problem_lines
from portal.loading.problems import Problem, Report
from surveys.intake.files import codebook_file
from surveys.intake.telling import dataset_line
from surveys.loading_answers import load_answers
from surveys.microdata.codebook.questions import Kind, Question

SURVEY = "cncf-annual"
CODEBOOKS = settings.BASE_DIR / "fixtures" / "codebooks"
BESIDE = settings.BASE_DIR.parent / "shared" / "data" / "surveys" / "cncf"
# Wave → names of its file: that of the public repository cncf/surveys, and copies without contact data.
FILES = {
    "2018": ("Cloud_Native_Survey_2018.no-contact.csv", "Cloud_Native_Survey_2018.csv"),
    "2019": ("Cloud_Native_Survey_2019.csv",),
    "2020": ("Cloud_Native_Survey_1H_2020.csv",),
    "2022": ("2022 CNCF Survey - Raw Data.csv",),
}
WITH_CONTACTS = "Cloud_Native_Survey_2018.csv"
CONTACTS = Question(
    "contacts",
    Kind.IGNORE,
    tuple(f"#{number}" for number in range(246, 250)),
    note="Four columns without a heading, empty but for addresses of people; copies without contact data lack them.",
)
INSIDE = ("", "cloudnative")  # where the files lie in the folder


class Command(BaseCommand):
    help = (
        "Loads and publishes the answers of the CNCF surveys of 2018, 2019, 2020 and 2022. FOLDER is a copy of "
        "https://github.com/cncf/surveys, or its folder cloudnative. Loading them again changes nothing."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", default=BESIDE)

    def handle(self, *, folder, verbosity, **options):
        found = {wave: find_file(folder, names) for wave, names in FILES.items()}
        missing = [f"{wave}: {' / '.join(FILES[wave])}" for wave, file in found.items() if file is None]
        if missing:
            words = _("%(folder)s lacks files of CNCF surveys: %(files)s. Get them with git clone %(address)s.")
            values = {"folder": folder, "files": "; ".join(missing), "address": "https://github.com/cncf/surveys"}
            raise CommandError(words % values)
        for wave, file in found.items():
            self.load(wave, file)

    def load(self, wave: str, file: Path) -> None:
        path, report = CODEBOOKS / f"{SURVEY}-{wave}.yaml", Report()
        book = codebook_file(path, report)
        if book is not None and file.name == WITH_CONTACTS:
            book = replace(book, questions=(*book.questions, CONTACTS))
        load = load_answers(file.name, file, book, is_published=True, codebook_name=path.name, report=report)
        if load.dataset is None:
            for line in problem_lines([Problem(**problem) for problem in load.run.refusals]):
                self.stderr.write(line)
            raise CommandError(_("Refused; nothing was written."))
        self.stdout.write(f"{dataset_line(load.dataset)}: {load.run.get_outcome_display()}")


def find_file(folder: Path, names: tuple[str, ...]) -> Path | None:
    places = (folder / inside / name for inside in INSIDE for name in names)
    return next((place for place in places if place.is_file()), None)
