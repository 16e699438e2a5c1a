"""The archive of a crosstab: its script makes the numbers of data.csv anew from the answers, and tells a change."""

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.conf import settings

from surveys.crosstabs import reproduce
from surveys.microdata.store.answers import Answers
from surveys.models import Dataset
from tests.surveys.crosstabs.conftest import made_answers

TOOLS = {1: "a", 3: "a;b"}  # bits of the store → the cell of the file


@pytest.fixture
def file(tmp_path, asked) -> Path:
    """The file of the published answers."""
    path = tmp_path / "answers.csv"
    path.write_text(as_csv(made_answers()), encoding="utf-8")
    Dataset.objects.update(file_sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    return path


def as_csv(answers: Answers) -> str:
    questions = answers.codebook.questions
    columns = [answers.parts(question)[0] for question in questions]
    lines = [",".join(question.code for question in questions)]
    for row in zip(*columns, strict=True):
        lines.append(",".join(cell(question, value) for question, value in zip(questions, row, strict=True)))
    return "\n".join(lines) + "\n"


def cell(question, value) -> str:
    if question.code == "tools":
        return TOOLS[int(value) & 3]
    return question.options[value].code if question.kind.has_options else f"{value:g}"


def unpacked(client, asked, folder: Path, query: str) -> Path:
    archive = client.get(f"{asked.path}.zip?{query}").content
    zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)
    return folder


def run(folder: Path, file: Path) -> subprocess.CompletedProcess:
    script = [sys.executable, str(folder / "reproduce.py"), str(file), "--portal", str(settings.BASE_DIR)]
    return subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    "query",
    [
        "rows=serverless_use&columns=region~size&weight=w",
        "rows=tools&columns=region&filter=size in small",
        "rows=age&columns=region",
        "rows=serverless_use",
    ],
    ids=["two breaks weighted", "several answers filtered", "mean", "topline"],
)
def test_the_script_makes_the_same_numbers(client, asked, file, tmp_path, query):
    done = run(unpacked(client, asked, tmp_path / "zip", query), file)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 differ" in done.stdout


def test_the_script_tells_a_number_that_was_changed(client, asked, file, tmp_path):
    folder = unpacked(client, asked, tmp_path / "zip", "rows=serverless_use&columns=region")
    data = folder / "data.csv"
    text = data.read_text(encoding="utf-8")
    assert ",60,%," in text
    data.write_text(text.replace(",60,%,", ",61,%,"), encoding="utf-8")

    done = run(folder, file)

    assert done.returncode == 1
    assert "'61' in data.csv" in done.stdout


def test_the_script_says_why_nothing_could_be_made(client, asked, file, tmp_path):
    folder = unpacked(client, asked, tmp_path / "zip", "rows=serverless_use")
    file.write_text("other\n1\n", encoding="utf-8")

    done = run(folder, file)

    assert done.returncode == 2
    assert "Not the file of this recipe" in done.stderr


def test_a_number_that_is_missing_differs_from_none_that_is():
    assert reproduce.differs("value", "", 1.0)
    assert reproduce.differs("value", "1", None)
    assert not reproduce.differs("value", "", None)
    assert not reproduce.differs("value", "41.5", 41.5)
    assert reproduce.differs("significance", "A", "a")


def test_nothing_compared_is_no_agreement():
    assert reproduce.compared({}, {}) == 1
