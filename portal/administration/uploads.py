"""What lies between checking an upload and writing it: the bytes, kept by their hash, and a signed ticket for them.

So exactly what was checked is written: whoever changes the ticket or the kept file is refused.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.loading.files import InputFile
from portal.models import ImportRun
from portal.versions import stored_version

FOLDER = "uploads"
KEPT_FOR = timedelta(days=1)
SALT = "portal.administration.uploads"


class UploadRefused(Exception):
    """Says why a checked upload cannot be written, and what to do."""


@dataclass(frozen=True)
class Ticket:
    """What was checked, by whom, on which state of the data, and what it would have done."""

    files: tuple[tuple[str, str], ...]  # name, SHA-256
    who: int
    version: int
    counts: dict[str, dict[str, int]]

    def sign(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    @classmethod
    def read(cls, text: str, *, who: int) -> "Ticket":
        """The ticket, if it is ours, this person's and of today."""
        try:
            values = signing.loads(text, salt=SALT, max_age=KEPT_FOR)
        except signing.SignatureExpired as error:
            raise UploadRefused(_("This check is more than a day old. Choose the files again.")) from error
        except signing.BadSignature as error:
            raise UploadRefused(_("This is not a check made here. Choose the files again.")) from error
        ticket = cls(**values | {"files": tuple((name, sha256) for name, sha256 in values["files"])})
        if ticket.who != who:
            raise UploadRefused(_("Someone else made this check. Choose the files again."))
        return ticket

    def fits(self, run: ImportRun) -> bool:
        """Whether a new check of the same files comes to the same result."""
        return run.outcome == ImportRun.Outcome.CHECKED and run.counts == self.counts


def make_ticket(files: list[InputFile], run: ImportRun, *, version: int) -> Ticket:
    """Keeps the files and names them. `version` is that of the data before they were checked."""
    remove_old()
    return Ticket(tuple((file.name, keep(file.content)) for file in files), run.who_id, version, run.counts)


def data_has_moved(ticket: Ticket) -> bool:
    return stored_version().number != ticket.version


def keep(content: bytes) -> str:
    """The hash under which the bytes lie for a day."""
    sha256 = hashlib.sha256(content).hexdigest()
    # Saved anew when it is there already: its day begins again, and half a file of a killed process is mended.
    default_storage.delete(place(sha256))
    default_storage.save(place(sha256), ContentFile(content))
    return sha256


def kept_files(ticket: Ticket) -> list[InputFile]:
    """The bytes that were checked, or UploadRefused."""
    return [InputFile(name, kept_content(name, sha256)) for name, sha256 in ticket.files]


def kept_content(name: str, sha256: str) -> bytes:
    try:
        with default_storage.open(place(sha256)) as file:
            content = file.read()
    except FileNotFoundError as error:
        raise UploadRefused(_("%(name)s is no longer kept here. Choose the files again.") % {"name": name}) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise UploadRefused(_("%(name)s has changed since it was checked. Choose the files again.") % {"name": name})
    return content


def place(sha256: str) -> str:
    return f"{FOLDER}/{sha256}"


def remove_old() -> None:
    """Removes what was kept for longer than a day."""
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        if default_storage.get_modified_time(f"{FOLDER}/{name}") < timezone.now() - KEPT_FOR:
            default_storage.delete(f"{FOLDER}/{name}")
