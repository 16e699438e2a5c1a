"""The datasets of the installation, in the order in which they refer to each other."""

import re

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from portal.loading.dataset import Dataset
from portal.loading.formats import Format
from portal.loading.problems import Report, with_nearest

FIRST_WORD = re.compile(r"[a-z]+")


def all_datasets() -> list[Dataset]:
    """Those of the lists that settings.PORTAL_LOADING names: each comes in a table of its own."""
    return [dataset for path in settings.PORTAL_LOADING for dataset in import_string(path)]


def with_formats() -> list[Dataset]:
    """All datasets: those that come in tables, then those that come in files of other forms only."""
    return [*all_datasets(), *(dataset for each in all_formats() for dataset in each.own)]


def all_formats() -> list[Format]:
    """Forms of files that are no tables of ours."""
    return [import_string(path) for path in settings.PORTAL_LOADING_FORMATS]


def format_for_file(name: str) -> Format | None:
    """The format of a file that is no table of ours; None for what should be one."""
    return next((each for each in all_formats() if each.takes(name)), None)


def dataset_for_file(name: str, report: Report) -> Dataset | None:
    """The dataset that the file's name begins with: figures.csv, figures-2026.csv and "figures (1).csv" are one."""
    datasets = {dataset.name: dataset for dataset in all_datasets()}
    word = FIRST_WORD.match(name.lower())
    if not name.lower().endswith(".csv") or not word or word.group() not in datasets:
        expected = _("expected a CSV file named after a dataset: %(names)s; or a file such as %(examples)s") % {
            "names": ", ".join(f"{dataset}.csv" for dataset in datasets),
            "examples": ", ".join(each.example for each in all_formats()),
        }
        report.add(name, None, "", name, with_nearest(expected, name, [f"{dataset}.csv" for dataset in datasets]))
        return None
    return datasets[word.group()]


def needed_datasets(loaded: set[str]) -> list[Dataset]:
    """The loaded datasets, those that watch them, and all that these refer to or watch, in order."""
    datasets = {dataset.name: dataset for dataset in with_formats()}
    needed = loaded | {dataset.name for dataset in datasets.values() if dataset.watches & loaded}
    waiting = list(needed)
    while waiting:
        dataset = datasets[waiting.pop()]
        more = ({reference.dataset for reference in dataset.references} | dataset.watches) - needed
        needed |= more
        waiting += more
    return [dataset for dataset in datasets.values() if dataset.name in needed]
