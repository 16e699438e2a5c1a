"""A small glossary.

serverless    Serverless 无服务器, also serverless computing, 无服务器计算
cold-start    Cold start 冷启动; its definition names serverless
faas          Functions as a Service 函数即服务, also FaaS, 云函数
base          Base (of a share) 基数（占比）: a word that means other things too
"""

import pytest

from tests import factories


@pytest.fixture
def glossary(db):
    return {
        "base": factories.make_term(
            code="base", name_en="Base (of a share)", name_zh="基数（占比）", definition_en="How many were asked."
        ),
        "cold-start": factories.make_term(
            code="cold-start",
            name_en="Cold start",
            name_zh="冷启动",
            definition_en='A serverless call that waits for its first "copy".',
            definition_zh="无服务器调用等待首个副本。",
        ),
        "faas": factories.make_term(
            code="faas",
            name_en="Functions as a Service",
            name_zh="函数即服务",
            aliases=["FaaS", "云函数"],
            definition_en="Runs a function for each event.",
            definition_zh="按事件运行函数。",
        ),
        "serverless": factories.make_term(
            code="serverless",
            name_en="Serverless",
            name_zh="无服务器",
            aliases=["serverless computing", "无服务器计算"],
            definition_en="The provider runs the machines.",
            definition_zh="由服务商运行机器。",
        ),
    }
