"""Prepares the database, the data, the index of search and the static files, then becomes the server."""

import hashlib
import os
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import BaseCommand, CommandError, call_command

from portal.environment import read_whole_number
from portal.management.reachable import require_cache, require_database
from portal.site.search.keeping import prepare

UNUSED_STATIC = ["redoc*"]  # a second viewer of API documents that comes with django-ninja
WORKERS_AT_MOST = 4  # by default; WORKERS says otherwise


class Command(BaseCommand):
    help = "Migrates, loads fixtures/, collects static files and serves the portal on this machine."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--prepare-only", action="store_true", help="do all but serve")

    def handle(self, *args, host: str, port: int, prepare_only: bool, **options):
        if not 1 <= port <= 65535:
            raise CommandError(f"--port {port}: expected a number from 1 to 65535.")
        workers = read_whole_number("WORKERS", min(WORKERS_AT_MOST, os.cpu_count() or 1), lowest=1, highest=64)
        if not prepare_only:
            require_free(host, port)
        require_database()
        require_cache()
        self.stdout.write(
            f"Data in {settings.DATA_DIR}, database {settings.DATABASES['default']['ENGINE'].split('.')[-1]}."
        )
        self.stdout.write("Checking the database …")
        call_command("check", database=["default"], verbosity=0)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load", str(settings.FIXTURES_DIR), if_changed=True, stdout=self.stdout)
        prepare()
        self._collect_static()
        if prepare_only:
            return
        self._say_where(host, port)
        self.stdout.flush()
        # Exports and citations name full addresses: those of this machine where no public one is given.
        os.environ["PUBLIC_URL"] = settings.PUBLIC_URL or f"http://{host}:{port}"
        os.execv(sys.executable, server_command(host, port, workers))

    def _collect_static(self) -> None:
        """Hashes and compresses the static files, only when one has changed."""
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        state = static_state()
        if stamp.exists() and stamp.read_text() == state:
            return
        self.stdout.write("Collecting and compressing static files …")
        call_command(
            "collectstatic", interactive=False, verbosity=0, clear=stamp.exists(), ignore_patterns=UNUSED_STATIC
        )
        stamp.write_text(state)

    def _say_where(self, host: str, port: int) -> None:
        address = f"http://{host}:{port}"
        self.stdout.write(self.style.SUCCESS(f"\nServerless Market Watch   {address}/"))
        self.stdout.write(f"API and its documentation  {address}/api/v1/docs")
        self.stdout.write(f"For the research team      {address}/admin/")
        if not get_user_model().objects.exists():
            self.stdout.write("                           no user yet: `make admin` makes one")
        self.stdout.write("Ctrl-C stops the server.\n")


def require_free(host: str, port: int) -> None:
    """Granian would share a port with who has it already, and two servers would answer in turns."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # passes by connections that are closing
            probe.bind(address)
    except OSError as error:
        reason = f"{host}:{port} cannot be served ({error.strerror})"
        raise CommandError(f"{reason}; choose another port, such as make serve PORT={port % 65535 + 1}.") from error


def server_command(host: str, port: int, workers: int) -> list[str]:
    """Granian over WSGI: worker processes that are replaced when they die, threads within each."""
    options = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--workers": str(workers),
        "--blocking-threads": str(settings.THREADS),
        "--backlog": "1024",
        "--workers-kill-timeout": "10",
        "--log-level": "warning",
    }
    words = [word for option in options.items() for word in option]
    return [sys.executable, "-m", "granian", *words, "--respawn-failed-workers", "portal.wsgi:application"]


def static_state() -> str:
    """A hash of names, sizes and times of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
