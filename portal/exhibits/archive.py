"""Several files as one ZIP archive with checksums; the same files and time give the same bytes."""

import hashlib
import io
import zipfile
from datetime import UTC, datetime

SUMS = "SHA256SUMS"


def archive_of(files: dict[str, bytes], updated: datetime) -> bytes:
    """The files under their names, then SHA256SUMS as `sha256sum -c` reads it."""
    sums = "".join(f"{hashlib.sha256(body).hexdigest()}  {name}\n" for name, body in files.items())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, body in {**files, SUMS: sums.encode()}.items():
            archive.writestr(entry(name, updated), body)
    return out.getvalue()


def entry(name: str, updated: datetime) -> zipfile.ZipInfo:
    """A compressed, readable file with a time that does not depend on the clock."""
    info = zipfile.ZipInfo(name, updated.astimezone(UTC).timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3  # Unix, whose permissions follow
    info.external_attr = 0o100644 << 16
    return info
