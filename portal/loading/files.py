"""Gathers what is to be loaded: folders, files and uploads become names with bytes."""

import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from portal.loading.problems import Report

MAX_FILE_BYTES = 50 * 1024 * 1024
TAKEN = (".csv", ".en.md", ".zh-hans.md")  # of a folder; other files are loaded by name
WITH_IT = "chapters"  # the folder in it whose files are taken too


class Upload(Protocol):
    """A file from a form, as Django hands it over."""

    name: str
    size: int

    def read(self) -> bytes: ...


@dataclass(frozen=True)
class InputFile:
    """A file as it came; `name` is the one to show."""

    name: str
    content: bytes


@dataclass(frozen=True)
class RenamedFile:
    """A file of the file system, to be taken for one of another name."""

    path: Path
    name: str

    def __str__(self) -> str:
        return str(self.path)


Input = Path | str | Upload | InputFile | RenamedFile


def gather(inputs: Iterable[Input], report: Report) -> list[InputFile]:
    """The files in the order given, a folder's tables and chapters by name."""
    files = []
    for given in inputs:
        if isinstance(given, InputFile):
            files.append(given)
        elif isinstance(given, RenamedFile):
            files.extend(InputFile(given.name, file.content) for file in gather_path(given.path, report))
        elif isinstance(given, str | Path):
            files.extend(gather_path(Path(given), report))
        elif is_small_enough(given.name, given.size, report):
            files.append(InputFile(given.name, given.read()))
    if not files and not report.total:
        report.add("", None, "", ", ".join(map(str, inputs)), _("expected at least one CSV file, such as figures.csv"))
    return files


def gather_path(path: Path, report: Report) -> list[InputFile]:
    try:
        if path.is_dir():
            paths = [file for folder in (path, path / WITH_IT) if folder.is_dir() for file in taken_files(folder)]
        elif path.is_file():
            paths = [path]
        else:
            report.add(
                readable_name(path.name), None, "", readable_name(str(path)), _("there is no such file or folder")
            )
            return []
    except OSError as error:
        add_unreadable(path, error.strerror, report)
        return []
    return [file for each in paths if (file := read_file(each, report))]


def taken_files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.name.lower().endswith(TAKEN))


def read_file(path: Path, report: Report) -> InputFile | None:
    """The file, or None when a problem was added; pipes and devices are not opened, they may never end."""
    name = readable_name(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            add_unreadable(path, _("it is not a file"), report)
        elif is_small_enough(name, status.st_size, report):
            return InputFile(name, path.read_bytes())
    except OSError as error:
        add_unreadable(path, error.strerror, report)
    return None


def add_unreadable(path: Path, reason: str | None, report: Report) -> None:
    expected = _("cannot be read: %(reason)s") % {"reason": reason}
    report.add(readable_name(path.name), None, "", readable_name(str(path)), expected)


def readable_name(name: str) -> str:
    """A name of the file system, whose bytes may be no UTF-8, as text that can be kept."""
    return os.fsencode(name).decode("utf-8", "replace")


def is_small_enough(name: str, size: int, report: Report) -> bool:
    if size <= MAX_FILE_BYTES:
        return True
    limit = MAX_FILE_BYTES // 1024 // 1024
    report.add(name, None, "", f"{size:,} B", _("expected at most %(limit)d MB; split the file") % {"limit": limit})
    return False


def checksum(files: list[InputFile]) -> str:
    """SHA-256 of a single file's bytes; of several files, that of their names and checksums."""
    digests = [(file.name, hashlib.sha256(file.content).hexdigest()) for file in files]
    if len(digests) == 1:
        return digests[0][1]
    return hashlib.sha256("".join(f"{digest}  {name}\n" for name, digest in digests).encode()).hexdigest()


def describe(inputs: Iterable[Input]) -> str:
    """What was loaded, in one line: paths inside the project relative to it, uploads by name."""
    return ", ".join(describe_one(given) for given in inputs)


def describe_one(given: Input) -> str:
    if not isinstance(given, str | Path):
        return given.name
    path = Path(os.path.realpath(given))  # Path.resolve refuses links that lead to themselves
    return readable_name(str(path.relative_to(settings.BASE_DIR) if path.is_relative_to(settings.BASE_DIR) else path))
