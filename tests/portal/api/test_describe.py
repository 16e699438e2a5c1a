"""docs/api.md names every address, parameter and column, as they are now."""

import re
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from portal.api.describe import BEGIN, END, reference
from portal.api.selection import FILE_PARAMETERS, LIST_PARAMETERS
from portal.api.service import api
from portal.management.commands import describe_api

DOCS = (settings.BASE_DIR / "docs" / "api.md").read_text(encoding="utf-8")


def test_reference_in_docs_is_that_of_the_code():
    kept = DOCS.partition(BEGIN)[2].partition(END)[0]

    assert kept.strip() == reference().strip(), "run: python manage.py describe_api --write"


def test_docs_name_every_address():
    addresses = [
        "/api/v1/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern))
        for pattern in api.urls[0]
        if str(pattern.pattern)
    ]

    assert [address for address in addresses if f"`GET {address}`" not in DOCS] == []


def test_docs_name_every_parameter():
    assert [name for name in {*FILE_PARAMETERS, *LIST_PARAMETERS} if f"| `{name}` |" not in DOCS] == []


def test_command_prints_the_reference():
    printed = StringIO()

    call_command("describe_api", stdout=printed)

    assert printed.getvalue().strip() == reference().strip()


def test_command_writes_between_the_marks(tmp_path, monkeypatch):
    file = tmp_path / "api.md"
    file.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(describe_api, "FILE", file)

    call_command("describe_api", "--write")

    assert file.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\n{reference()}\n{END}\nafter\n"


def test_command_refuses_a_file_without_marks(tmp_path, monkeypatch):
    file = tmp_path / "api.md"
    file.write_text("nothing", encoding="utf-8")
    monkeypatch.setattr(describe_api, "FILE", file)

    with pytest.raises(CommandError, match="lacks the lines"):
        call_command("describe_api", "--write")
