"""The index of search in a file: other processes and later starts read it instead of making it again.

Files lie in DATA_DIR, beside the portal's own secrets, and hold values of our own classes as `pickle` writes them. Each
belongs to one database and one state of the code; its name also says of which data version it is.
"""

import hashlib
import logging
import pickle
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection

from portal.release import release
from portal.site.search.index import Index
from portal.versions import Version

logger = logging.getLogger(__name__)
FOLDER = "search"  # in DATA_DIR


def read_index(version: Version) -> Index | None:
    """The index of the version, else the newest one of earlier data; None where there is none that can be read."""
    for file in [path_of(version), *newest_first()]:
        try:
            return pickle.loads(file.read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError):
            continue  # not there, just taken away, or written to a full disk
    return None


def write_index(index: Index, version: Version) -> None:
    """In one step: a reader finds the old file or the new one, whole. Those of earlier data go.

    Search answers without the file: a folder that cannot be written to is told in the log, not to readers.
    """
    path = path_of(version)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
            written = Path(scratch) / path.name
            written.write_bytes(pickle.dumps(index, protocol=pickle.HIGHEST_PROTOCOL))
            written.replace(path)
        for other in path.parent.glob(f"{database_name()}-*"):
            if other != path:
                other.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("The index of search is not kept for other processes (%s): %s", path.parent, error)


def is_written(version: Version) -> bool:
    return path_of(version).exists()


def path_of(version: Version) -> Path:
    return folder() / f"{code_name()}-{version.number:09}-{version.changed:%Y%m%d%H%M%S%f}.pickle"


def newest_first() -> list[Path]:
    return sorted(folder().glob(f"{code_name()}-*.pickle"), reverse=True)


def folder() -> Path:
    return Path(settings.DATA_DIR) / FOLDER


def code_name() -> str:
    """What files begin with that this code can read."""
    return f"{database_name()}-{release()}"


def database_name() -> str:
    """What files of this database begin with."""
    place = "\n".join(str(connection.settings_dict.get(key, "")) for key in ("ENGINE", "HOST", "PORT", "NAME"))
    return hashlib.sha256(place.encode()).hexdigest()[:12]
