"""ZIP archives whose bytes depend on their content alone: several files with checksums, and office files."""

import hashlib
import io
import re
import zipfile
from datetime import UTC, datetime

SUMS = "SHA256SUMS"
STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


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


def repacked(document: bytes, updated: datetime) -> bytes:
    """An office file, and the workbooks inside it, with one fixed time, so that the same content is the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as read, zipfile.ZipFile(out, "w") as archive:
        for name in read.namelist():
            body = read.read(name)
            if name.endswith(".xlsx"):
                body = repacked(body, updated)
            if name == "docProps/core.xml":
                body = STAMPS.sub(rf"\g<1>{updated.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".encode(), body)
            archive.writestr(entry(name, updated), body)
    return out.getvalue()
