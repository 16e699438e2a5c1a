"""Lighthouse, as a phone sees the pages that are read most."""

import json

import pytest

from tests.quality.conftest import output_of
from tests.quality.pages import LANGUAGES

pytestmark = pytest.mark.quality

BAR = 0.99
MEASURED = [
    f"{language}/{address}"
    for language in LANGUAGES
    for address in (
        "",
        "surveys/cncf-annual/2021-part2/serverless_use",
        "compare",
        "landscape/cncf-serverless/2021",
        "report/definition",
    )
]


def test_lighthouse_scores_are_at_the_bar(tools, chromium, site):
    pages = [f"{site}/{address}" for address in MEASURED]

    results = json.loads(output_of(["node", "lighthouse.mjs", chromium, *pages], tools))

    assert [result["page"] for result in results] == pages
    under = [result for result in results if min(result["scores"].values()) < BAR]
    assert under == []
