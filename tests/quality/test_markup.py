"""The pages' HTML by two checkers: html-validate with all it recommends, and the Nu checker of the W3C."""

import json
import shutil

import pytest

from tests.quality.conftest import HERE, output_of

pytestmark = pytest.mark.quality

# The allowances of one product are each "Included": one for each meter, in the order of the bill.
KNOWN = ("Duplicate “dt” name", "The first occurrence of “dt” name")


def test_html_validate_finds_nothing(tools, documents, tmp_path):
    shutil.copy(HERE / "markup.mjs", tools)
    said = tmp_path / "found.json"  # what it prints is cut where it is long
    command = [tools / "node_modules/.bin/html-validate", "--config", "markup.mjs", "--formatter", f"json={said},text"]

    output_of([*command, *documents.values()], tools, fails=True)
    reports = json.loads(said.read_text(encoding="utf-8"))

    pages = {str(path): page for page, path in documents.items()}
    found = [
        f"{pages[report['filePath']]}:{message['line']}: {message['ruleId']} {message['message']}"
        for report in reports
        for message in report["messages"]
    ]
    assert found == [], "\n".join(found)


def test_the_nu_checker_finds_nothing(tools, documents):
    checker = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-Xss2m", "-jar", checker, "--format", "json", "--exit-zero-always", "--stdout"]

    messages = json.loads(output_of([*command, *documents.values()], tools))["messages"]

    pages = {path.as_uri(): page for page, path in documents.items()}
    found = [
        f"{pages.get(message['url'].replace('file:/', 'file:///', 1), message['url'])}: {message['message']}"
        for message in messages
        if not message["message"].startswith(KNOWN)
    ]
    assert found == [], "\n".join(found)
