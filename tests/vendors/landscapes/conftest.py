"""A scheme for landscape files, and files of tests as they would be uploaded."""

from collections.abc import Callable
from pathlib import Path

import pytest

from portal.loading.files import InputFile
from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_scheme, make_source
from vendors.models import Listing, Scheme

FILES = Path(__file__).parents[2] / "files" / "landscape"


@pytest.fixture
def field(db) -> Scheme:
    """The scheme "field", with a source of its own and one for the edition 2020."""
    source = make_source(code="field", title="The field", accessed="2026-11-23", licence="Apache-2.0")
    make_source(code="field-2020", title="The field, 2020", published="2020-06-30", licence="Apache-2.0")
    return make_scheme(code="field", kind="landscape", name_en="The field", source=source)


@pytest.fixture
def load_file(field) -> Callable[..., ImportRun]:
    """`load_file("nulls.yml")`: the run of a file of tests/files/landscape, taken for the edition 2020."""

    def run(name: str, *, named: str = "field-2020.yml") -> ImportRun:
        return load([InputFile(named, (FILES / name).read_bytes())])

    return run


def notes_of(run: ImportRun) -> list[tuple]:
    """Line, column and value of each note."""
    return [(note["line"], note["column"], note["value"]) for note in run.notes]


def listed(edition: str = "2020") -> list[tuple[str, str, str]]:
    """Code of the category, key and name, in order."""
    rows = Listing.objects.filter(edition=edition).order_by("category__order", "pk")
    return list(rows.values_list("category__code", "key", "name_en"))


def listing(name: str, edition: str = "2020") -> Listing:
    return Listing.objects.get(name_en=name, edition=edition, is_second_path=False)
