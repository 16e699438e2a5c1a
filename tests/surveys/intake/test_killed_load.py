"""A load of answers that is killed leaves nothing that anybody sees, and the next one succeeds."""

import signal
import sqlite3
from pathlib import Path

from tests.portal.loading.test_killed_load import run_python
from tests.surveys.intake.loading import write_files

PLACE = {
    "sources.csv": "code,title,publisher,url,kind,standing,published,accessed,licence\n"
    "report,A report,Publisher,https://example.org/,report,first_party,2020-05,2026-05-28,\n",
    "surveys.csv": "slug,name_en,name_zh,kind,publisher,publisher_country\nclouds,Clouds,,survey,Publisher,\n",
    "waves.csv": "survey,slug,name_en,name_zh,fieldwork_start,fieldwork_end,sample_size,population_en,population_zh,"
    "geography_en,geography_zh,mode_en,mode_zh,source\nclouds,2026,2026,,,,,,,,,,,report\n",
}
KILLED = Path(__file__).with_name("killed_load.py")


def counts(folder: Path) -> dict[str, int]:
    connection = sqlite3.connect(folder / "portal.sqlite3")
    found = {
        name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for name, table in (("datasets", "surveys_dataset"), ("runs", "portal_importrun"))
    }
    connection.close()
    return found


def test_killed_load_leaves_nothing_and_the_next_one_succeeds(tmp_path):
    for name, text in PLACE.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    answers, book = write_files(tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    ready = run_python("manage.py", "migrate", "--skip-checks", "--verbosity=0", folder=data)
    assert ready.returncode == 0, ready.stderr
    ready = run_python("manage.py", "load", *[str(tmp_path / name) for name in PLACE], folder=data)
    assert ready.returncode == 0, ready.stderr + ready.stdout

    for moment in ("reading", "columns", "record"):
        killed = run_python(str(KILLED), moment, answers, book, folder=data)
        assert (killed.returncode, killed.stdout) == (-signal.SIGKILL, "killed\n"), killed.stderr
        assert counts(data) == {"datasets": 0, "runs": 1}
    loaded = run_python("manage.py", "load_answers", answers, book, "--publish", folder=data)

    assert loaded.returncode == 0, loaded.stderr
    assert counts(data) == {"datasets": 1, "runs": 2}
    whole = [path for path in (data / "answers").iterdir() if not path.name.startswith(".")]
    assert [(path / "manifest.json").exists() for path in whole] == [True]
