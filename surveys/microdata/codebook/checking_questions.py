"""What must hold within a question of a codebook file, before it can be a Question."""

from django.utils.translation import gettext as _

from portal.loading.problems import with_nearest
from surveys.microdata.codebook.entries import Entry, EntryReader
from surveys.microdata.codebook.questions import Kind

ONE_ANSWER = (Kind.SINGLE, Kind.SCALE)
ONLY_MULTIPLE = ("separator", "unanswered")
ONLY_OPTIONS = ("options", "nets", "break", "sensitive")

FILTER_WORDS = {"and", "in", "not"}
MOST_OPTIONS, MOST_BROKEN = 1000, 150  # more take a table too long


def check_question(reader: EntryReader, question: Entry) -> None:
    kind = question.get("kind", None)
    if kind is None:
        return
    if kind.has_options and not question.get("options", []):
        reader.refuse(question.at("options"), "options", _("expected the options of the question"), value="")
    for key in ONLY_OPTIONS if not kind.has_options else ():
        if question.get(key) and str(question.get(key)) != "no":
            words = _("expected only with questions of kind single, multiple or scale")
            reader.refuse(question.at(key), key, words)
    for key in ONLY_MULTIPLE if kind is not Kind.MULTIPLE else ():
        if str(question.get(key)) not in ("", "missing"):
            reader.refuse(question.at(key), key, _("expected only with questions of kind multiple"))
    if kind.has_options:
        _check_codes(reader, question)
        _check_sources(reader, question, kind)
    _check_columns(reader, question, kind)


def _check_codes(reader: EntryReader, question: Entry) -> None:
    options = {option.get("code"): None for option in question.get("options", []) if option.get("code")}
    most = MOST_OPTIONS if str(question.get("break") or "no") == "no" else MOST_BROKEN
    if len(options) > most:
        words = _("expected at most %(most)d options, and %(broken)d of a question that is a break; found %(count)d")
        values = {"most": MOST_OPTIONS, "broken": MOST_BROKEN, "count": len(options)}
        reader.refuse(question.at("options"), "options", words % values)
        return
    seen: set[str] = set()
    for entry in [*question.get("options", []), *question.get("nets", [])]:
        code = entry.get("code")
        if code and code.lower() in FILTER_WORDS:
            reader.refuse(entry.at("code"), "code", _("expected another code: this is a word of filters"), value=code)
        if code and code in seen:
            reader.refuse(entry.at("code"), "code", _("expected once among the options and nets of a question"), code)
        seen.add(code)
    for net in question.get("nets", []):
        for code in net.get("options", []):
            if code not in options:
                words = _("expected an option of %(question)s") % {"question": question.get("code")}
                reader.refuse(net.at("options"), "options", with_nearest(words, code, options), value=code)


def _check_sources(reader: EntryReader, question: Entry, kind: Kind) -> None:
    """A text of a cell means one option, unless each option has its own column; and no option means no answer."""
    missing = set(question.get("missing", []))
    meanings: dict[str, str] = {}
    for option in question.get("options", []):
        for source in option.get("source", []):
            other = meanings.setdefault(source, option.get("code"))
            if _shares_cells(question, kind) and other != option.get("code"):
                words = _("expected a text of one option; %(option)s has it already") % {"option": other}
                reader.refuse(option.at("source"), "source", words, value=source)
            if source in missing:
                words = _("expected no text that stands under missing, which means no answer")
                reader.refuse(option.at("source"), "source", words, value=source)


def _shares_cells(question: Entry, kind: Kind) -> bool:
    """Whether several options can stand in cells of the same column."""
    if kind in ONE_ANSWER or question.get("separator"):
        return True
    options = question.get("options", [])
    has_own = any(option.get("column") for option in options)
    return not has_own and len(question.get("columns", [])) != len(options)


def _check_columns(reader: EntryReader, question: Entry, kind: Kind) -> None:
    """Answers of a question with options may be spread over any number of columns, each for any of them."""
    columns, options = question.get("columns", []), question.get("options", [])
    named = sum(bool(option.get("column")) for option in options)
    words = ""
    if kind in (Kind.NUMERIC, Kind.WEIGHT, Kind.ID) and len(columns) > 1:
        words = _("expected one column")
    elif question.get("separator") and (named or len(columns) != 1):
        words = _("expected one column, as a separator stands between its answers")
    elif 0 < named < len(options):
        words = _("expected a column for each option, or for none")
    if words:
        reader.refuse(question.at("columns"), "columns", words, ", ".join(columns))
