"""Numbers and lists of words in both languages."""

import pytest
from django.utils.translation import override

from portal.words import (
    all_of,
    headed,
    joined,
    listed,
    one_of,
    sentences,
    set_apart,
    write_count,
    write_number,
    write_share,
)


@pytest.mark.parametrize(
    ("value", "text"), [(28.0, "28%"), (46.5, "46.5%"), (38.37, "38.37%"), (100.0, "100%"), (0.0, "0%")]
)
def test_write_share_keeps_what_was_published(value, text):
    assert write_share(value) == text


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_numbers_set_thousands_apart_and_drop_idle_zeros(language):
    with override(language):
        assert write_count(10240) == "10,240"
        assert write_number(10240.5, 4) == "10,240.5"
        assert write_number(1000, 2) == "1,000"
        assert write_number(0.0000166667, 10) == "0.0000166667"


@pytest.mark.parametrize(
    ("texts", "every", "either"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A and B", "A or B"),
        (["A", "B", "C"], "A, B and C", "A, B or C"),
    ],
)
def test_lists_of_all_and_of_alternatives(texts, every, either):
    assert all_of(texts) == every
    assert one_of(texts) == either


def test_a_chinese_sentence_keeps_a_distance_from_an_english_one_that_is_quoted():
    with override("zh-hans"):
        assert (
            sentences(["“Is it used?”", "CNCF 调查", "“谁在用？”", "全球"])
            == "“Is it used?” CNCF 调查。“谁在用？”全球。"
        )


def test_parts_that_are_missing_leave_no_mark():
    assert joined(["A", "", "B"]) == "A, B"
    assert set_apart(["", "A", "B"]) == "A; B"
    assert joined([]) == ""


def test_chinese_has_its_own_marks():
    with override("zh-hans"):
        assert listed(["甲", "乙"]) == "甲、乙"
        assert all_of(["甲", "乙", "丙"]) == "甲、乙和丙"
        assert one_of(["甲", "乙"]) == "甲或乙"
        assert joined(["甲", "乙"]) == "甲，乙"
        assert set_apart(["甲", "乙"]) == "甲；乙"
        assert headed("甲", "乙") == "甲：乙"
