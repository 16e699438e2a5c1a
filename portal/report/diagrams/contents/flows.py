"""What happens in time: when code runs and is paid, and what an event starts."""

from django.utils.translation import gettext_lazy as _

from portal.report.diagrams.content import DiagramContent, Part

REQUESTS = DiagramContent(
    code="requests",
    page=9,
    template="timelines",
    original=_("LeadLeo Research Institute"),
    title=_("Requests with and without a server"),
    finding=_("A server costs also while nobody asks; serverless code is started, and paid, by the request"),
    description=_(
        "Two lines of time with the same four requests. With a server, it runs all the time and costs also between the "
        "requests. Without one, code is started by each request, and only its execution is paid; in between nothing "
        "runs."
    ),
    parts=(
        Part("server", "lane", _("With a server"), _("It waits for requests, and waiting costs too.")),
        Part("serverless", "lane", _("Serverless"), _("The request starts the code; in between nothing runs.")),
        Part("request", "request", _("Request"), "", leads_to=("execution",)),
        Part("execution", "work", _("Working, paid")),
        Part("waiting", "idle", _("Waiting, paid as well"), "", "server"),
        Part("time", "time", _("Time")),
    ),
    note=_("The moments of the requests are an illustration; nothing is measured."),
)

EVENT_DRIVEN = DiagramContent(
    code="event-driven",
    page=9,
    template="fan",
    original=_("LeadLeo Research Institute"),
    title=_("Event-driven computing"),
    finding=_("Each event starts a process of its own, and processes share no memory"),
    description=_(
        "Three events reach a trigger. For each of them it starts a fresh process, and each process gives one result. "
        "The processes share no memory."
    ),
    parts=(
        Part("event", "event", _("Event"), _("Something happens"), leads_to=("trigger",)),
        Part("trigger", "trigger", _("Trigger"), _("Starts code for each event"), leads_to=("process",)),
        Part("process", "process", _("Process"), _("Fresh for each event"), leads_to=("result",)),
        Part("result", "result", _("Result"), _("One for each event")),
        Part("no-shared-memory", "wall", _("No shared memory"), _("what one process holds, no other sees")),
    ),
)
