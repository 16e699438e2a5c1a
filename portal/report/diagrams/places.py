"""Where each of the sixteen exhibits of the report stands in the portal; the one on the sample has two places."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from portal.report.diagrams.content import Text
from portal.report.diagrams.contents import CONTENTS

ADDRESS = "report/exhibits"
TITLE = _("The exhibits of the report")
ALLIANCE = _("Cloud Native Industry Alliance, survey of 2020")
SURVEY = "surveys/china-cloud-native-user/2020"


@dataclass(frozen=True)
class Place:
    """An exhibit of the report; `address` is that of the portal's page for it."""

    page: int
    title: Text
    original: Text
    address: str


OWN = tuple(Place(content.page, content.title, content.original, f"{ADDRESS}/{content.code}") for content in CONTENTS)
ELSEWHERE = (
    Place(13, _("Sample by industry"), ALLIANCE, f"{SURVEY}/industry"),
    Place(13, _("Sample by company size"), ALLIANCE, f"{SURVEY}/company_size"),
    Place(13, _("Stage of adoption"), ALLIANCE, f"{SURVEY}/serverless_stage"),
    Place(13, _("Considerations before adoption"), ALLIANCE, f"{SURVEY}/serverless_considerations"),
    Place(13, _("Challenges of deployment"), ALLIANCE, f"{SURVEY}/serverless_challenges"),
    Place(
        14,
        _("Product classification and vendors’ products"),
        _("Alibaba, Huawei, Tencent, JD, Baidu, AWS, Azure"),
        "taxonomy/four-layers",
    ),
    Place(14, _("Public-cloud serverless services used in China"), ALLIANCE, f"{SURVEY}/serverless_public_cloud"),
    Place(15, _("Global vendor landscape"), "CNCF, Redpoint", "landscape/cncf-serverless/2021"),
)
PLACES = OWN + ELSEWHERE
