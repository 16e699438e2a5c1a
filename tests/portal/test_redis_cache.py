"""A Redis that is away or hangs is given up soon, with the error that a cache of files would raise."""

import socket

import pytest

from portal import redis_cache
from portal.redis_cache import QuickRedisCache


@pytest.fixture
def hanging():
    """The address of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"


def cache_at(address: str) -> QuickRedisCache:
    return QuickRedisCache(address, {"TIMEOUT": None})


def test_a_server_that_is_away_is_an_os_error():
    cache = cache_at("redis://127.0.0.1:1/0")

    with pytest.raises(OSError, match="refused"):
        cache.get("key")
    with pytest.raises(OSError, match="refused"):
        cache.set("key", b"value")


def test_a_server_that_hangs_is_given_up(hanging, monkeypatch):
    monkeypatch.setattr(redis_cache, "PATIENCE", 0.05)
    cache = cache_at(hanging)

    with pytest.raises(OSError, match="[Tt]imeout"):
        cache.get("key")


def test_half_a_second_is_all_it_is_given():
    pool = cache_at("redis://127.0.0.1:1/0")._cache._pool_options

    assert (pool["socket_timeout"], pool["socket_connect_timeout"]) == (0.5, 0.5)
