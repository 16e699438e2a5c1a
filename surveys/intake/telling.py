"""What a load of answers says in words: how far it has come, and what is stored now."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.microdata.answers.file import AnswerFile
from surveys.microdata.answers.layouts.recognising import PLAIN, Layout
from surveys.models import Dataset


def progress_line(done: int, total: int | None) -> str:
    """`total` is None where the file does not say how many rows it has."""
    if total is None:
        return ngettext("%(done)s row read", "%(done)s rows read", done) % {"done": f"{done:,}"}
    return _("%(done)s of %(total)s rows read") % {"done": f"{done:,}", "total": f"{total:,}"}


def dataset_line(dataset: Dataset) -> str:
    words = (
        ngettext(
            "%(dataset)s: %(count)s respondent, published",
            "%(dataset)s: %(count)s respondents, published",
            dataset.respondents,
        )
        if dataset.is_published
        else ngettext(
            "%(dataset)s: %(count)s respondent, not published",
            "%(dataset)s: %(count)s respondents, not published",
            dataset.respondents,
        )
    )
    return words % {"dataset": dataset, "count": f"{dataset.respondents:,}"}


def file_line(file: AnswerFile, layout: Layout) -> str:
    """What was recognised of a file, in one line."""
    words = _("%(name)s: layout %(layout)s, %(encoding)s, %(rows)d rows of headings, %(columns)d columns")
    return words % {
        "name": file.name,
        "layout": layout.name if layout is PLAIN else f"{layout.name} ({layout.title})",
        "encoding": file.form.encoding or Path(file.name).suffix.lstrip("."),
        "rows": file.form.heading_rows,
        "columns": file.width,
    }
