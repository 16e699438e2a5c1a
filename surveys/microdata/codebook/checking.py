"""What must hold between the parts of a codebook file: codes, columns, bases, weights and their targets."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.loading.problems import with_nearest
from surveys.microdata.codebook.checking_questions import check_question
from surveys.microdata.codebook.codebook import Codebook
from surveys.microdata.codebook.conditions import FilterError, parse_filter
from surveys.microdata.codebook.entries import Entry, EntryReader, plain_entry
from surveys.microdata.codebook.plain import question_of
from surveys.microdata.codebook.questions import EVERYBODY, CodebookError, Kind, Question

MOST_OFF = 0.001  # by which shares may miss 1


def check_book(reader: EntryReader, book: Entry) -> None:
    questions: list[Entry] = book.get("questions", [])
    weighting: Entry | None = book.get("weighting", None)
    check_once(reader, [*questions, *([weighting] if weighting else [])], "code")
    for question in questions:
        check_question(reader, question)
    _check_columns(reader, questions)
    _check_bases(reader, questions)
    _check_weight(reader, book, questions, weighting)
    if weighting:
        _check_targets(reader, weighting, {question.get("code"): question for question in questions})


def check_once(reader: EntryReader, entries: Iterable[Entry], key: str) -> None:
    seen: dict[str, Entry] = {}
    for entry in entries:
        value = entry.get(key)
        folded = value.casefold() if value else value  # other engines and disks know no capitals
        if value and folded in seen:
            line = seen[folded].at(key).line
            words = _("expected once; it stands in line %(line)d already")
            if seen[folded].get(key) != value:
                words = _("expected once, whatever the capitals; it stands in line %(line)d already")
            reader.refuse(entry.at(key), key, words % {"line": line})
        seen.setdefault(folded, entry)


def _check_columns(reader: EntryReader, questions: list[Entry]) -> None:
    """A column of the file belongs to one question; that an option names a column of its question is no second use."""
    users: dict[str, str] = {}
    for question in questions:
        own = question.get("columns", [])
        named = [option.get("column") for option in question.get("options", []) if option.get("column")]
        used = [*own, *(column for column in named if column not in own)]
        for place, column in enumerate(used):
            twice = column in used[:place] or column in named[: named.index(column) if column in named else 0]
            other = question.get("code") if twice else users.get(column)
            if other is not None:
                words = _("expected a column of no other question; %(question)s uses it already")
                reader.refuse(question.at("columns"), "columns", words % {"question": other}, value=column)
        doubled = {column for column in named if named.count(column) > 1}
        for column in sorted(doubled):
            words = _("expected a column of its own for each option; several name this one")
            reader.refuse(question.at("options"), "column", words, value=column)
        users |= dict.fromkeys(used, question.get("code"))


def _check_bases(reader: EntryReader, questions: list[Entry]) -> None:
    """A base is a filter over questions before this one. Questions that are wrong themselves are left out of it."""
    sound: list[Question] = []
    broken: set[str] = set()
    for entry in questions:
        base = entry.get("base", EVERYBODY)
        if base not in (EVERYBODY, ""):
            _check_base(reader, entry, base, sound, broken, [each.get("code") for each in questions])
        try:
            question = question_of(plain_entry(entry))
        except (CodebookError, KeyError):
            broken.add(entry.get("code"))
            continue
        if question.code not in [each.code for each in sound]:
            sound.append(question)


def _check_base(
    reader: EntryReader, entry: Entry, base: str, before: list[Question], broken: set[str], everything: list[str]
) -> None:
    if any(code and code in base for code in broken):
        return
    try:
        parse_filter(base, Codebook(tuple(before)))
    except FilterError as error:
        named = [code for code in everything if code and base[error.position :].startswith(code)]
        if named and named[0] not in [question.code for question in before]:
            words = _("expected %(all)s, or a filter over questions that stand before this one") % {"all": EVERYBODY}
        else:
            reason = str(error).rstrip(".。")
            words = _("expected %(all)s, or a filter: %(reason)s") % {"all": EVERYBODY, "reason": reason}
            if error.nearest:
                words = _("%(expected)s; nearest: %(names)s") % {"expected": words, "names": ", ".join(error.nearest)}
        reader.refuse(entry.at("base"), "base", words)


def _check_weight(reader: EntryReader, book: Entry, questions: list[Entry], weighting: Entry | None) -> None:
    weights = [question.get("code") for question in questions if question.get("kind") is Kind.WEIGHT]
    weights += [weighting.get("code")] if weighting else []
    weight = book.get("weight")
    if weight and weight not in weights:
        known = _("expected the code of a weight: %(weights)s") % {"weights": ", ".join(weights) or _("there is none")}
        reader.refuse(book.at("weight"), "weight", with_nearest(known, weight, weights))


def _check_targets(reader: EntryReader, weighting: Entry, questions: dict[str, Entry]) -> None:
    node = weighting.at("targets")
    for code, shares in weighting.get("targets", {}).items():
        question = questions.get(code)
        if question is None or question.get("kind") not in (Kind.SINGLE, Kind.SCALE):
            one_answer = [name for name, each in questions.items() if each.get("kind") in (Kind.SINGLE, Kind.SCALE)]
            words = _("expected a question of one answer, of kind single or scale")
            reader.refuse(node, "targets", with_nearest(words, code, one_answer), value=code)
            continue
        _check_shares(reader, weighting, code, shares, [option.get("code") for option in question.get("options", [])])


def _check_shares(
    reader: EntryReader, weighting: Entry, code: str, shares: dict[str, float], options: list[str]
) -> None:
    node = getattr(weighting.at("targets"), "entries", {}).get(code, weighting.at("targets"))
    for option, share in shares.items():
        if option not in options:
            words = with_nearest(_("expected an option of %(question)s") % {"question": code}, option, options)
            reader.refuse(node, "targets", words, value=option)
        if not 0 < share <= 100:
            reader.refuse(node, "targets", _("expected a share above 0 and up to 1"), value=f"{option}: {share:g}")
    total = sum(shares.values())
    if abs(total - 1) > MOST_OFF:
        words = _("expected shares of %(question)s that add to 1") % {"question": code}
        if abs(total - 100) < 1:
            words = _("%(expected)s: write 0.25 for 25 %%") % {"expected": words}
        reader.refuse(node, "targets", words, value=f"{total:g}")
