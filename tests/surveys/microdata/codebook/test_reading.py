"""The short ways in which people write codebooks mean what the long one means."""

from dataclasses import replace

from portal.loading.problems import Report
from surveys.microdata.codebook.codebook import Codebook, FileForm, Repair, Weighting
from surveys.microdata.codebook.questions import Break, Kind, Net, Option, Question
from surveys.microdata.codebook.reading import read_codebook

SHORT = """\
survey: demo
wave: 2026
weight: raked
file: {heading_rows: 2}
repairs: [{rule: drop, why: test row, rows: [3]}]
weighting: {code: raked, label: {zh: 加权}, targets: {region: {1: 0.4, 2: 0.6}}}
questions:
  region:
    kind: single
    text: {en: Where?, zh: 哪里？}
    asked: Everybody
    break: public
    missing: 99
    options: {1: Europe, 2: {en: Asia, zh: 亚洲}, 3: [America, Americas]}
  often:
    kind: scale
    columns: Q2
    base: region in 1
    options:
      - {code: never, value: 1}
      - {code: now, value: 3}
      - {code: often, value: 2}
      - {code: unknown, label: {zh: 不知道}}
    nets: [{top: 2}, {bottom: 1, code: low, label: Low}]
  tools: {kind: multiple, columns: Q3, separator: ;, options: [a, b], nets: {ab: [a, b]}}
"""
LONG = Codebook(
    questions=(
        Question(
            "region",
            Kind.SINGLE,
            ("region",),
            "Where?",
            "哪里？",
            asked_en="Everybody",
            break_for=Break.PUBLIC,
            missing=("99",),
            options=(
                Option("1", "Europe"),
                Option("2", "Asia", "亚洲"),
                Option("3", "3", source=("America", "Americas")),
            ),
        ),
        Question(
            "often",
            Kind.SCALE,
            ("Q2",),
            base="region in 1",
            options=(
                Option("never", "never", value=1),
                Option("now", "now", value=3),
                Option("often", "often", value=2),
                Option("unknown", "不知道", "不知道"),
            ),
            nets=(
                Net("top2", "Top 2", "最高 2 项", ("often", "now")),
                Net("low", "Low", "", ("never",)),
            ),
        ),
        Question(
            "tools",
            Kind.MULTIPLE,
            ("Q3",),
            separator=";",
            options=(Option("a", "a"), Option("b", "b")),
            nets=(Net("ab", "ab", "", ("a", "b")),),
        ),
    ),
    survey="demo",
    wave="2026",
    weight="raked",
    weighting=Weighting("raked", {"region": {"1": 0.4, "2": 0.6}}, label_zh="加权"),
    file=FileForm(heading_rows=2),
    repairs=(Repair("drop", "test row", {"rows": [3]}),),
)


def read(text: str) -> Codebook | None:
    report = Report()
    found = read_codebook("book.yml", text.encode(), report)
    assert [str(problem) for problem in report.problems] == []
    return found


def test_short_forms_are_read():
    assert read(SHORT) == LONG


def test_scale_without_values_ends_by_the_order_of_its_options():
    found = read("questions: [{code: s, kind: scale, options: [a, b, c], nets: [{top: 1}, {bottom: 2}]}]")

    assert [net.options for net in found.questions[0].nets] == [("c",), ("a", "b")]


def test_codebook_is_confirmed_unless_it_says_otherwise():
    assert read(SHORT).is_confirmed
    assert read("confirmed: false\n" + SHORT) == replace(LONG, is_confirmed=False)
    assert not read("confirmed:\n" + SHORT).is_confirmed


def test_what_yaml_takes_for_something_else_is_the_text_that_is_written():
    found = read("questions: [{code: 1, kind: single, columns: 2020-01-01, missing: [yes, 1.50], options: {no: No}}]")

    (question,) = found.questions
    assert (question.code, question.columns, question.missing) == ("1", ("2020-01-01",), ("yes", "1.50"))
    assert question.options == (Option("no", "No"),)
