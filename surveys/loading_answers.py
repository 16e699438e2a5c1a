"""Answers of respondents from a file into the portal: read, checked, stored, recorded; all or nothing.

load_answers    one load from beginning to end
begin, finish   its parts that use the database; what is between them, reading the file, uses none and may take minutes
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.loading.problems import Counts, Report
from portal.models import DataVersion, ImportRun
from surveys.intake.agreement import note_differences
from surveys.intake.places import Place, find_place, with_place
from surveys.intake.publication import publish
from surveys.microdata.answers.encoding_answers import read_answers
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.store.answers import Answers
from surveys.microdata.store.folders import NoSuchRevision, open_answers, remove_leftovers, write_answers
from surveys.models import Dataset

DATASET = "answers"  # as import runs name what was loaded
LEFT_OVER = 24 * 60 * 60  # seconds after which what is half written is nobody's any more
PIECE = 1024 * 1024  # bytes that are hashed at once

Progress = Callable[[int, int | None], None]  # rows read, rows in all where that is known


@dataclass(frozen=True)
class Attempt:
    """A try to load answers, before they are read. `codebook` is None, or `place`, where `report` says why."""

    name: str
    source: Path | bytes
    sha256: str
    codebook: Codebook | None
    place: Place | None
    report: Report
    started: datetime
    who: User | None


@dataclass(frozen=True)
class AnswersLoad:
    """What came of it: the recorded run, also when it was refused; the dataset unless it was refused or only checked;
    the answers where they could be read.
    """

    run: ImportRun
    dataset: Dataset | None
    answers: Answers | None


def load_answers(
    name: str,
    source: Path | bytes,
    codebook: Codebook | None,
    *,
    survey: str = "",
    wave: str = "",
    who: User | None = None,
    dry_run: bool = False,
    is_published: bool = False,
    codebook_name: str = "",
    report: Report | None = None,
    progress: Progress | None = None,
) -> AnswersLoad:
    """Loads a file of answers. `codebook` is None where reading it has put problems into `report`.

    survey, wave   where the answers belong, if the codebook does not say
    is_published   whether readers may ask them at once
    codebook_name  of its file, for what is wrong with it
    """
    if codebook is not None:
        codebook = with_place(codebook, survey, wave)
    attempt = begin(name, source, codebook, codebook_name=codebook_name, who=who, report=report)
    return finish(attempt, read(attempt, progress), dry_run=dry_run, is_published=is_published)


def begin(
    name: str,
    source: Path | bytes,
    codebook: Codebook | None,
    *,
    codebook_name: str = "",
    who: User | None = None,
    report: Report | None = None,
) -> Attempt:
    """Checks all that needs no answers: whether the codebook is confirmed, and where the answers belong."""
    report = Report() if report is None else report
    started = timezone.now()
    place = None
    if codebook is not None:
        if not codebook.is_confirmed:
            expected = _("this codebook is a draft; read it, correct it and write confirmed: true")
            report.add(codebook_name, None, "confirmed", "false", expected)
        place = find_place(codebook, codebook_name, report)
        if place is not None:
            note_differences(codebook, place.wave.survey, codebook_name, report)
    return Attempt(name, source, checksum(source), codebook, place, report, started, who)


def read(attempt: Attempt, progress: Progress | None = None) -> Answers | None:
    """The answers, read also where something else is wrong already, so that all reasons are told at once."""
    if attempt.codebook is None:
        return None
    return read_answers(attempt.source, attempt.name, attempt.codebook, attempt.report, progress)


def finish(
    attempt: Attempt, answers: Answers | None, *, dry_run: bool = False, is_published: bool = False
) -> AnswersLoad:
    """Stores the answers and records the try."""
    if answers is None or attempt.place is None or attempt.report.total:
        return AnswersLoad(_record(attempt, ImportRun.Outcome.REFUSED), None, answers)
    counts = Counts()
    attempt.report.counts = {DATASET: counts}
    if dry_run:
        is_held = any(map(_holds(answers), Dataset.objects.in_wave(attempt.place.wave).of_file(attempt.sha256)))
        counts.added, counts.unchanged = (0, answers.respondents) if is_held else (answers.respondents, 0)
        return AnswersLoad(_record(attempt, ImportRun.Outcome.CHECKED), None, answers)
    remove_leftovers(LEFT_OVER)
    # Written before the transaction: a folder that no dataset names yet harms nobody, and a lock held for long does.
    revision = write_answers(answers)
    with transaction.atomic():
        # One load at a time, as in portal/loading/run.py.
        DataVersion.objects.select_for_update().filter(pk=1).first()
        dataset, is_new = _dataset(attempt, attempt.place, revision, answers.respondents)
        counts.added, counts.unchanged = (answers.respondents, 0) if is_new else (0, answers.respondents)
        has_moved = is_published and publish(dataset)
        outcome = ImportRun.Outcome.LOADED if is_new or has_moved else ImportRun.Outcome.UNCHANGED
        return AnswersLoad(_record(attempt, outcome), dataset, answers)


def checksum(source: Path | bytes) -> str:
    """SHA-256 of the file, which may be larger than memory; empty where it cannot be read, which reading tells."""
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    digest = hashlib.sha256()
    try:
        with open(source, "rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()


def _holds(answers: Answers) -> Callable[[Dataset], bool]:
    """Whether a dataset of the same file was read with the same codebook: then its columns are the same."""

    def holds(dataset: Dataset) -> bool:
        try:
            return open_answers(dataset.revision).codebook == answers.codebook
        except NoSuchRevision:
            return False

    return holds


def _dataset(attempt: Attempt, place: Place, revision: str, respondents: int) -> tuple[Dataset, bool]:
    values = {
        "respondents": respondents,
        "file_name": _short(attempt.name),
        "file_sha256": attempt.sha256,
        "warnings": [note.as_json() for note in attempt.report.all_notes],
        "source": place.source,
        "who": attempt.who,
    }
    return Dataset.objects.get_or_create(wave=place.wave, revision=revision, defaults=values)


def _record(attempt: Attempt, outcome: str) -> ImportRun:
    counts, problems = attempt.report.as_json()
    return ImportRun.objects.create(
        dataset=DATASET,
        file=_short(attempt.name),
        sha256=attempt.sha256,
        started=attempt.started,
        finished=timezone.now(),
        who=attempt.who,
        outcome=outcome,
        counts=counts,
        problems=problems,
    )


def _short(name: str) -> str:
    return name if len(name) <= 300 else f"…{name[-299:]}"
