"""Redis as the cache: it gives up soon, and fails as files do, so that who keeps something knows one kind of error."""

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

PATIENCE = 0.5  # seconds for a connection, and for an answer; to draw again takes about as long


class QuickRedisCache(RedisCache):
    """Raises OSError where Redis is away, hangs, is full or refuses."""

    def __init__(self, server, params):
        options = {
            "socket_connect_timeout": PATIENCE,
            "socket_timeout": PATIENCE,
            "retry": Retry(NoBackoff(), 1),  # once: a connection from before a restart of Redis is closed
            **params.get("OPTIONS", {}),
        }
        super().__init__(server, {**params, "OPTIONS": options})

    def get(self, key, default=None, version=None):
        try:
            return super().get(key, default, version)
        except RedisError as error:
            raise OSError(str(error)) from error

    def set(self, key, value, *arguments, **names):
        try:
            super().set(key, value, *arguments, **names)
        except RedisError as error:
            raise OSError(str(error)) from error
