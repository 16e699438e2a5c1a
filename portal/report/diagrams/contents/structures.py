"""What serverless is made of, and how an application is built from it."""

from django.utils.translation import gettext_lazy as _

from portal.report.diagrams.content import DiagramContent, Part

COMPOSITION = DiagramContent(
    code="composition",
    page=7,
    template="sum",
    original="AWS",
    title=_("What serverless is made of"),
    finding=_("Serverless is functions for one’s own logic plus backends that are ready made"),
    description=_(
        "Serverless is the sum of two parts. FaaS, functions as a service, runs backend code and has six traits. BaaS, "
        "backend as a service, is what others supply and what is reached through an API only, such as databases and "
        "object storage."
    ),
    parts=(
        Part("serverless", "whole", _("Serverless"), _("Servers exist, but the provider runs them.")),
        Part("faas", "term", "FaaS", _("Functions as a service"), "serverless"),
        Part("backend-code", "trait", _("runs backend code, not a whole backend"), "", "faas"),
        Part("events", "trait", _("is started by events"), "", "faas"),
        Part("short-life", "trait", _("lives for a short time"), "", "faas"),
        Part("stateless", "trait", _("keeps nothing between calls"), "", "faas"),
        Part("copies", "trait", _("scales by a copy for each event"), "", "faas"),
        Part("upload", "trait", _("is deployed by uploading a package"), "", "faas"),
        Part("baas", "term", "BaaS", _("Backend as a service"), "serverless"),
        Part("api", "trait", _("is offered only through an API"), "", "baas"),
        Part("databases", "trait", _("databases"), "", "baas"),
        Part("storage", "trait", _("object storage"), "", "baas"),
        Part("third-party", "trait", _("by a public cloud or by others"), "", "baas"),
    ),
)

CONTAINERS = DiagramContent(
    code="containers",
    page=11,
    template="sum",
    original=_("Tencent Cloud"),
    title=_("What containerised serverless is made of"),
    finding=_("With containers as a third part serverless serves more uses, and asks for more knowledge"),
    description=_(
        "Containerised serverless is the sum of three parts: FaaS for functions, CaaS for containers without servers "
        "to buy or run, BaaS for ready-made backends. In exchange for wider use, users have to know images, frameworks "
        "and Dockerfiles."
    ),
    parts=(
        Part("serverless", "whole", _("Containerised serverless"), _("Three parts in place of two.")),
        Part("faas", "term", "FaaS", _("Functions as a service"), "serverless"),
        Part("logic", "trait", _("code, started by events"), "", "faas"),
        Part("caas", "term", "CaaS", _("Containers as a service"), "serverless"),
        Part("no-servers", "trait", _("containers, with no servers to buy or run"), "", "caas"),
        Part("baas", "term", "BaaS", _("Backend as a service"), "serverless"),
        Part("api", "trait", _("databases and storage behind an API"), "", "baas"),
        Part(
            "knowledge",
            "price",
            _("The exchange"),
            _("Users know images, frameworks and Dockerfiles; in return, more can be built this way."),
        ),
    ),
)

APPLICATION_ARCHITECTURE = DiagramContent(
    code="application-architecture",
    page=8,
    template="layers",
    original=_("Computer Knowledge and Technology (journal)"),
    title=_("How a serverless application is built"),
    finding=_("Functions stand between front end and microservices, with ready-made backends beside them"),
    description=_(
        "The front end stands on top. Below it a layer of functions holds the business logic, and below that stand "
        "backend microservices, which simple applications can do without. Backends as a service stand beside; front "
        "end and back end may both call them."
    ),
    parts=(
        Part("front-end", "front", _("Front end"), _("Web page or mobile program"), leads_to=("functions", "baas")),
        Part("back-end", "group", _("Back end")),
        Part("functions", "layer", _("Functions"), _("Business logic"), "back-end", leads_to=("microservices", "baas")),
        Part("microservices", "layer", _("Microservices"), _("Simple applications do without"), "back-end"),
        Part("baas", "beside", "BaaS", _("Ready-made backends, called by both ends")),
    ),
)
