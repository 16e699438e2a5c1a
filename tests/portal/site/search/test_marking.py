"""Words of a search are found in texts as they are written."""

import pytest

from portal.site.search.marking import Marker
from portal.templatetags.portal import marked


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        pytest.param(["lambda"], "AWS Lambda", "AWS <mark>Lambda</mark>", id="whatever the case"),
        pytest.param(["函数"], "云函数 SCF", "云<mark>函数</mark> SCF", id="inside Chinese"),
        pytest.param(["a"], "Java and Azure", "Java <mark>a</mark>nd <mark>A</mark>zure", id="short words start words"),
        pytest.param(["无服务器"], "Serverless 架构", "<mark>Serverless</mark> 架构", id="the same in both languages"),
        pytest.param(["b"], "<b> & c", "&lt;<mark>b</mark>&gt; &amp; c", id="markup is text"),
        pytest.param(["x"], "", "", id="nothing"),
    ],
)
def test_marked(words, text, shown):
    assert marked(Marker(words).parts(text)) == shown
