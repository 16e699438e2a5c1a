"""What both apps need kept: sources, loading runs, chapters, terms, texts of exhibits, the version of the data."""

from portal.models.chapter import Chapter
from portal.models.data_version import DataVersion
from portal.models.exhibit_text import ExhibitText
from portal.models.import_run import ImportRun
from portal.models.source import Source
from portal.models.term import Term

__all__ = ["Chapter", "DataVersion", "ExhibitText", "ImportRun", "Source", "Term"]
