"""manage.py describe_api: the reference part of docs/api.md, from the descriptions of the resources."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.api.describe import BEGIN, END, reference
from portal.api.service import api  # noqa: F401  (publishes the resources)

FILE = settings.BASE_DIR / "docs" / "api.md"


class Command(BaseCommand):
    help = "Prints the reference of the API as Markdown; --write puts it into docs/api.md."

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true")

    def handle(self, *arguments, write: bool, **options):
        if not write:
            self.stdout.write(reference())
            return
        head, begin, rest = FILE.read_text(encoding="utf-8").partition(BEGIN)
        _, end, tail = rest.partition(END)
        if not begin or not end:
            raise CommandError(f"{FILE} lacks the lines {BEGIN} and {END} between which the reference stands.")
        FILE.write_text(f"{head}{BEGIN}\n\n{reference()}\n{END}{tail}", encoding="utf-8")
