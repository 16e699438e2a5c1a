"""Database and cache are asked before anything rests on them, so that a wrong address is said as one."""

from django.conf import settings
from django.core.cache import cache
from django.core.management import CommandError
from django.db import connection

from portal.environment import without_password


def require_database() -> None:
    """Connects once past the pool, which would wait and then hide the reason."""
    parameters = connection.get_connection_params()
    if connection.vendor == "postgresql":
        parameters.setdefault("connect_timeout", 5)  # seconds
    try:
        connection.Database.connect(**parameters).close()
    except connection.Database.Error as error:
        address = settings.DATABASES["default"]
        place = f" at {address['HOST']}" if address["HOST"] else ""
        raise CommandError(
            f"DATABASE_URL: the database {address['NAME']}{place} cannot be used ({reason_of(error)}); "
            "start it, make it, or correct the address."
        ) from error


def require_cache() -> None:
    try:
        cache.get("reachable")
    except OSError as error:
        address = without_password(str(settings.CACHES["default"]["LOCATION"]))
        raise CommandError(
            f"CACHE_URL: the cache {address} cannot be used ({reason_of(error)}); "
            "start it, correct the address, or leave it unset."
        ) from error


def reason_of(error: Exception) -> str:
    """The error in one line."""
    return " ".join(str(error).split())
