"""The command that serves refuses what it cannot serve, before it prepares anything."""

import socket

import pytest
from django.core.management import CommandError, call_command

from portal.management.commands.serve import require_free


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
