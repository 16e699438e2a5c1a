"""A folder a revision, named by the hash of what it holds: manifest.json and a .npy a column. Never changed in place.

Written beside its place and renamed when it is whole, so that a killed load leaves nothing that looks like answers.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import numpy as np
import orjson
from django.conf import settings

from surveys.microdata.codebook.plain import codebook_of, plain_codebook
from surveys.microdata.store.answers import Answers

FORM = 1  # version of the folder's form
MANIFEST = "manifest.json"
SCRATCH = ".writing-"  # how folders that are not yet whole are called
MOST_OPEN = 32  # revisions that a process keeps mapped


class NoSuchRevision(LookupError):
    """The store has no such revision: another machine wrote it, or its folder was removed."""


class MappedColumns(Mapping[str, np.ndarray]):
    """Columns of a folder, each mapped when it is first asked for; workers of a machine share its pages."""

    def __init__(self, folder: Path, names: list[str]):
        self.folder, self.names = folder, names
        self.mapped: dict[str, np.ndarray] = {}

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self.mapped:
            if name not in self.names:
                raise KeyError(name)
            mapped = np.load(self.folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
            self.mapped[name] = mapped.view(np.ndarray)  # each slice of a memmap would be one too, made slowly
        return self.mapped[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def write_answers(answers: Answers) -> str:
    """Stores the columns that questions keep, checked; the revision is the same for the same answers."""
    answers.check()
    root = Path(settings.ANSWERS_DIR)
    root.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=root))
    try:
        revision = _write(answers, scratch)
        target = root / revision
        if not target.exists():
            os.replace(scratch, target)
            _sync(root)
        return revision
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


@lru_cache(maxsize=MOST_OPEN)
def open_answers(revision: str) -> Answers:
    """The answers of a revision, mapped. NoSuchRevision where the store lacks it."""
    folder = Path(settings.ANSWERS_DIR) / revision
    try:
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise NoSuchRevision(revision) from None
    codebook = codebook_of(manifest["codebook"])
    return Answers(codebook, manifest["respondents"], MappedColumns(folder, list(manifest["columns"])), revision)


def remove_answers(revision: str) -> None:
    """Takes a revision out of the store. A process that has it mapped reads on until it lets go."""
    open_answers.cache_clear()
    shutil.rmtree(Path(settings.ANSWERS_DIR) / revision, ignore_errors=True)


def remove_leftovers(older_than: float) -> None:
    """Removes what killed loads left half written, and what has not been touched for so many seconds."""
    for folder in Path(settings.ANSWERS_DIR).glob(f"{SCRATCH}*"):
        with suppress(FileNotFoundError):  # another process may be quicker
            if time.time() - folder.stat().st_mtime > older_than:
                shutil.rmtree(folder, ignore_errors=True)


def _write(answers: Answers, folder: Path) -> str:
    digests = {
        name: _write_column(folder / f"{name}.npy", np.ascontiguousarray(answers.columns[name]))
        for name in answers.column_names
    }
    manifest = {
        "form": FORM,
        "respondents": answers.respondents,
        "codebook": plain_codebook(answers.codebook),
        "columns": digests,
    }
    content = orjson.dumps(manifest, option=orjson.OPT_INDENT_2)
    _write_bytes(folder / MANIFEST, content)
    _sync(folder)
    return hashlib.sha256(content).hexdigest()


def _write_column(path: Path, column: np.ndarray) -> str:
    with open(path, "xb") as file:
        np.save(file, column, allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())
    return hashlib.sha256(column.tobytes()).hexdigest()


def _write_bytes(path: Path, content: bytes) -> None:
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Names in a folder are safe once the folder itself is written out."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
