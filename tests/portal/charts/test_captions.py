"""Captions check what goes into the files."""

import pytest

from portal.charts.captions import Caption


def test_unknown_metadata_is_refused_with_the_known_names():
    with pytest.raises(ValueError, match="unknown metadata author; known are creator"):
        Caption(title="x", metadata={"author": "me"})


def test_characters_that_break_files_are_dropped():
    cleaned = Caption(title="a\x00b", source="c\ud800d", metadata={"creator": "e\x1bf"}).cleaned()

    assert (cleaned.title, cleaned.source, cleaned.metadata) == ("ab", "cd", {"creator": "ef"})
