"""manage.py describe_attributes: the dictionary of docs/data.md, from the tables of fixtures/."""

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.marks import write_between
from vendors.dictionary import BEGIN, END, dictionary

FILE = settings.BASE_DIR / "docs" / "data.md"
TABLES = settings.BASE_DIR / "fixtures"


class Command(BaseCommand):
    help = "Prints units, attributes and doubts as Markdown; --write puts them into docs/data.md."

    def add_arguments(self, parser):
        parser.add_argument("--write", action="store_true")

    def handle(self, *arguments, write: bool, **options):
        if not write:
            self.stdout.write(dictionary(TABLES))
            return
        write_between(FILE, BEGIN, END, dictionary(TABLES))
