"""Opens a file of answers, whatever its format: delimited text, a workbook or an SPSS file."""

from pathlib import Path

from django.utils.translation import gettext as _

from portal.loading.encoding import OLE_MAGIC, ZIP_MAGIC
from portal.loading.problems import Report
from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.sources import Source
from surveys.microdata.answers.spss import open_spss
from surveys.microdata.answers.text_files import open_text
from surveys.microdata.answers.workbooks import open_workbook
from surveys.microdata.codebook.codebook import FileForm

MEGABYTE = 1024 * 1024
MOST_BYTES = 2048 * MEGABYTE
SPSS_MAGIC = (b"$FL2", b"$FL3")
TEXT, WORKBOOK, SPSS = (".csv", ".tsv", ".txt", ".tab"), (".xlsx",), (".sav", ".zsav")
MACROS, OLD = (".xlsm", ".xltm", ".xlam", ".xlsb"), (".xls", ".ods")


def open_file(name: str, given: Path | bytes, form: FileForm, report: Report) -> AnswerFile | None:
    """The file with its headings read, or None when a problem was added. Rows are read when they are asked for."""
    source = Source(name, given)
    try:
        size, start = source.size, source.start(8)
    except OSError as error:
        report.add(name, None, "", "", _("cannot be read: %(reason)s") % {"reason": error.strerror})
        return None
    refused = _refusal(Path(name).suffix.lower(), size, start)
    if refused:
        report.add(name, None, "", "", refused)
        return None
    if start.startswith(ZIP_MAGIC):
        return open_workbook(source, form, report)
    if start.startswith(SPSS_MAGIC):
        return open_spss(source, form, report)
    return open_text(source, form, report)


def _refusal(suffix: str, size: int, start: bytes) -> str:
    """Why a file is not opened at all; "" where it is. Its first bytes must be those that its name promises."""
    if suffix in MACROS:
        return _("workbooks with macros are not opened; save it as .xlsx")
    if suffix not in TEXT + WORKBOOK + SPSS:
        if suffix in OLD:
            return _("this format is not read; save it as .xlsx or as CSV in UTF-8")
        return _("expected a file whose name ends in .csv, .tsv, .txt, .xlsx or .sav")
    if not size:
        return _("the file is empty; expected headings and a row a respondent")
    if size > MOST_BYTES:
        return _("expected at most %(limit)d MB; split the file") % {"limit": MOST_BYTES // MEGABYTE}
    if start.startswith(OLE_MAGIC):
        return _("this is an old or an encrypted workbook; save it as .xlsx without a password")
    looks = WORKBOOK if start.startswith(ZIP_MAGIC) else SPSS if start.startswith(SPSS_MAGIC) else TEXT
    if suffix not in looks:
        return _("the name ends in %(suffix)s, but its content is that of a %(looks)s file") % {
            "suffix": suffix,
            "looks": looks[0],
        }
    return ""
