"""Any codebook comes back equal from its YAML and from its workbook."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.loading.problems import Report
from surveys.microdata.codebook.codebook import Codebook, FileForm, Repair, Weighting
from surveys.microdata.codebook.questions import EVERYBODY, Break, Kind, Net, Option, Question, Unanswered
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.codebook.writing import codebook_workbook, codebook_yaml

# Control characters are refused in every file of the portal; halves of characters are in none.
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t")
TRAPS = [
    *("1", "01", "1.0", "yes", "No", "null", "~", "=1+1", "2020-01-01", "10-49", "[x]", '["x"]', " x ", "# x", "true"),
    *("-", "?", "a: b", "*a", "&a", "!x", "%", "a\nb", "，；", "𝄞", "\u2028", "_x0041_", "http://example.org"),
]
TEXT = st.one_of(st.sampled_from(TRAPS), st.text(LETTERS, max_size=30))
WORDS = TEXT.filter(lambda text: text.strip())
CODES = st.one_of(
    st.from_regex(r"[A-Za-z0-9]{1,6}(_[a-z0-9]{1,3})?", fullmatch=True), st.sampled_from(["1", "0x1", "no"])
)
NUMBERS = st.one_of(st.none(), st.integers(-9, 9), st.floats(allow_nan=False, allow_infinity=False, width=64))
SETTINGS = st.dictionaries(
    st.sampled_from(["column", "from", "to", "rows"]),
    st.one_of(WORDS, st.integers(-99, 99), st.booleans(), st.lists(st.one_of(WORDS, st.integers(0, 9)), max_size=3)),
    max_size=3,
)


@st.composite
def questions(draw, code: str, columns):
    """A question whose columns are taken from `columns`, an iterator of names that no other question uses."""
    kind = draw(st.sampled_from(Kind))
    options, nets, own = (), (), [next(columns)]
    separator = ""
    if kind.has_options:
        codes = draw(st.lists(CODES, min_size=1, max_size=5, unique=True))
        spread = kind is Kind.MULTIPLE and draw(st.booleans())
        separator = draw(st.sampled_from([";", "┋", "\n"])) if kind is Kind.MULTIPLE and not spread else ""
        sources = draw(st.lists(TEXT, max_size=6, unique=True))
        options = tuple(
            Option(
                each,
                draw(WORDS),
                draw(TEXT),
                source=tuple(sources[place::5]),
                column=next(columns) if spread else "",
                value=draw(NUMBERS),
                is_exclusive=kind is Kind.MULTIPLE and draw(st.booleans()),
            )
            for place, each in enumerate(codes)
        )
        own = [] if spread else own
        names = draw(st.lists(CODES.filter(lambda net: net not in codes), max_size=2, unique=True))
        nets = tuple(
            Net(net, draw(WORDS), draw(TEXT), tuple(draw(st.lists(st.sampled_from(codes), min_size=1, unique=True))))
            for net in names
        )
    taken = {source for option in options for source in option.source}
    return Question(
        code=code,
        kind=kind,
        columns=tuple(own),
        text_en=draw(TEXT),
        text_zh=draw(TEXT),
        asked_en=draw(TEXT),
        asked_zh=draw(TEXT),
        break_for=draw(st.sampled_from(Break)) if kind.has_options else Break.NO,
        missing=tuple(draw(st.lists(TEXT.filter(lambda text: text not in taken), max_size=3))),
        options=options,
        nets=nets,
        separator=separator,
        unanswered=draw(st.sampled_from(Unanswered)) if kind is Kind.MULTIPLE else Unanswered.MISSING,
        is_sensitive=kind.has_options and draw(st.booleans()),
        topic=draw(TEXT),
        note=draw(TEXT),
    )


@st.composite
def codebooks(draw):
    codes = draw(st.lists(CODES, min_size=1, max_size=5, unique=True))
    names = iter(f"{draw(TEXT)} {number}" for number in range(100))
    found = [draw(questions(code, names)) for code in codes]
    asked = next((each for each in found[:-1] if each.kind.has_options), None)
    if asked and draw(st.booleans()):
        option = asked.options[0].code
        found[-1] = replace(found[-1], base=f"{asked.code} in {option}")
    else:
        assert found[-1].base == EVERYBODY
    targeted = [each for each in found if each.kind in (Kind.SINGLE, Kind.SCALE)]
    weighting = None
    if targeted and draw(st.booleans()):
        options = targeted[0].options
        shares = {option.code: 1 / len(options) for option in options}
        weighting = Weighting("raked_weight", {targeted[0].code: shares}, draw(TEXT), draw(TEXT))
    weights = [each.code for each in found if each.kind is Kind.WEIGHT] + (["raked_weight"] if weighting else [])
    return Codebook(
        tuple(found),
        survey=draw(TEXT),
        wave=draw(TEXT),
        weight=draw(st.sampled_from(["", *weights])),
        weighting=weighting,
        file=FileForm(draw(TEXT), draw(TEXT), draw(TEXT), draw(TEXT), draw(st.integers(0, 3))),
        repairs=tuple(Repair(draw(WORDS), draw(WORDS), draw(SETTINGS)) for _ in range(draw(st.integers(0, 2)))),
        source=draw(TEXT),
        is_confirmed=draw(st.booleans()),
    )


WAYS = {
    "book.yaml": lambda codebook: codebook_yaml(codebook).encode(),
    "book.xlsx": codebook_workbook,
}


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(codebook=codebooks())
def test_any_codebook_comes_back_equal(name, codebook):
    report = Report()

    found = read_codebook(name, WAYS[name](codebook), report)

    assert [str(problem) for problem in report.problems] == []
    assert found == codebook
