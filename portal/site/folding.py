"""Texts made alike for search: width, case, accents, punctuation; Chinese and Latin stand apart."""

import re
import unicodedata

CHINESE = "\u3400-\u9fff\uf900-\ufaff"
BORDER = re.compile(rf"(?<=[{CHINESE}])(?=[^\s{CHINESE}])|(?<=[^\s{CHINESE}])(?=[{CHINESE}])")
NOT_A_WORD = re.compile(r"[\W_]+")
ACCENTS = re.compile("[\u0300-\u036f]+")
ONLY_CHINESE = re.compile(rf"[{CHINESE}]+")


def fold(text: str) -> str:
    """Words in small letters with one space between: "ＡＷＳ-Lambda函数" becomes "aws lambda 函数"."""
    text = ACCENTS.sub("", unicodedata.normalize("NFKD", text).casefold())
    return BORDER.sub(" ", NOT_A_WORD.sub(" ", unicodedata.normalize("NFKC", text)).strip())


def is_chinese(word: str) -> bool:
    return ONLY_CHINESE.fullmatch(word) is not None
