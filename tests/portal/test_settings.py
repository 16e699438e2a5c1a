"""Settings come from the environment; a wrong value stops the start with its name and what to do."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECRET = "k3Jx9" * 12


def start(tmp_path, *words: str, **environment: str) -> subprocess.CompletedProcess:
    """Runs a management command in a process of its own, with nothing but these variables."""
    measured = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE")}
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **measured, **environment},
        capture_output=True,
        text=True,
    )


def setting(tmp_path, expression: str, **environment: str) -> str:
    done = start(
        tmp_path,
        "shell",
        "--verbosity",
        "0",
        "-c",
        f"from django.conf import settings; print({expression})",
        **environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        pytest.param({"DEBUG": "maybe"}, ("DEBUG='maybe'", "1 or 0"), id="boolean"),
        pytest.param({"THREADS": "many"}, ("THREADS='many'", "whole number from 1 to 64"), id="number"),
        pytest.param({"THREADS": "0"}, ("THREADS='0'",), id="number too small"),
        pytest.param({"DATABASE_URL": "oracle://x/y"}, ("DATABASE_URL", "postgres://"), id="database kind"),
        pytest.param(
            {"DATABASE_URL": "postgres://u:hidden@h"}, ("DATABASE_URL", "name of the database"), id="database name"
        ),
        pytest.param({"CACHE_URL": "memcached://x"}, ("CACHE_URL", "redis://"), id="cache"),
        pytest.param({"CONTACT_EMAIL": "data at example"}, ("CONTACT_EMAIL", "data@example.org"), id="contact"),
        pytest.param({"PUBLIC_URL": "example.org"}, ("PUBLIC_URL", "https://example.org"), id="public address"),
        pytest.param({"PUBLIC_URL": "https://example.org?a=1"}, ("PUBLIC_URL",), id="public address with query"),
        pytest.param({"PUBLIC_URL": "https://[example"}, ("PUBLIC_URL",), id="public address half bracketed"),
        pytest.param({"CACHE_URL": "redis://h/words"}, ("CACHE_URL", "redis://host:port/number"), id="cache number"),
        pytest.param({"CACHE_URL": "redis://h:99999/0"}, ("CACHE_URL",), id="cache port"),
        pytest.param({"DATABASE_URL": "sqlite://"}, ("DATABASE_URL", "of its own"), id="database in memory"),
        pytest.param({"ALLOWED_HOSTS": "https://a.org"}, ("ALLOWED_HOSTS", "without scheme"), id="host with scheme"),
        pytest.param({"ALLOWED_HOSTS": "a.org:80"}, ("ALLOWED_HOSTS", "a.org:80"), id="host with port"),
        pytest.param({"SECRET_KEY": "short"}, ("SECRET_KEY", "at least 50"), id="weak secret"),
        pytest.param({"PRODUCTION": "1"}, ("SECRET_KEY", "secrets.token_urlsafe"), id="production without secret"),
        pytest.param({"PRODUCTION": "1", "SECRET_KEY": SECRET}, ("ALLOWED_HOSTS",), id="production without hosts"),
        pytest.param({"PRODUCTION": "1", "DEBUG": "1"}, ("DEBUG=1", "PRODUCTION=1"), id="debug in production"),
    ],
)
def test_a_wrong_value_stops_the_start(tmp_path, environment, words):
    done = start(tmp_path, "check", **environment)

    assert done.returncode != 0
    assert all(word in done.stderr for word in words), done.stderr
    assert "hidden" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        pytest.param(
            {"DATABASE_URL": "postgres://u:hidden@127.0.0.1:1/x"}, ("DATABASE_URL", "x at 127.0.0.1"), id="no server"
        ),
        pytest.param({"DATABASE_URL": "sqlite:////nowhere/a.db"}, ("DATABASE_URL", "/nowhere/a.db"), id="no folder"),
        pytest.param(
            {"CACHE_URL": "redis://:hidden@127.0.0.1:1/0"}, ("CACHE_URL", "redis://:…@127.0.0.1:1/0"), id="no cache"
        ),
        pytest.param({"WORKERS": "many"}, ("WORKERS='many'", "from 1 to 64"), id="workers"),
    ],
)
def test_what_cannot_be_reached_stops_the_server_before_it_prepares_anything(tmp_path, environment, words):
    done = start(tmp_path, "serve", "--prepare-only", **environment)

    assert done.returncode != 0
    assert all(word in done.stderr for word in words), done.stderr
    assert "hidden" not in done.stderr
    assert "Traceback" not in done.stderr
    assert "Checking the database" not in done.stdout


def test_no_hosts_mean_those_of_this_machine(tmp_path):
    assert "127.0.0.1" in setting(tmp_path, "settings.ALLOWED_HOSTS", ALLOWED_HOSTS="")


def test_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")

    done = start(tmp_path, "check", DATA_DIR=str(tmp_path / "file" / "folder"))

    assert done.returncode != 0
    assert "DATA_DIR" in done.stderr


def test_local_secret_is_made_once_and_kept(tmp_path):
    first, second = (setting(tmp_path, "settings.SECRET_KEY") for start_number in (1, 2))

    assert first == second == (tmp_path / "secret").read_text().strip()
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_debug_is_off_unless_asked(tmp_path):
    assert setting(tmp_path, "settings.DEBUG") == "False"
    assert setting(tmp_path, "settings.DEBUG", DEBUG="1") == "True"


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({}, id="local"),
        pytest.param({"PRODUCTION": "1", "SECRET_KEY": SECRET, "ALLOWED_HOSTS": "example.org"}, id="production"),
    ],
)
def test_deployment_checks_are_clean(tmp_path, environment):
    done = start(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **environment)

    assert done.returncode == 0, done.stderr
    assert "0 silenced" in done.stdout or not environment


def test_database_and_cache_follow_the_environment(tmp_path):
    postgres = setting(
        tmp_path,
        "settings.DATABASES['default']['ENGINE'], bool(settings.DATABASES['default']['OPTIONS']['pool'])",
        DATABASE_URL="postgres://user:word@db:5432/portal",
    )
    redis = setting(tmp_path, "settings.CACHES['default']['BACKEND']", CACHE_URL="redis://127.0.0.1:6379/3")

    assert postgres == "django.db.backends.postgresql True"
    assert redis.endswith("RedisCache")


@pytest.mark.django_db
def test_sqlite_waits_keeps_references_and_lets_readers_read(tmp_path):
    code = (
        "from django.db import connection as c; k = c.cursor();"
        "print([k.execute(f'PRAGMA {n}').fetchone()[0] for n in ('journal_mode', 'busy_timeout', 'foreign_keys')])"
    )
    done = start(tmp_path, "shell", "--verbosity", "0", "-c", code)

    assert done.stdout.strip() == "['wal', 20000, 1]"
