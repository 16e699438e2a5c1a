"""Lines of runs: no wider than their limit, broken by the rules of both languages, footnotes at their words."""

import pytest

from portal.report.printing.lines import Setter
from portal.report.printing.runs import Run


def words(line) -> str:
    return "".join(piece.run.text for piece in line).strip()


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Functions run when they are called " * 9), ("zh-hans", "函数在被调用时运行，" * 20)]
)
def test_lines_keep_within_their_limit(language, text):
    setter = Setter(10, language)

    lines = setter.lines([Run(text)], 200)

    assert len(lines) > 3
    assert max(sum(setter.wide(piece.run) for piece in line) for line in lines) <= 200 + setter.wide(Run(" "))
    assert "".join(map(words, lines)).replace(" ", "") == text.replace(" ", "")


def test_no_chinese_line_begins_with_a_stop():
    lines = Setter(10, "zh-hans").lines([Run("一二三四五六七八九十，" * 10)], 100)

    assert not any(words(line).startswith("，") for line in lines)


@pytest.mark.parametrize("size", range(60, 130, 7))
def test_the_number_of_a_footnote_stays_with_its_word(size):
    runs = [Run("某研究组读了描述"), Run("4", is_raised=True), Run("这些应用来自开源项目。")]

    lines = Setter(10, "zh-hans").lines(runs, size)

    assert not any(line[0].run.is_raised for line in lines)


def test_pieces_follow_each_other_with_their_looks():
    (line,) = Setter(10, "en").lines([Run("plain "), Run("bold", is_bold=True), Run(" plain")], 400)

    assert [(piece.run.text, piece.run.is_bold) for piece in line] == [
        ("plain ", False),
        ("bold", True),
        (" plain", False),
    ]
    assert [piece.x for piece in line] == pytest.approx([0, line[0].wide, line[0].wide + line[1].wide])


def test_a_word_wider_than_a_line_is_broken_between_letters():
    lines = Setter(10, "en").lines([Run("x" * 100)], 60)

    assert sum(len(words(line)) for line in lines) == 100
    assert len(lines) > 5


def test_a_hard_break_ends_a_line():
    lines = Setter(10, "en").lines([Run("one"), Run("\n"), Run("two")], 400)

    assert list(map(words, lines)) == ["one", "two"]
