"""Text widths, missing characters and line breaks in both languages."""

import pytest

from portal.charts.lettering import FONT_FOLDER, fitted, font, missing, width
from portal.charts.wrapping import NO_END, NO_START, wrap


def test_all_uro_characters_are_there():
    assert missing("".join(map(chr, range(0x4E00, 0x9FA6)))) == []


def test_missing_names_each_character_once():
    assert missing("昇腾 😀 and 😀\n") == ["😀"]


def test_a_chinese_character_is_one_em_wide():
    assert width("无服务器", 10, language="zh-hans") == pytest.approx(40)


def test_english_quotes_are_narrow_and_chinese_ones_full():
    assert width("“", 10, language="en") < 5
    assert width("“", 10, language="zh-hans") == pytest.approx(10)


def test_bold_is_wider():
    assert width("serverless", 10, bold=True) > width("serverless", 10)


@pytest.mark.parametrize("name", ["PortalSans", "PortalSansSC"])
@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_fonts_carry_our_family_and_their_licence(name, style):
    family = {"PortalSans": "Portal Sans", "PortalSansSC": "Portal Sans SC"}[name]
    names = font(family, bold=style == "Bold")["name"]

    assert names.getDebugName(1) == family
    assert "Open Font License" in names.getDebugName(13)
    assert "SIL OPEN FONT LICENSE" in (FONT_FOLDER / "OFL.txt").read_text()


def test_fitted_cuts_with_an_ellipsis():
    assert fitted("serverless", 200, 14) == "serverless"
    assert fitted("serverless market", 60, 14).endswith("…")
    assert width(fitted("serverless market", 60, 14), 14) <= 60


def test_english_words_stay_whole():
    lines = wrap("Completeness of the knowledge base", 120, 14)

    assert " ".join(lines) == "Completeness of the knowledge base"
    assert all(width(line, 14) <= 120 for line in lines)


def test_a_word_wider_than_the_line_is_broken():
    lines = wrap("x" * 200, 100, 14)

    assert "".join(lines) == "x" * 200
    assert all(width(line, 14) <= 100 for line in lines)


def test_chinese_lines_keep_kinsoku():
    text = "采用无服务器技术时，您主要考虑哪些因素（可多选）？部署成本、知识储备、“厂商锁定”。" * 3

    for limit in range(60, 400, 7):
        lines = wrap(text, limit, 14, language="zh-hans")
        assert "".join(lines) == text
        assert not [line for line in lines[1:] if line[0] in NO_START]
        assert not [line for line in lines[:-1] if line[-1] in NO_END]


def test_balanced_lines_are_even_and_no_more():
    text = "Two in three users are with Alibaba Cloud or Tencent Cloud"
    plain, balanced = wrap(text, 400, 23, bold=True), wrap(text, 400, 23, bold=True, balanced=True)
    widths = [width(line, 23, bold=True) for line in balanced]

    assert len(balanced) == len(plain) == 2
    assert max(widths) - min(widths) < 80


def test_what_does_not_fit_the_lines_ends_with_an_ellipsis():
    lines = wrap("one two three four five six seven", 60, 14, max_lines=2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_gives_no_lines(text):
    assert wrap(text, 100, 14) == []


def test_marks_stay_with_their_word_and_bases_in_one_piece():
    lines = wrap("Australia and Oceania** n\u00a0=\u00a015", 90, 12)

    assert [line for line in lines if line.startswith("*")] == []
    assert any("n\u00a0=\u00a015" in line for line in lines)
