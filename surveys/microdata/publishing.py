"""Answers → the table that an audience may see. Whatever readers see of answers has gone through here."""

from collections.abc import Sequence
from dataclasses import replace

from surveys.microdata.cells.cube import BEFORE
from surveys.microdata.disclosure.columns import LEAST_TESTED, hidden_columns, hidden_lines, untested_columns
from surveys.microdata.disclosure.covering import Cover
from surveys.microdata.disclosure.filters import check_filter, check_question
from surveys.microdata.disclosure.refusal import RefusedTable
from surveys.microdata.store.answers import Answers
from surveys.microdata.tables.asking import check_spec
from surveys.microdata.tables.making import Cubes, cubes_for, make_table, table_of
from surveys.microdata.tables.table import Audience, Table, TableSpec

__all__ = ["RefusedTable", "table_for", "tables_for"]


def table_for(answers: Answers, spec: TableSpec, audience: Audience) -> Table:
    """Researchers see every number; the public sees what docs/data.md says, for reasons that disclosure/ gives.

    Raises SpecError for what the codebook does not hold, RefusedTable for what the public may not ask.
    """
    if audience is Audience.RESEARCH:
        return make_table(answers, spec)
    return tables_for(answers, [spec])[0]


def tables_for(answers: Answers, specs: Sequence[TableSpec]) -> list[Table]:
    """Public tables of several row questions, counted in one pass; all specs but `rows` are alike."""
    for spec in specs:
        check_spec(answers.codebook, spec)
        check_question(answers.codebook, spec)
        if spec.filter:
            check_filter(answers, spec)
    cubes = cubes_for(answers, specs) if specs else {}
    return [_public_table(answers, spec, cubes) for spec in specs]


def _public_table(answers: Answers, spec: TableSpec, cubes: Cubes) -> Table:
    spec = replace(spec, least_base=max(spec.least_base, LEAST_TESTED))
    hidden = hidden_columns(answers, spec, cubes)
    untested = untested_columns(answers, spec, cubes)
    table = table_of(answers, spec, cubes, hidden=hidden, untested=untested)
    lines = hidden_lines(answers, spec, cubes)
    closed = {code for code in spec.breaks if lines[code] or _hides_people(answers, spec, cubes, code, hidden)}
    return Cover(
        table, answers.codebook.by_code[spec.rows], hidden, untested, closed, lines, answers.respondents
    ).covered()


def _hides_people(answers: Answers, spec: TableSpec, cubes: Cubes, code: str, hidden) -> bool:
    """Whether a hidden option of the break has anybody in it."""
    people = cubes[spec.rows, code].bases.n[BEFORE:]
    options = answers.codebook.by_code[code].options
    return any((code, option.code) in hidden and n for option, n in zip(options, people.tolist(), strict=False))
