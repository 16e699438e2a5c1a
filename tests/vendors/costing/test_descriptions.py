"""What costs say in whole sentences, in both languages."""

import pytest
from django.http import QueryDict

from portal.exhibits.lookup import exhibit_at
from portal.labels import LANGUAGES

SAID = {
    "cost?ms=120&mb=1536&products=aws-lambda~azure-functions~huawei-cci": (
        "Cost of a workload by product. Cheapest in USD Azure Functions (2.64 USD), dearest AWS Lambda (2.73 USD). "
        "By state: Whole cost (2); Not computable (1).",
        "各产品的工作负载费用。按 USD 计最便宜的是 Azure Functions（2.64 USD），最贵的是 AWS Lambda（2.73 USD）。"
        "按状态：全部费用（2）；无法计算（1）。",
    ),
    # one request is 0.000001 + 0.12 × 0.5 × 0.0000762 = 0.000005572: from 10,000 to 1,000,000,000 of them
    "cost/over-requests?requests=1000000&ms=120&mb=512&products=volcengine-vefaas": (
        "Monthly cost over the number of requests, CNY. From the fewest requests shown to the most: Volcengine veFaaS "
        "from 0.06 CNY to 5,572.00 CNY.",
        "月费用随请求数的变化，CNY。从所示最少请求数到最多请求数：火山引擎函数服务 veFaaS 从 0.06 CNY 到 "
        "5,572.00 CNY。",
    ),
}


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("address", SAID)
def test_descriptions_say_what_the_tables_hold(address):
    path, _, query = address.partition("?")

    said = tuple(exhibit_at(path, QueryDict(query), language=each).exhibit.description for each in LANGUAGES)

    assert said == SAID[address]
