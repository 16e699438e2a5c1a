"""All diagrams and tables, in the order of their pages."""

from portal.report.diagrams.content import Content
from portal.report.diagrams.contents.flows import EVENT_DRIVEN, REQUESTS
from portal.report.diagrams.contents.paths import EVOLUTION_PATH, INFRASTRUCTURE_EVOLUTION
from portal.report.diagrams.contents.structures import APPLICATION_ARCHITECTURE, COMPOSITION, CONTAINERS
from portal.report.diagrams.contents.tables import LIMITS, SCENARIOS

CONTENTS: tuple[Content, ...] = (
    EVOLUTION_PATH,
    COMPOSITION,
    APPLICATION_ARCHITECTURE,
    REQUESTS,
    EVENT_DRIVEN,
    LIMITS,
    SCENARIOS,
    CONTAINERS,
    INFRASTRUCTURE_EVOLUTION,
)
BY_CODE = {content.code: content for content in CONTENTS}
