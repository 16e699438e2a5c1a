"""What goes from one step of uploading answers to the next: the names and hashes of kept files, signed."""

from dataclasses import asdict, dataclass, replace

from django.core import signing
from django.utils.translation import gettext as _

from portal.administration.uploads import KEPT_FOR, UploadRefused

SALT = "surveys.intake.tickets"


@dataclass(frozen=True)
class Ticket:
    """A file of answers, how to open it, and the codebook that it was checked with, where it was."""

    who: int
    name: str
    sha256: str
    encoding: str = ""
    sheet: str = ""
    codebook_name: str = ""
    codebook_sha256: str = ""

    def with_codebook(self, name: str, sha256: str) -> "Ticket":
        return replace(self, codebook_name=name, codebook_sha256=sha256)

    def sign(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    @classmethod
    def read(cls, text: str, *, who: int) -> "Ticket":
        """The ticket, if it is ours, this person's and of today; UploadRefused where it is not."""
        try:
            ticket = cls(**signing.loads(text, salt=SALT, max_age=KEPT_FOR))
        except signing.SignatureExpired as error:
            raise UploadRefused(_("This check is more than a day old. Choose the files again.")) from error
        except signing.BadSignature as error:
            raise UploadRefused(_("This is not a check made here. Choose the files again.")) from error
        if ticket.who != who:
            raise UploadRefused(_("Someone else made this check. Choose the files again."))
        return ticket
