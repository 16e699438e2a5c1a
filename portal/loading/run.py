"""One load from files to ImportRun: everything is checked, then all is written or nothing."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.loading.dataset import Dataset
from portal.loading.draft import Draft, TypedRow
from portal.loading.files import Input, InputFile, checksum, describe, gather
from portal.loading.formats import Format
from portal.loading.problems import Report
from portal.loading.reader import RawTable, read_table
from portal.loading.registry import dataset_for_file, format_for_file, needed_datasets, with_formats
from portal.loading.resolve import fill_rows
from portal.loading.rows import lay_rows
from portal.loading.save import count, save
from portal.loading.verify import verify
from portal.models import DataVersion, ImportRun
from portal.versions import bump_version

Progress = Callable[[str], None]
SUCCESS = (ImportRun.Outcome.LOADED, ImportRun.Outcome.UNCHANGED)


class Refused(Exception):
    """Ends the transaction of a load that has problems."""


@dataclass(frozen=True)
class Load:
    """What is known of a load before it is tried."""

    name: str
    files: list[InputFile]
    tables: list[tuple[Dataset, RawTable]]
    foreign: dict[Format, list]  # what files of other formats hold
    started: datetime
    who: User | None

    @property
    def datasets(self) -> list[str]:
        """Names of the datasets that the files bring rows of, in their order."""
        names = [dataset.name for dataset, _ in self.tables]
        return list(dict.fromkeys([*names, *[name for each in self.foreign for name in each.datasets]]))

    def record(self, outcome: str, report: Report) -> ImportRun:
        counts, problems = report.as_json()
        datasets = ", ".join(self.datasets)
        return ImportRun.objects.create(
            dataset=datasets if len(datasets) <= 100 else f"{datasets[:99]}…",
            file=self.name if len(self.name) <= 300 else f"…{self.name[-299:]}",
            sha256=checksum(self.files),
            started=self.started,
            finished=timezone.now(),
            who=self.who,
            outcome=outcome,
            counts=counts,
            problems=problems,
        )


def load(
    inputs: Iterable[Input], *, who: User | None = None, dry_run: bool = False, progress: Progress | None = None
) -> ImportRun:
    """Loads folders, files or uploads and returns the recorded run, also when it was refused.

    A dry run does the same, with all the database's own checks, and takes it back.
    """
    inputs = list(inputs)
    progress = progress or (lambda words: None)
    report = Report()
    started = timezone.now()
    with paused_collector():
        files = gather(inputs, report)
        foreign: dict[Format, list] = {}
        tables = []
        for file in files:
            progress(_("Reading %(file)s") % {"file": file.name})
            if form := format_for_file(file.name):
                foreign.setdefault(form, []).append(form.read(file, report))
            elif dataset := dataset_for_file(file.name, report):
                tables.append((dataset, read_table(file, dataset.columns, report)))
        return attempt(Load(describe(inputs), files, tables, foreign, started, who), report, dry_run, progress)


def attempt(this: Load, report: Report, dry_run: bool, progress: Progress) -> ImportRun:
    """Writes all or nothing, and records in any case."""
    try:
        with transaction.atomic():
            outcome = write(this, report, progress)
            if not dry_run:
                return this.record(outcome, report)
            transaction.set_rollback(True)
    except Refused:
        return this.record(ImportRun.Outcome.REFUSED, report)
    except (IntegrityError, DataError) as error:
        # The checks before saving know all rules of the tables; what still comes here depends on the order of writing.
        expected = _("the database refuses the rows together (%(reason)s); load them in two steps")
        report.add("", None, "", "", expected % {"reason": error})
        return this.record(ImportRun.Outcome.REFUSED, report)
    return this.record(ImportRun.Outcome.CHECKED, report)


@contextmanager
def paused_collector() -> Iterator[None]:
    """Looking for circles among 100,000 objects that all stay would take half the time of a load."""
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


def was_loaded(inputs: Iterable[Input]) -> bool:
    """Whether the last successful load of these inputs had exactly these bytes."""
    inputs = list(inputs)
    runs = ImportRun.objects.filter(file=describe(inputs), outcome__in=SUCCESS)
    last = runs.values_list("sha256", flat=True).first()
    return last is not None and last == checksum(gather(inputs, Report()))


def write(this: Load, report: Report, progress: Progress) -> str:
    """Checks and saves all datasets in the caller's transaction; returns the outcome or raises Refused."""
    # One load at a time: the row is locked until the transaction ends (SQLite locks as a whole).
    DataVersion.objects.select_for_update().filter(pk=1).first()
    draft = Draft()
    datasets = needed_datasets(set(this.datasets))
    for dataset in datasets:
        draft.fetch(dataset)
    lay_tables(this.tables, datasets, draft, report, progress)
    lay_tables(translated(this.foreign, draft, report), datasets, draft, report, progress)
    differences = {}
    for dataset in datasets:
        progress(_("Checking %(dataset)s") % {"dataset": dataset.name})
        if dataset.derive is not None:
            dataset.derive(draft)
        differences[dataset.name] = draft.differences(dataset)
        verify(dataset, draft, differences[dataset.name], report)
    if report.total:
        raise Refused
    counts = {dataset.name: count(dataset, draft, differences[dataset.name]) for dataset in datasets}
    report.counts = {name: each for name, each in counts.items() if each.total}
    if not any(each.added or each.changed for each in counts.values()):
        return ImportRun.Outcome.UNCHANGED
    for dataset in datasets:
        progress(_("Saving %(dataset)s") % {"dataset": dataset.name})
        save(dataset, differences[dataset.name], progress)
    bump_version()
    return ImportRun.Outcome.LOADED


def translated(foreign: dict[Format, list], draft: Draft, report: Report) -> list[tuple[Dataset, RawTable]]:
    """Rows of our datasets out of files of other formats, made when the draft holds all that they may refer to."""
    datasets = {dataset.name: dataset for dataset in with_formats()}
    return [
        (datasets[name], table)
        for form, contents in foreign.items()
        for name, table in form.translate([each for each in contents if each is not None], draft, report)
    ]


def lay_tables(
    tables: list[tuple[Dataset, RawTable]], datasets: list[Dataset], draft: Draft, report: Report, progress: Progress
) -> None:
    """Lays the rows of all files into the draft: first every object, then what they hold."""
    rows: dict[str, list[TypedRow]] = {dataset.name: [] for dataset in datasets}
    for dataset, table in tables:
        progress(_("Checking %(file)s: %(count)d rows") % {"file": table.file, "count": len(table.rows)})
        rows[dataset.name] += lay_rows(dataset, table, draft, report)
    for dataset in datasets:
        fill_rows(dataset, rows[dataset.name], draft, report)
