"""Codebooks that cannot be taken: every problem at once, with the line, the key and what was expected."""

import pytest
from django.utils.translation import override

from portal.loading.problems import Report
from surveys.microdata.codebook.reading import read_codebook

START = "questions:\n"
SINGLE = "  - {code: Q1, kind: single, options: {1: One, 2: Two}}\n"
MULTIPLE = "  - {code: Q2, kind: multiple, columns: [a, b], options: {1: One, 2: Two}}\n"
NUMERIC = "  - {code: age, kind: numeric}\n"
RAKED = "weighting: {code: r, targets: {Q1: %s}}\n" + START + SINGLE
MANY = ", ".join(f"o{number}: O" for number in range(151))
REFUSALS = {  # case → the file, line, key, value, a part of what was expected
    "key_unknown": ("survy: x\n" + START + SINGLE, 1, "survy", "survy", "there is no such key here"),
    "code_in_other_case": (
        START + SINGLE + SINGLE.replace("Q1", "q1"), 3, "code", "q1", "whatever the capitals; it stands in line 2",
    ),
    "code_of_filters": (START + SINGLE.replace("1: One", "and: One"), 2, "code", "and", "this is a word of filters"),
    "options_of_break": (
        START + SINGLE.replace("1: One, 2: Two", MANY).replace("}}", "}, break: public}"), 2, "options", "", "151",
    ),
    "questions_left_out": ("survey: x\n", 1, "questions", "", "expected a value"),
    "not_a_mapping": ("- 1\n", 1, "", "", "a list named questions"),
    "empty": ("# nothing\n", None, "", "", "the file is empty"),
    "anchor": ("a: &a 1\nb: *a\n", 2, "", "", "references such as *name are not read"),
    "tag": ("a: !!python/object:os.system 1\n", 1, "", "", "without tags"),
    "version": ("codebook: 2\n" + START + SINGLE, 1, "codebook", "2", "expected 1"),
    "code_left_out": (START + "  - kind: open\n", 2, "code", "", "expected a value"),
    "code_of_signs": (START + "  - {code: a-b, kind: open}\n", 2, "code", "a-b", "expected a code"),
    "code_twice": (START + SINGLE + SINGLE.replace("Q1", "Q1, columns: z"), 3, "code", "Q1", "stands in line 2"),
    "kind_unknown": (START + "  - {code: a, kind: multi}\n", 2, "kind", "multi", "nearest: multiple"),
    "options_left_out": (START + "  - {code: a, kind: single}\n", 2, "options", "", "the options of the question"),
    "options_of_a_number": (START + NUMERIC.replace("}", ", options: [a]}"), 2, "options", "", "expected only with"),
    "option_twice": (START + "  - {code: a, kind: single, options: [x, x]}\n", 2, "code", "x", "expected once among"),
    "net_of_nothing": (
        START + SINGLE.replace("}}", "}, nets: {n: [1, 3]}}"), 2, "options", "3", "expected an option of Q1",
    ),
    "top_of_a_single": (START + SINGLE.replace("}}", "}, nets: [{top: 1}]}"), 2, "top", "1", "kind scale"),
    "top_of_all": (
        START + SINGLE.replace("single", "scale").replace("}}", "}, nets: [{top: 2}]}"), 2, "top", "2", "from 1 to 1",
    ),
    "net_of_two_ways": (
        START + SINGLE.replace("}}", "}, nets: [{code: n, top: 1, options: [1]}]}"), 2, "nets", "", "one of options",
    ),
    "source_twice": (
        START + "  - {code: a, kind: single, options: {1: [x], 2: [x]}}\n", 2, "source", "x", "1 has it already",
    ),
    "source_missing": (
        START + "  - {code: a, kind: single, missing: x, options: {1: [x]}}\n", 2, "source", "x", "under missing",
    ),
    "separator_single": (START + SINGLE.replace("}}", "}, separator: x}"), 2, "separator", "x", "kind multiple"),
    "column_twice": (START + SINGLE + NUMERIC.replace("}", ", columns: Q1}"), 3, "columns", "Q1", "Q1 uses it already"),
    "columns_by_halves": (
        START + MULTIPLE.replace("1: One", "1: {column: c}"), 2, "columns", "a, b", "for each option, or for none",
    ),
    "columns_of_a_separator": (
        START + MULTIPLE.replace("}}", "}, separator: x}"), 2, "columns", "a, b", "as a separator stands between",
    ),
    "columns_two": (START + NUMERIC.replace("}", ", columns: [a, b]}"), 2, "columns", "a, b", "expected one column"),
    "base_unknown": (START + NUMERIC.replace("}", ", base: Q1 in 1}"), 2, "base", "Q1 in 1", "no question “Q1”"),
    "base_later": (
        START + NUMERIC.replace("}", ", base: Q1 in 1}") + SINGLE, 2, "base", "Q1 in 1", "stand before this one",
    ),
    "base_option": (
        START + SINGLE + NUMERIC.replace("}", ", base: Q1 in 3}"), 3, "base", "Q1 in 3", "no option “3”",
    ),
    "weight_unknown": ("weight: w\n" + START + SINGLE, 1, "weight", "w", "the code of a weight: there is none"),
    "value_no_number": (
        START + "  - {code: a, kind: scale, options: {1: {value: many}}}\n", 2, "value", "many", "expected a number",
    ),
    "value_endless": (
        START + "  - {code: a, kind: scale, options: {1: {value: .inf}}}\n", 2, "value", ".inf", "expected a number",
    ),
    "flag": (START + SINGLE.replace("}}", "}, sensitive: maybe}"), 2, "sensitive", "maybe", "true or false"),
    "break_yes": (START + SINGLE.replace("}}", "}, break: yes}"), 2, "break", "yes", "public, research, no"),
    "label_twice": (
        START + "  - {code: a, kind: single, options: {1: {label: x, label_en: y}}}\n", 2, "label_en", "y", "twice",
    ),
    "label_in_french": (
        START + "  - {code: a, kind: single, options: {1: {label: {en: x, fr: y}}}}\n", 2, "label_fr", "label_fr",
        "no such key",
    ),
    "text_of_a_list": (START + SINGLE.replace("}}", "}, note: [x]}"), 2, "note", "", "found a list"),
    "heading_rows": ("file: {heading_rows: -1}\n" + START + SINGLE, 1, "heading_rows", "-1", "a whole number"),
    "repair_without_reason": ("repairs: [{rule: clear}]\n" + START + SINGLE, 1, "why", "", "why it is needed"),
    "targets_of_half": (RAKED % "{1: 0.2, 2: 0.3}", 1, "targets", "0.5", "that add to 1"),
    "targets_in_per_cent": (RAKED % "{1: 50, 2: 50}", 1, "targets", "100", "write 0.25 for 25 %"),
    "targets_below_nothing": (RAKED % "{1: 1.5, 2: -0.5}", 1, "targets", "2: -0.5", "above 0"),
    "targets_of_no_option": (RAKED % "{1: 0.5, 3: 0.5}", 1, "targets", "3", "expected an option of Q1"),
    "targets_of_no_question": (RAKED.replace("{Q1:", "{Q:") % "{1: 1}", 1, "targets", "Q", "of one answer"),
    "weighting_code_taken": (RAKED.replace("code: r", "code: Q1") % "{1: 0.5, 2: 0.5}", 1, "code", "Q1", "once"),
}  # fmt: skip


