"""Texts made alike for search: width, case, accents, punctuation; Chinese and Latin stand apart."""

import re
import unicodedata

CHINESE = "\u3400-\u9fff\uf900-\ufaff"
BORDER = re.compile(rf"(?<=[{CHINESE}])(?=[^\s{CHINESE}])|(?<=[^\s{CHINESE}])(?=[{CHINESE}])")
NOT_A_WORD = re.compile(r"[\W_]+")
ACCENTS = re.compile("[\u0300-\u036f]+")
SAME = (("serverless", "无服务器"),)  # one word of the field in two languages, often used in the other one
ONLY_CHINESE = re.compile(rf"[{CHINESE}]+")


def fold(text: str) -> str:
    """Words in small letters with one space between: "ＡＷＳ-Lambda函数" becomes "aws lambda 函数"."""
    text = ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return BORDER.sub(" ", NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", text)).strip())


def with_same_words(text: str) -> str:
    """A folded text with the other word after it, where it has one of a pair."""
    added = [other for pair in SAME for word, other in (pair, pair[::-1]) if word in text and other not in text]
    return " ".join([text, *added])


def is_chinese(word: str) -> bool:
    return ONLY_CHINESE.fullmatch(word) is not None
