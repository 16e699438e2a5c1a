"""The command that serves: it refuses what it cannot serve before it prepares anything, and repeats nothing."""

import os
import socket
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from portal.management.commands.serve import require_free

GOOD_FILES = Path(__file__).parents[1] / "files" / "good"


def test_a_port_that_another_server_has_is_refused():
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # as Granian opens its own
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"127.0.0.1:{port} cannot be served .*choose another port"):
            call_command("serve", port=port)


def test_a_free_port_stays_free():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]

    require_free("127.0.0.1", port)
    require_free("127.0.0.1", port)


@pytest.mark.parametrize("port", [0, 65536, -1])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(CommandError, match=r"expected a number from 1 to 65535"):
        call_command("serve", port=port)


def test_an_address_that_is_not_ours_is_refused():
    with pytest.raises(CommandError, match=r"203\.0\.113\.7:8000 cannot be served"):
        call_command("serve", host="203.0.113.7")


@pytest.mark.django_db
def test_the_first_start_prepares_all_and_the_second_repeats_nothing(tmp_path, settings, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.PUBLIC_URL = ""
    monkeypatch.setenv("PUBLIC_URL", "")
    monkeypatch.setenv("WORKERS", "3")
    started = []
    monkeypatch.setattr("os.execv", lambda program, command: started.append(command))
    first, second = StringIO(), StringIO()

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    call_command("serve", port=port, stdout=first)
    call_command("serve", port=port, stdout=second)

    assert "Collecting and compressing static files" in first.getvalue()
    assert "Loaded" in first.getvalue()
    assert f"http://127.0.0.1:{port}/admin/" in first.getvalue()
    assert "no user yet" in first.getvalue()
    assert "Collecting" not in second.getvalue()
    assert "loaded before, not changed since" in second.getvalue()
    assert started[0] == started[1]
    assert started[0][1:3] == ["-m", "granian"]
    assert started[0][started[0].index("--workers") + 1] == "3"
    assert os.environ["PUBLIC_URL"] == f"http://127.0.0.1:{port}"


@pytest.mark.django_db
def test_preparing_alone_starts_no_server(tmp_path, settings, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.FIXTURES_DIR = GOOD_FILES
    monkeypatch.setattr("os.execv", lambda program, command: pytest.fail("a server was started"))
    out = StringIO()

    call_command("serve", prepare_only=True, stdout=out)

    assert "Ctrl-C" not in out.getvalue()
    assert (tmp_path / "static" / ".collected").exists()
