"""The tools, the server and its pages. A tool that is missing or does not run is a failure, never a skip."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.browser.server import ROOT, fetch
from tests.quality.pages import REFUSED, measured_pages

HERE = Path(__file__).parent
INSTALLED = ROOT / ".quality"  # outside git
PINNED = ("package.json", "package-lock.json", ".npmrc")


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder of the pinned tools, installed again when a pin has changed."""
    pins = "".join((HERE / name).read_text(encoding="utf-8") for name in PINNED)
    stamp = INSTALLED / "pins"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != pins:
        INSTALLED.mkdir(exist_ok=True)
        for name in PINNED:
            shutil.copy(HERE / name, INSTALLED)
        output_of(["npm", "ci", "--ignore-scripts"], INSTALLED)
        stamp.write_text(pins, encoding="utf-8")
    for path in HERE.glob("*.mjs"):
        shutil.copy(path, INSTALLED)  # Node looks for its packages beside the file that asks for them
    return INSTALLED


@pytest.fixture(scope="session")
def pages(site: str) -> list[str]:
    """The addresses that are measured."""
    return measured_pages(site)


@pytest.fixture(scope="session")
def documents(pages: list[str], tmp_path_factory) -> dict[str, Path]:
    """What the pages answer, as files by address."""
    folder = tmp_path_factory.mktemp("documents")
    with ThreadPoolExecutor(2) as workers:
        answers = list(workers.map(fetch, pages))
    wrong = [
        f"{page}: {status}"
        for page, (status, _, _) in zip(pages, answers, strict=True)
        if (status != 200) != page.endswith(REFUSED)
    ]
    assert wrong == []
    files = {page: folder / f"{number:03}.html" for number, page in enumerate(pages)}
    for path, (_, _, body) in zip(files.values(), answers, strict=True):
        path.write_bytes(body)
    return files


def output_of(command: list, folder: Path, *, fails: bool = False, **environment: str) -> str:
    """What a tool says. One that found something may `fail`; one that could not start has said nothing."""
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0 or (fails and done.stdout + done.stderr), f"{command[0]}: {done.stdout}{done.stderr}"
    return done.stdout
