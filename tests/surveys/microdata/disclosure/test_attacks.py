"""Attacks on public tables find nothing; with any rule switched off they find people, so that they are attacks."""

from dataclasses import replace
from functools import cache
from itertools import permutations

import numpy as np
import pytest

from surveys.microdata import publishing
from surveys.microdata.codebook.conditions import parse_filter
from surveys.microdata.disclosure import columns, crossings, filters, telling_apart
from surveys.microdata.disclosure.atoms import Atoms
from surveys.microdata.publishing import table_for
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.table import SUPPRESSED, Audience, TableSpec
from tests.surveys.microdata.disclosure.attacker import Attacker
from tests.surveys.microdata.factories import make_answers, make_question

BREAKS = ["r", "s", "t"]


@cache
def drawn(seed: int, respondents: int) -> Answers:
    """Answers by chance, with small options, small crossings, overlaps and people without an answer."""
    chance = np.random.default_rng(seed)
    questions = [
        make_question("q", options="y n"),
        make_question("r", options="a b c d", nets={"ab": "a b", "bcd": "b c d"}),
        make_question("s", options="k l m"),
        make_question("t", "multiple", options="u v x", nets={"uv": "u v"}),
    ]
    shares = [[0.5, 0.5], chance.dirichlet([2, 1, 0.4, 0.2]), chance.dirichlet([1, 1, 0.3])]
    ticked, missing = chance.random(3), [0.05, *chance.choice([0, 0.02, 0.1], 3)]

    def pick(codes, share, left_out):
        return [None if chance.random() < left_out else str(chance.choice(codes, p=share)) for _ in range(respondents)]

    said = {
        code: pick(list(options), share, left_out)
        for code, options, share, left_out in zip("qrs", ("yn", "abcd", "klm"), shares, missing[:3], strict=True)
    }
    said["t"] = [
        None
        if chance.random() < missing[3]
        else " ".join(code for code, often in zip("uvx", ticked, strict=True) if chance.random() < often)
        for _ in range(respondents)
    ]
    # A revision lets counts be kept between tables, as those of stored answers are.
    return replace(make_answers(questions, said), revision=f"{seed} of {respondents}")


@pytest.mark.parametrize(("seed", "respondents"), [(0, 400), (1, 200), (2, 150), (3, 250)])
def test_attacks_find_nobody(seed, respondents):
    attacker = Attacker(drawn(seed, respondents), "q", BREAKS)

    groups = attacker.published()

    assert len(groups) > 20
    assert attacker.by_differencing(groups) == []
    assert attacker.by_algebra(groups, literals=2) == []


@pytest.mark.parametrize(("seed", "respondents"), [(4, 400), (5, 400), (6, 800)])
def test_algebra_with_one_condition_finds_no_group_of_three_answers(seed, respondents):
    attacker = Attacker(drawn(seed, respondents), "q", BREAKS)

    assert attacker.by_algebra(attacker.published(conditions=1), literals=3) == []


@pytest.mark.parametrize(("seed", "respondents"), [(0, 400), (1, 200), (2, 150)])
@pytest.mark.parametrize("filter", ["", "q in y"])
def test_what_is_hidden_as_a_column_is_not_shown_as_a_row(seed, respondents, filter):
    answers = drawn(seed, respondents)
    conditions = parse_filter(filter, answers.codebook)
    hidden = told = 0
    for rows, by in permutations(BREAKS, 2):
        table, exchanged = (
            table_for(answers, TableSpec(one, (other,), conditions), Audience.PUBLIC)
            for one, other in ((rows, by), (by, rows))
        )
        lines = {row.code: row for row in exchanged.rows}
        for column in table.columns:
            cells = lines[column.code].cells
            if column.status == SUPPRESSED:
                hidden += 1
                assert {cell.status for cell in cells} == {SUPPRESSED}
                assert {cell.estimate.p for cell in cells} == {None}
                assert {cell.letters for cell in cells} == {""}
            told += any(cell.estimate.p is not None for cell in cells)

    assert hidden
    assert told or filter  # a filter by chance may leave nothing to tell


@pytest.mark.parametrize(("seed", "respondents"), [(1, 200)])
def test_without_exchange_rows_tell_what_columns_hide(seed, respondents, monkeypatch):
    monkeypatch.setattr(publishing, "hidden_lines", lambda _answers, spec, _cubes: dict.fromkeys(spec.breaks, ()))

    with pytest.raises(AssertionError):
        test_what_is_hidden_as_a_column_is_not_shown_as_a_row(seed, respondents, "")


def everything(*_values, **_more) -> bool:
    return True


def nothing(*_values, **_more) -> None:
    return None


OFF = {
    "small columns are shown": [(columns._Banner, "_may_stand", everything), (columns._Banner, "_complement", nothing)],
    "no complement": [
        (columns, "is_told_apart", everything),
        (columns._Banner, "_complement", nothing),
        (columns._Banner, "_leave_nobody", nothing),
    ],
    "all crossings are shown": [(telling_apart, "can_be_shown", everything)],
    "small crossings alone are hidden": [(crossings, "_wanted", lambda counts, hidden: np.zeros_like(hidden))],
    "atoms are cut": [(Atoms, "of", lambda atoms, parts: frozenset(int(atoms.labels[part]) for part in parts))],
    "options are joined": [(telling_apart, "_joins", everything), (telling_apart, "_overlaps", everything)],
    "filters are not checked": [(filters, "_is_large", everything), (filters, "is_told_apart", everything)],
}


@pytest.mark.parametrize("rule", OFF)
def test_without_a_rule_the_attack_finds_somebody(monkeypatch, rule):
    for place, name, instead in OFF[rule]:
        monkeypatch.setattr(place, name, instead)
    crossings._kept.cache_clear()
    attacker = Attacker(drawn(0, 400), "q", BREAKS)

    groups = attacker.published(conditions=1)

    crossings._kept.cache_clear()
    assert attacker.by_differencing(groups) or attacker.by_algebra(groups, literals=2)
