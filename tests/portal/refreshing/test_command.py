"""manage.py refresh_deck."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from portal.management.commands import refresh_deck
from tests.portal.refreshing.examples import add_answer, bars, correct, exported, frames, next_version, opened


@pytest.fixture
def deck(asked, tmp_path):
    file = tmp_path / "deck.pptx"
    file.write_bytes(exported(".pptx"))
    return file


def run(*arguments) -> str:
    out = io.StringIO()
    call_command("refresh_deck", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_the_refreshed_file_stands_beside_the_old_one(deck):
    before = deck.read_bytes()
    correct("yes", 64)

    said = run(deck)

    written = deck.with_name("deck-refreshed.pptx")
    assert "Slide 1  Corrected: Use  /en/surveys/users/2020/use" in said
    assert "Yes: 62 → 64" in said
    assert "Corrected: 1" in said
    assert bars(frames(opened(written.read_bytes()))[0])["Yes"] == 64
    assert deck.read_bytes() == before


def test_output_says_where(deck, tmp_path):
    add_answer("maybe", "Maybe", 40)

    said = run(deck, "--output", tmp_path / "new.pptx")

    assert "New numbers: 1" in said
    assert (tmp_path / "new.pptx").exists()


def test_nothing_new_writes_nothing(deck):
    next_version()

    assert "Unchanged: 1" in run(deck)
    assert [file.name for file in deck.parent.iterdir()] == ["deck.pptx"]


def test_check_writes_nothing_and_fails_where_there_is_something_new(deck):
    run(deck, "--check")
    correct("yes", 64)

    with pytest.raises(SystemExit) as left:
        run(deck, "--check")

    assert left.value.code == 1
    assert [file.name for file in deck.parent.iterdir()] == ["deck.pptx"]


def test_json(deck):
    correct("yes", 64)

    assert json.loads(run(deck, "--json"))["charts"][0]["outcome"] == "corrected"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none.pptx", "No such file"),
        ("foreign.pptx", "neither a .pptx nor an .xlsx"),
        ("large.pptx", "larger than 50 MB"),
    ],
)
def test_what_cannot_be_refreshed_is_said(db, tmp_path, monkeypatch, name, words):
    (tmp_path / "foreign.pptx").write_bytes(b"nonsense")
    (tmp_path / "large.pptx").write_bytes(b"PK" * 600)
    monkeypatch.setattr(refresh_deck, "MOST_BYTES", 1000)

    with pytest.raises(CommandError, match=words):
        run(tmp_path / name)


def test_an_output_that_cannot_be_written_is_said(deck, tmp_path):
    correct("yes", 64)

    with pytest.raises(CommandError, match="No such file or directory"):
        run(deck, "--output", tmp_path / "nowhere" / "new.pptx")
