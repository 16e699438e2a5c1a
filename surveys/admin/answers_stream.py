"""The answer to a check or a load of answers, in parts: people see rows being read, with and without JavaScript."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import get_language, override

from portal.models import ImportRun
from surveys.intake.reading import read_aloud
from surveys.intake.summary import question_lines, weight_lines
from surveys.intake.telling import progress_line
from surveys.intake.tickets import Ticket
from surveys.intake.uploads import keep_for_good
from surveys.loading_answers import AnswersLoad, Attempt, finish

BREAK = "<!-- what comes while the file is read -->"  # where the frame of the page is cut in two


def streamed(
    request: HttpRequest, frame: str, attempt: Attempt, ticket: Ticket, *, dry_run: bool, is_published: bool
) -> StreamingHttpResponse:
    """`frame` is the page with BREAK in it."""
    top, bottom = frame.split(BREAK)
    language = get_language() or "en"

    def parts() -> Iterator[str]:
        with override(language):  # the server takes them when the request has left the language behind
            yield top
            yield '<ol class="answers-progress">'
            steps, answers = read_aloud(attempt), None
            while True:
                try:
                    yield format_html("<li>{}</li>", progress_line(*next(steps)))
                except StopIteration as stop:
                    answers = stop.value
                    break
            yield "</ol>"
            load = finish(attempt, answers, dry_run=dry_run, is_published=is_published)
            if load.dataset is not None:
                keep_for_good(ticket.sha256)
            yield result(request, load, ticket)
            yield bottom

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingHttpResponse(parts(), headers=headers)


def result(request: HttpRequest, load: AnswersLoad, ticket: Ticket) -> str:
    """What came of it; the ticket goes on to the next step where the files are good."""
    is_good = load.run.outcome == ImportRun.Outcome.CHECKED
    counted = load.answers if load.answers is not None and not load.run.refusals else None
    context = {
        "run": load.run,
        "dataset": load.dataset,
        "ticket": ticket.sign() if is_good else "",
        "is_held": is_good and not load.run.counts["answers"]["added"],
        "questions": question_lines(counted) if counted else [],
        "weights": weight_lines(counted) if counted else [],
        "respondents": counted.respondents if counted else 0,
    }
    return render_to_string("surveys/administration/_load_result.html", context, request)
