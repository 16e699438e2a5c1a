"""`make bench`: measures a server of its own and prints tables; fails only where something cannot be run."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import answers, decks, lists, meanwhile, pictures, tables
from tests.bench.report import print_machine, print_table
from tests.browser.server import ROOT, running_server

FILES = "bench"  # folder among the static files


def main() -> None:
    # Addresses in the answers are those of no port, so that both starts answer the same bytes.
    os.environ |= {"WORKERS": "1", "PUBLIC_URL": "http://portal.example"}
    print_machine()
    sys.stdout.flush()  # before the tables of other processes
    subprocess.run([sys.executable, "-m", "tests.bench.crosstabs"], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "tests.bench.loads"], cwd=ROOT, check=True)
    subprocess.run([sys.executable, "-m", "tests.bench.searches"], cwd=ROOT, check=True)
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as name:
        folder = Path(name)
        with running_server(folder) as root:
            print_table("Pictures that nobody has asked for yet", pictures.HEADS, pictures.picture_rows(root))
            print_table("Other readers while pictures are drawn", meanwhile.HEADS, meanwhile.meanwhile_rows(root))
            print_table("Decks", decks.HEADS, decks.deck_rows(root))
            tables.load_landscape(folder)
            print_table("Large tables", tables.HEADS, tables.table_rows(root))
            print_table("Lists", lists.HEADS, lists.list_rows(root))
            answers.keep_as_files(root, folder / "static" / FILES)
        # The server knows the static files of its start.
        with running_server(folder) as root:
            print_table("Kept answers and static files", answers.HEADS, answers.answer_rows(root, f"/static/{FILES}"))


if __name__ == "__main__":
    main()
