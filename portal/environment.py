"""Reads settings from environment variables; a wrong value stops the start and says what to do."""

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off", ""}
DATABASE_SCHEMES = ("postgres", "postgresql", "sqlite")
CACHE_SCHEMES = ("redis", "rediss")
HOST = re.compile(r"\*|\.?[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]")
WEB_ADDRESS = re.compile(r"https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?")

EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def wrong(name: str, value: str, expected: str) -> ImproperlyConfigured:
    """The error that names the variable, its value and what to do."""
    return ImproperlyConfigured(f"{name}={value!r} cannot be used: {expected}")


def read_boolean(name: str, default: bool = False) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    word = value.strip().lower()
    if word not in TRUE_WORDS | FALSE_WORDS:
        raise wrong(name, value, "write 1 or 0, or leave it unset.")
    return word in TRUE_WORDS


def read_whole_number(name: str, default: int, *, lowest: int, highest: int) -> int:
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    if not value.isascii() or not value.isdigit() or not lowest <= int(value) <= highest:
        raise wrong(name, value, f"write a whole number from {lowest} to {highest}.")
    return int(value)


def read_hosts(name: str, default: list[str]) -> list[str]:
    """Host names separated by commas."""
    hosts = [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
    for host in hosts:
        if not HOST.fullmatch(host):
            raise wrong(name, host, "write host names without scheme, port and path, such as example.org,[::1].")
    return hosts or default


def read_folder(name: str, default: Path) -> Path:
    """An absolute folder that exists afterwards and can be written."""
    value = os.environ.get(name) or str(default)
    folder = Path(value).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise wrong(name, value, f"name a folder that can be made and written ({error.strerror}).") from error
    if not os.access(folder, os.W_OK):
        raise wrong(name, value, "name a folder that you may write.")
    return folder


def read_address(name: str) -> str:
    """An http or https address without a path, or nothing."""
    value = os.environ.get(name, "").rstrip("/")
    if value and not WEB_ADDRESS.fullmatch(value):
        raise wrong(name, value, "write scheme and host only, such as https://example.org.")
    return value


def read_email(name: str) -> str:
    """An address of e-mail, or nothing."""
    value = os.environ.get(name, "").strip()
    if value and not EMAIL.fullmatch(value):
        raise wrong(name, value, "write one address, such as data@example.org, or leave it unset.")
    return value


def read_secret(name: str, folder: Path, *, required: bool) -> str:
    """The secret from the environment; for local use one is made once and kept in `folder`."""
    value = os.environ.get(name, "")
    if value:
        if len(value) < 50 or len(set(value)) < 5:
            raise wrong(
                name,
                "…",
                "use at least 50 characters that cannot be guessed; "
                "python -c 'import secrets; print(secrets.token_urlsafe(50))' makes some.",
            )
        return value
    if required:
        raise wrong(
            name,
            "",
            "PRODUCTION=1 needs a secret of its own; "
            "python -c 'import secrets; print(secrets.token_urlsafe(50))' makes one.",
        )
    file = folder / "secret"
    try:
        # "x" lets the first of several processes that start together win.
        with open(file, "x", opener=lambda path, flags: os.open(path, flags, 0o600)) as kept:
            kept.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return file.read_text().strip()


def read_database(name: str, folder: Path, *, pool_size: int) -> dict:
    """Django's database settings: SQLite in `folder`, or what DATABASE_URL names."""
    value = os.environ.get(name) or f"sqlite:///{folder / 'portal.sqlite3'}"
    scheme = value.partition("://")[0]
    if scheme not in DATABASE_SCHEMES or "://" not in value:
        raise wrong(
            name, without_password(value), "write postgres://user:password@host:port/name or sqlite:////path/to/file."
        )
    try:
        database: dict[str, Any] = dict(dj_database_url.parse(value))
    except ValueError as error:
        raise wrong(name, without_password(value), f"it does not read as a database address ({error}).") from error
    if database["NAME"] == ":memory:":
        raise wrong(name, value, "each process would have a database of its own; write sqlite:////path/to/file.")
    if not database["NAME"]:
        raise wrong(name, without_password(value), "add the name of the database at its end.")
    if database["ENGINE"].endswith("sqlite3"):
        # WAL lets readers read during a long load; IMMEDIATE makes writers wait instead of failing.
        database["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        }
    else:
        database["OPTIONS"] = database.get("OPTIONS", {}) | {
            "pool": {"min_size": 1, "max_size": pool_size, "timeout": 20}
        }
    return database


def read_cache(name: str, folder: Path) -> dict:
    """Django's cache settings: files in `folder`, or the Redis that CACHE_URL names."""
    value = os.environ.get(name, "")
    if not value:
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": str(folder / "cache"),
            "TIMEOUT": None,
            "OPTIONS": {"MAX_ENTRIES": 5000},
        }
    if not is_cache_address(value):
        raise wrong(name, without_password(value), "write redis://host:port/number, or leave it unset.")
    return {"BACKEND": "portal.redis_cache.QuickRedisCache", "LOCATION": value, "TIMEOUT": None}


def is_cache_address(value: str) -> bool:
    """Whether scheme, host, port and number read as they should."""
    try:
        parts = urlsplit(value)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return is_whole and parts.scheme in CACHE_SCHEMES and re.fullmatch(r"(/\d*)?", parts.path) is not None


def without_password(value: str) -> str:
    """An address as it may be printed in an error."""
    head, at, tail = value.rpartition("@")
    if not at:
        return value
    scheme, _, user = head.partition("://")
    return f"{scheme}://{user.partition(':')[0]}:…@{tail}"
