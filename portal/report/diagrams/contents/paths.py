"""The paths that lead to functions: what users manage, and the unit that scales."""

from django.utils.translation import gettext_lazy as _

from portal.report.diagrams.content import DiagramContent, Part

EVOLUTION_PATH = DiagramContent(
    code="evolution-path",
    page=7,
    template="staircase",
    original="IBM",
    title=_("The path to serverless"),
    finding=_("At each step from the machine to the function, less is left for users to manage"),
    description=_(
        "Four steps lead from physical machines through virtual machines and containers to functions. At each step "
        "users manage less and the provider manages more. At the last one users hand over code, and the provider "
        "supplies hosts, operating systems, resources, scaling and middleware."
    ),
    parts=(
        Part("machine", "step", _("Physical machine"), _("Where the path begins"), leads_to=("virtual-machine",)),
        Part("virtual-machine", "step", _("Virtual machine"), _("Scales by the whole machine"), "", ("container",)),
        Part("container", "step", _("Container"), _("What carries serverless"), "", ("function",)),
        Part("function", "step", _("Function"), _("Code, uploaded as a package")),
        Part("user", "user", _("Managed by users")),
        Part(
            "provider",
            "provider",
            _("Managed by the provider"),
            _("Hosts, operating systems, resources, scaling, middleware"),
        ),
    ),
    note=_("The heights show the order of the steps only; nothing is measured."),
)

INFRASTRUCTURE_EVOLUTION = DiagramContent(
    code="infrastructure-evolution",
    page=11,
    template="shrinking",
    original=_("Alibaba Cloud, Gartner"),
    title=_("How cloud-native infrastructure evolved"),
    finding=_("What scales as one piece has shrunk from a virtual machine to a process"),
    description=_(
        "Three steps. A classic server scales by whole virtual machines. Containers are what carries serverless; users "
        "deploy them without buying or running servers. A function scales by the process, one for each event or "
        "request. The report has a picture of this evolution whose contents its text does not state."
    ),
    parts=(
        Part(
            "virtual-machine",
            "step",
            _("Virtual machine"),
            _("Classic servers scale by whole machines and share memory between threads."),
            leads_to=("container",),
        ),
        Part(
            "container",
            "step",
            _("Container"),
            _("What carries serverless; it can be deployed without buying or running servers."),
            leads_to=("process",),
        ),
        Part("process", "step", _("Process"), _("Functions scale by the process: one for each event or request.")),
        Part(
            "not-stated",
            "gap",
            _("Not stated"),
            _(
                "The report shows more as a picture only. Its text names no dates, stages or shares, so there are none "
                "here."
            ),
        ),
    ),
    note=_("The sizes show the order only; nothing is measured."),
)
