"""Sensitive questions: that all or none of a few people gave an answer tells of each of them."""

from collections.abc import Collection
from itertools import groupby

from surveys.microdata.codebook.questions import Question
from surveys.microdata.disclosure.columns import LEAST_TESTED
from surveys.microdata.tables.table import Base, Column, Estimate, Table

Key = tuple[str, str]  # of a column
Hidden = dict[Key | None, set[str]]  # key of a column (None: the total) → codes of the rows hidden in it


def hidden_extremes(question: Question, table: Table, hidden: Collection[Key]) -> Hidden:
    """What is hidden of a sensitive question, beside the columns that are `hidden` as a whole.

    A cell that is hidden alone in its row is the total less the other columns. So the same answer is hidden in the
    smallest other column of the break too, and in that column what goes with it, until nothing stands alone.
    """
    found: Hidden = {None: _completed(question, table, None, _extremes(table, None, table.base))}
    for column in table.columns:
        if column.key not in hidden:
            found[column.key] = _completed(question, table, column, _extremes(table, column, column.base))
    banners = [list(columns) for _code, columns in groupby(table.columns, lambda column: column.break_code)]
    while any(_spread(question, table, columns, found) for columns in banners):
        pass
    return found


def _extremes(table: Table, column: Column | None, base: Base) -> set[str]:
    """Rows of 0 % or 100 % in a column, where the base is below 30."""
    if not base.n or base.n >= LEAST_TESTED:
        return set()
    return {code for code, estimate in _estimates(table, column).items() if _is_extreme(estimate)}


def _completed(
    question: Question, table: Table, column: Column | None, hidden: set[str], like: Collection[str] = ()
) -> set[str]:
    """With a hidden option goes the smallest other one, so that being hidden does not mean being extreme, and so that
    the shares shown leave more than one answer open; and whatever counts a hidden option: nets and the mean. `like`
    are rows that are hidden beside this column: they are taken first, so that no more rows are touched than need be.
    """
    if not hidden:
        return hidden
    estimates = _estimates(table, column)
    options = {option.code for option in question.options}
    # Of two extremes one is known by the other: 100 % of one answer is 0 % of the rest.
    if len(hidden & options) < 2 or all(_is_extreme(estimates[code]) for code in hidden & options):
        others = [code for code in estimates if code in options and code not in hidden]
        hidden = hidden | set(sorted(others, key=lambda code: (code not in like, estimates[code].p or 0))[:1])
    nets = {net.code for net in question.nets}
    return hidden | {net.code for net in question.nets if hidden & set(net.options)} | (set(estimates) - options - nets)


def _spread(question: Question, table: Table, columns: list[Column], found: Hidden) -> bool:
    """Whether a cell that stood alone in its row of a break got company."""
    shown = [column for column in columns if column.key in found]
    if len([column for column in columns if not column.is_net and column.key not in found]) > 0:
        return False  # what whole hidden columns hold is unknown in every row
    for code in _estimates(table, None):
        alone = [column for column in shown if not column.is_net and code in found[column.key]]
        if len(alone) != 1 or code in found[None]:
            continue
        others = [each for each in shown if not each.is_net and code not in found[each.key] and each.base.n]
        fellow = min(others, key=lambda each: (each.base.n or 0, each.letter), default=None)
        if fellow is not None:
            like = found[alone[0].key]
            found[fellow.key] = _completed(question, table, fellow, found[fellow.key] | {code}, like)
            return True
    return _spread_nets(question, table, shown, found)


def _spread_nets(question: Question, table: Table, shown: list[Column], found: Hidden) -> bool:
    """A net of columns less its other columns is the one that is hidden."""
    for net in (column for column in shown if column.is_net):
        members = [each for each in shown if not each.is_net and set(each.members) <= set(net.members)]
        exposed = {
            code
            for code in _estimates(table, None)
            if code not in found[net.key] and any(code in found[each.key] for each in members)
        }
        if exposed:
            found[net.key] = _completed(question, table, net, found[net.key] | exposed)
            return True
    return False


def _estimates(table: Table, column: Column | None) -> dict[str, Estimate]:
    """Code of each row → its estimate in a column, None for the total."""
    if column is None:
        return {row.code: row.total for row in table.rows}
    place = table.columns.index(column)
    return {row.code: row.cells[place].estimate for row in table.rows}


def _is_extreme(estimate: Estimate) -> bool:
    """As it would be printed; a mean, where all numbers are the same."""
    if estimate.p is not None:
        return round(estimate.p, 2) in (0, 1)
    return estimate.mean is not None and not estimate.sd
