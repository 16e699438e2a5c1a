"""Generated parts of documents: they stand between two lines of their own."""

from pathlib import Path

from django.core.management.base import CommandError


def write_between(file: Path, begin: str, end: str, text: str) -> None:
    """Puts the text, which ends with a line break, between the marks of the file and leaves the rest as it is."""
    head, first, rest = file.read_text(encoding="utf-8").partition(begin)
    _, last, tail = rest.partition(end)
    if not first or not last:
        raise CommandError(f"{file} lacks the lines {begin} and {end} between which the text is written.")
    file.write_text(f"{head}{begin}\n\n{text}\n{end}{tail}", encoding="utf-8")
