"""A small file of answers with its codebook, for whatever loads one."""

from pathlib import Path

from portal.loading.problems import Report
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.reading import read_codebook
from surveys.models import Wave
from tests import factories as make

ANSWERS = "region,use,w\n" + "Europe,yes,1\nAsia,no,2\nEurope,no,1\nAfrica,,2\n"
CODEBOOK = """codebook: 1
survey: clouds
wave: '2026'
questions:
- code: region
  kind: single
  columns: region
  break: public
  options: {europe: Europe, asia: Asia, africa: Africa}
- code: use
  kind: single
  columns: use
  options: {'yes': 'yes', 'no': 'no'}
- code: w
  kind: weight
  columns: w
"""


def make_place() -> Wave:
    """The wave that CODEBOOK names."""
    return make.make_wave(survey=make.make_survey(slug="clouds"), slug="2026", name_en="2026")


def codebook(text: str = CODEBOOK) -> Codebook:
    report = Report()
    book = read_codebook("book.yaml", text.encode(), report)
    assert book is not None, [str(problem) for problem in report.problems]
    return book


def write_files(folder: Path, *, answers: str = ANSWERS, book: str = CODEBOOK) -> tuple[str, str]:
    """Paths of both files, as a command takes them."""
    (folder / "answers.csv").write_text(answers, encoding="utf-8")
    (folder / "book.yaml").write_text(book, encoding="utf-8")
    return str(folder / "answers.csv"), str(folder / "book.yaml")
