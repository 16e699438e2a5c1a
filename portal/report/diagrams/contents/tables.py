"""Where serverless ends, and where it fits."""

from django.utils.translation import gettext_lazy as _

from portal.report.diagrams.content import TableContent

LIMITS = TableContent(
    code="limits",
    page=10,
    original="ZStack",
    title=_("Limits of serverless"),
    finding=_("Six limits keep serverless from being the first choice for complex applications"),
    first=_("Limit"),
    headings=(("meaning", _("What it means")), ("hits", _("What it hits"))),
    rows=(
        (
            "cold-start",
            _("Latency of cold starts"),
            (_("It depends on the language and the load."), _("Hard real-time use, which it rules out")),
        ),
        (
            "concurrency",
            _("Cost of concurrency"),
            (_("Each request starts a process of its own."), _("Services with heavy concurrency")),
        ),
        (
            "run-time",
            _("Limited run time"),
            (_("A run is ended at a limit."), _("Programs that run long, which are not possible")),
        ),
        (
            "debugging",
            _("Poor debugging and tools"),
            (_("Each try needs another upload."), _("Everybody who develops and looks for errors")),
        ),
        (
            "building",
            _("Complex building"),
            (_("A business is cut into hundreds or thousands of functions."), _("Large applications")),
        ),
        (
            "dependence",
            _("Dependence on the provider"),
            (_("Everything below the code is the provider’s."), _("Whoever wants to move elsewhere")),
        ),
    ),
)

SCENARIOS = TableContent(
    code="scenarios",
    page=10,
    original="CSDN",
    title=_("Where serverless fits"),
    finding=_("What fits is event-based work whose load has clear peaks and valleys: four scenarios"),
    first=_("Scenario"),
    headings=(("course", _("How it runs")), ("trigger", _("What starts it"))),
    rows=(
        (
            "web-mobile",
            _("Web and mobile backends"),
            (_("Functions answer behind an API gateway."), _("A request from a page or a program")),
        ),
        (
            "media",
            _("Processing of media"),
            (_("Several functions transcode what was uploaded to object storage."), _("The upload of a file")),
        ),
        (
            "iot",
            _("Streams of the Internet of Things"),
            (_("Data are sorted and written to a backend."), _("Data from a device")),
        ),
        (
            "events",
            _("Any other event-driven use"),
            (_("For example, a chatbot answers a message."), _("An event, such as a message")),
        ),
    ),
)
