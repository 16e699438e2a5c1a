"""The real server, in a folder of its own, for tests that use the portal as readers do."""

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
START_WITHIN = 180  # seconds: migrate, load, collect static files


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running_server(folder: Path):
    """Yields the address of `manage.py serve` with fresh data in `folder`."""
    port = free_port()
    log = folder / "server.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/en/", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=30)
    trouble = [line for line in log.read_text().splitlines() if re.search(r"Traceback|ERROR|panicked", line)]
    assert trouble == [], log.read_text()[-4000:]


def publish_answers(folder: Path) -> None:
    """Answers of our own making, loaded and published by the command as those of a wave: those of CNCF are not ours."""
    from surveys.microdata.codebook.writing import codebook_yaml
    from tests.surveys.crosstabs.conftest import made_answers
    from tests.surveys.crosstabs.test_reproduce import as_csv

    answers = made_answers()
    files = folder / "answers.csv", folder / "codebook.yaml"
    files[0].write_text(as_csv(answers), encoding="utf-8")
    files[1].write_text(codebook_yaml(answers.codebook), encoding="utf-8")
    wave = ("--survey", "cncf-annual", "--wave", "2020")
    command = [sys.executable, "manage.py", "load_answers", *files, *wave, "--publish"]
    environment = {**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + START_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, f"the server stopped:\n{log.read_text()[-4000:]}"
        try:
            with urlopen(address, timeout=60) as answer:  # the first page draws its charts
                assert answer.status == 200
                return
        except HTTPError as error:
            raise AssertionError(f"{address} answers {error.code}:\n{log.read_text()[-4000:]}") from error
        except (URLError, TimeoutError):
            time.sleep(0.3)
    raise AssertionError(f"the server did not start within {START_WITHIN} s:\n{log.read_text()[-4000:]}")


def fetch(address: str, **headers: str):
    """(status, headers, body) of a GET, also when it is refused."""
    try:
        with urlopen(Request(address, headers=headers), timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()
