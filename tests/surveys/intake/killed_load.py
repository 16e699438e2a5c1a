"""Loads answers and is killed on the way; run by test_killed_load.py in a process of its own."""

import os
import signal
import sys
from pathlib import Path

import django


def die(*_given) -> None:
    print("killed", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


def main(moment: str, answers: str, book: str) -> None:
    django.setup()

    from portal.loading.problems import Report
    from surveys import loading_answers
    from surveys.intake.files import codebook_file
    from surveys.microdata.store import folders

    if moment == "columns":
        folders._write_bytes = die  # all columns are written, the folder has not its name yet
    elif moment == "record":
        loading_answers._record = die  # columns and dataset are there, in a transaction that has not ended
    progress = die if moment == "reading" else None
    codebook = codebook_file(Path(book), Report())
    loading_answers.load_answers("answers.csv", Path(answers), codebook, is_published=True, progress=progress)


if __name__ == "__main__":
    main(*sys.argv[1:])
