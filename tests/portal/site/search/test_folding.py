"""Texts are made alike for search."""

import pytest

from portal.site.search.folding import fold, is_chinese, with_same_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("AWS Lambda", "aws lambda"),
        ("ＡＷＳ　Ｌａｍｂｄａ", "aws lambda"),
        ("aws-lambda_2.0", "aws lambda 2 0"),
        ("阿里云FC函数", "阿里云 fc 函数"),
        ("Café ﬁnance", "cafe finance"),
        ("Straße", "strasse"),
        ("28%", "28"),
        ("  ", ""),
        ("云函数、容器", "云函数 容器"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_only_chinese_words_are_chinese():
    assert is_chinese("函数")
    assert not is_chinese("fc")


def test_the_word_of_the_field_counts_in_both_languages():
    assert with_same_words("serverless stage") == "serverless stage 无服务器"
    assert with_same_words("无服务器 采用") == "无服务器 采用 serverless"
    assert with_same_words("functions") == "functions"
