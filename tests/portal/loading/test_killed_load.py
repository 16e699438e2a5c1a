"""A load that is killed leaves the database as it was."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.loading_files import GOOD

ROOT = Path(__file__).parents[3]
TABLES = ("portal_source", "vendors_product", "vendors_fact", "surveys_figure", "portal_importrun")


def run_python(*arguments: str, folder: Path) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def counts(folder: Path) -> dict[str, int]:
    connection = sqlite3.connect(folder / "portal.sqlite3")
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    connection.close()
    return found


def test_killed_load_changes_nothing_and_the_next_one_succeeds(tmp_path):
    migrated = run_python("manage.py", "migrate", "--skip-checks", "--verbosity=0", folder=tmp_path)
    assert migrated.returncode == 0, migrated.stderr

    killed = run_python(str(Path(__file__).with_name("killed_load.py")), str(GOOD), folder=tmp_path)
    left = counts(tmp_path)
    loaded = run_python("manage.py", "load", str(GOOD), folder=tmp_path)

    assert (killed.returncode, killed.stdout) == (-signal.SIGKILL, "saving\n")
    assert left == dict.fromkeys(TABLES, 0)
    assert loaded.returncode == 0, loaded.stderr
    assert counts(tmp_path) == {
        "portal_source": 2,
        "vendors_product": 2,
        "vendors_fact": 6,
        "surveys_figure": 5,
        "portal_importrun": 1,
    }
