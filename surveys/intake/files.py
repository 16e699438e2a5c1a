"""Codebooks from the file system, and as files."""

from pathlib import Path

from portal.loading.files import read_file
from portal.loading.problems import Report
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.codebook.workbook_writing import codebook_workbook
from surveys.microdata.codebook.writing import codebook_yaml

FORMS = {".yaml": "application/yaml", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def codebook_file(path: Path, report: Report) -> Codebook | None:
    """The codebook in a file, or None when a problem was added."""
    file = read_file(path, report)
    return file and read_codebook(file.name, file.content, report)


def codebook_bytes(codebook: Codebook, suffix: str) -> bytes:
    """The codebook as a file of one of FORMS."""
    return codebook_workbook(codebook) if suffix == ".xlsx" else codebook_yaml(codebook).encode()
