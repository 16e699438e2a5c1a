"""RefusedFile: why a file is not looked into any further."""

import logging
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _
from lxml import etree

# What libraries raise on parts that are well-formed but not as the format has them.
BROKEN = (LookupError, ValueError, TypeError, AttributeError, NotImplementedError, EOFError, RecursionError,
          ArithmeticError, struct.error, etree.LxmlError, zipfile.BadZipFile)  # fmt: skip

PPTX_ERRORS = "pptx.exc"  # by name, as the library is loaded only where it is needed

logger = logging.getLogger(__name__)


class RefusedFile(Exception):
    """`code` names the reason for programs, the text says it to people and tells them what to do."""

    def __init__(self, code: str, text: str):
        super().__init__(text)
        self.code, self.text = code, text


def damaged() -> RefusedFile:
    return RefusedFile("damaged", _("The file is damaged or not whole. Please save it anew and try again."))


@contextmanager
def reading_what_others_wrote() -> Iterator[None]:
    """Libraries fail in many ways on odd files: all of them mean "damaged" here, and the log has the reason.

    Only for steps that touch the file; making exhibits stays outside, so that our own mistakes show.
    """
    try:
        yield
    except Exception as error:
        if not isinstance(error, BROKEN) and type(error).__module__ != PPTX_ERRORS:
            raise
        logger.warning("A file could not be refreshed", exc_info=error)
        raise damaged() from error
