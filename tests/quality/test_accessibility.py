"""axe and pa11y on every kind of page, in both languages and both themes."""

import json

import pytest

from tests.quality.conftest import output_of

pytestmark = pytest.mark.quality


def test_axe_and_pa11y_find_nothing(tools, chromium, pages):
    results = json.loads(output_of(["node", "accessibility.mjs", chromium, *pages], tools))

    assert {(result["page"], result["theme"]) for result in results} == {
        (page, theme) for page in pages for theme in ("light", "dark")
    }
    found = [f"{result['page']} {result['theme']}: {one}" for result in results for one in result["found"]]
    assert found == [], "\n".join(found)
