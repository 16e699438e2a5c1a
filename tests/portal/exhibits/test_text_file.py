"""The one line of an exhibit, and its description in every form that carries words."""

import orjson
import pytest

from portal.exhibits.data_files import json_file
from portal.exhibits.markdown import markdown_file
from portal.exhibits.readme import readme_file
from portal.exhibits.text_file import text_file
from tests.portal.exhibits.examples import make_exhibit

DESCRIPTION = "Yes, in use is highest at 62.5%, No lowest at 30%."


def test_a_text_file_is_one_line_with_source_address_and_version():
    assert text_file(make_exhibit(description=DESCRIPTION)).decode() == (
        "Yes, in use is highest at 62.5%, No lowest at 30%. Source: An Institute, Report on functions, 2021, page 13."
        " Data version 7 of 2026-11-24. /en/surveys/users/2020/use\n"
    )


def test_a_text_file_without_description_has_headline_and_subtitle():
    assert text_file(make_exhibit()).decode().startswith("Most use functions. Users, 2020, n = 1,200. Source: An")


def test_a_text_file_is_in_the_language_of_its_exhibit():
    line = text_file(make_exhibit(language="zh-hans", description="“使用”最高。")).decode()

    assert line.startswith("“使用”最高。来源：An Institute，Report on functions，2021，第 13 页。数据版本 7")
    assert line.endswith("，2026-11-24。 /zh-hans/surveys/users/2020/use\n")


@pytest.mark.parametrize(
    "text",
    [
        lambda exhibit: orjson.loads(json_file(exhibit))["exhibit"]["description"],
        lambda exhibit: markdown_file(exhibit).decode(),
        lambda exhibit: readme_file(exhibit, []).decode(),
    ],
    ids=["json", "markdown", "readme"],
)
def test_files_with_words_hold_the_description(text):
    assert DESCRIPTION in text(make_exhibit(description=DESCRIPTION))