def refused(content: bytes, name: str = "book.yaml") -> list:
    report = Report()

    assert read_codebook(name, content, report) is None

    return report.problems


@pytest.mark.parametrize("case", REFUSALS)
def test_wrong_codebook_is_refused_with_its_place(case):
    content, line, key, value, expected = REFUSALS[case]

    (problem,) = refused(content.encode())

    assert (problem.file, problem.line, problem.column, problem.value) == ("book.yaml", line, key, value)
    assert expected in problem.expected


def test_all_problems_are_said_at_once():
    wrong = "weight: w\n" + START + NUMERIC.replace("}", ", base: x}") + "  - {code: a-b, kind: sing}\n"

    assert [(problem.line, problem.column) for problem in refused(wrong.encode())] == [
        (4, "code"),
        (4, "kind"),
        (3, "base"),
        (1, "weight"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("book.txt", b"a", "as .yaml or .xlsx"),
        ("book", b"a", "as .yaml or .xlsx"),
        ("book.xlsm", b"PK", "without macros"),
        ("book.yaml", b"\xff\xfe\x00", "UTF-16"),
        ("book.yml", b"a: [", "cannot be read as YAML"),
        ("book.xlsx", b"a: 1", "neither a .pptx nor an .xlsx"),
        ("book.xlsx", b"", "The file is empty."),
    ],
)
def test_file_of_another_form_is_refused(name, content, expected):
    (problem,) = refused(content, name)

    assert expected in problem.expected


def test_problems_are_said_in_chinese_too():
    with override("zh-hans"):
        (problem,) = refused((START + "  - {code: a, kind: multi}\n").encode())

    assert problem.expected.startswith("应为以下之一")
