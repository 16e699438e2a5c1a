"""A file that a reader sends: held in memory up to a limit, written nowhere, gone with the answer."""

import io
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath
from threading import BoundedSemaphore

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.parameters import ChoiceField, ParameterForm
from portal.refreshing.guards import MOST_BYTES, too_large
from portal.refreshing.refused import RefusedFile

FIELD = "file"
ROUND_THE_FILE = 64 * 1024  # bytes of a form beside its file
AT_ONCE = 2  # files in each process; one of 50 MB takes some hundred MB of memory and some seconds

_places = BoundedSemaphore(AT_ONCE)


class RefreshForm(ParameterForm):
    """What is wanted: to read what would change, or the file."""

    answer = ChoiceField(choices=[("report", "report"), ("file", "file")], required=False)


@dataclass(frozen=True)
class Upload:
    name: str
    document: bytes
    wants_file: bool

    def name_with(self, suffix: str) -> str:
        """Of the file that goes back."""
        return f"{PurePath(self.name).stem[:100] or 'file'}-refreshed{suffix}"


class Busy(Exception):
    """As many files are being refreshed as may be at once."""


@contextmanager
def a_place():
    """Waits for nothing: whoever finds no place is told to come again."""
    if not _places.acquire(blocking=False):
        raise Busy
    try:
        yield
    finally:
        _places.release()


class MemoryHandler(FileUploadHandler):
    """Django's own handlers put larger files on the disk; this one refuses what is too large."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.body = io.BytesIO()

    def receive_data_chunk(self, raw_data, start):
        if start + len(raw_data) > MOST_BYTES:
            raise too_large()
        self.body.write(raw_data)

    def file_complete(self, file_size):
        self.body.seek(0)
        return InMemoryUploadedFile(
            self.body, self.field_name, self.file_name, self.content_type, file_size, self.charset, {}
        )


def read_upload(request: HttpRequest) -> Upload:
    """The file and what is wanted of it, or RefusedFile; nothing is read of what is too large by its own saying."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES + ROUND_THE_FILE:
        raise too_large()
    request.upload_handlers = [MemoryHandler(request)]
    form = RefreshForm.read(request.POST)
    files = request.FILES.getlist(FIELD)
    if len(files) != 1 or len(request.FILES) != 1:
        raise RefusedFile("no-file", _("Please choose one file, a .pptx or .xlsx that was exported here."))
    return Upload(files[0].name or "", files[0].read(), form.values["answer"] == "file")
