"""What a load says on a command line: notes and problems, one a line, no more than a person reads."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.loading.problems import Problem

MAX_PRINTED = 200  # problems, and as many notes


def note_lines(notes: Sequence[Problem]) -> Iterator[str]:
    for note in notes[:MAX_PRINTED]:
        yield _("Note: %(note)s") % {"note": note}
    more = len(notes) - MAX_PRINTED
    if more > 0:
        words = ngettext(
            "… and %(count)d more note; the import run in the admin lists it.",
            "… and %(count)d more notes; the import run in the admin lists them.",
            more,
        )
        yield words % {"count": more}


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems[:MAX_PRINTED]:
        yield str(problem)
    more = len(problems) - MAX_PRINTED
    if more > 0:
        words = ngettext(
            "… and %(count)d more problem; the import run in the admin lists it.",
            "… and %(count)d more problems; the import run in the admin lists them.",
            more,
        )
        yield words % {"count": more}
