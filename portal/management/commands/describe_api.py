"""manage.py describe_api: the reference part of docs/api.md, from the descriptions of the resources."""

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.api.describe import BEGIN, END, reference
from portal.api.service import api  # noqa: F401  (publishes the resources)
from portal.marks import write_between

FILE = settings.BASE_DIR / "docs" / "api.md"


class Command(BaseCommand):
    help = "Prints the reference of the API as Markdown; --write puts it into docs/api.md."

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true")

    def handle(self, *arguments, write: bool, **options):
        if not write:
            self.stdout.write(reference())
            return
        write_between(FILE, BEGIN, END, reference())
