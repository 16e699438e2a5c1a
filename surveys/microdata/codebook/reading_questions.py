"""Questions of a codebook file, with their options and nets, in every way in which people write them."""

from typing import Any

from django.utils.translation import gettext as _

from portal.loading.tree import Mapping, Node
from surveys.microdata.codebook.entries import Entry, EntryReader, code, flag, number, one_of, text, texts, whole
from surveys.microdata.codebook.questions import Break, Kind, Unanswered


def read_questions(reader: EntryReader, node: Node, key: str) -> list[Entry]:
    found = []
    for each in reader.listed(node, key, scalar="kind", sequence="columns"):
        entry = reader.entry(reader.spread(_labelled(each), "text", "asked"), key, QUESTION)
        if entry is not None:
            for needed in ("code", "kind"):
                reader.need(entry, needed)
            _complete_columns(entry)
            _complete_nets(reader, entry)
            found.append(entry)
    return found


def _labelled(node: Node) -> Node:
    """A question's `label` is its text, as many tools call it."""
    if not isinstance(node, Mapping) or "text" in node.entries:
        return node
    names = {"label": "text", "label_en": "text_en", "label_zh": "text_zh"}
    entries = {
        names.get(key, key) if names.get(key) not in node.entries else key: each for key, each in node.entries.items()
    }
    return Mapping(node.line, entries, node.sheet)


def _complete_columns(question: Entry) -> None:
    """A question that names no column is in the column of its own code."""
    named = any("column" in option.values for option in question.get("options", []))
    if "columns" not in question.values and not named and "code" in question.values:
        question.values["columns"] = [question.get("code")]


def _options(reader: EntryReader, node: Node, key: str) -> list[Entry]:
    """An option without any label is labelled by its code, one with a Chinese label alone has it in both languages."""
    found = []
    for each in reader.listed(node, key, scalar="label_en", sequence="source"):
        entry = reader.entry(reader.spread(each, "label"), key, OPTION)
        if entry is not None:
            reader.need(entry, "code")
            label = entry.get("label_en") or entry.get("label_zh") or entry.get("code")
            found.append(Entry(entry.node, entry.values | {"label_en": label}))
    return found


def _nets(reader: EntryReader, node: Node, key: str) -> list[Entry]:
    entries = (
        reader.entry(reader.spread(each, "label"), key, NET)
        for each in reader.listed(node, key, scalar="options", sequence="options")
    )
    return [entry for entry in entries if entry is not None]


def _complete_nets(reader: EntryReader, question: Entry) -> None:
    """`top: 2` and `bottom: 2` are the last and the first options of a scale, by their values where they have some."""
    nets = []
    for net in question.get("nets", []):
        ends = [end for end in ("top", "bottom") if end in net.values]
        values = {key: value for key, value in net.values.items() if key not in ends}
        if len(ends) + ("options" in values) > 1:
            reader.refuse(net.node, "nets", _("expected one of options, top and bottom"), value="")
        elif ends:
            (end,) = ends
            values = _end_of_scale(reader, question, net, end) | values
        for key in () if ends else ("code", "options"):
            reader.need(net, key)
        label = values.get("label_en") or values.get("label_zh") or values.get("code", "")
        nets.append(Entry(net.node, values | {"label_en": label}))
    if nets:
        question.values["nets"] = nets


def _end_of_scale(reader: EntryReader, question: Entry, net: Entry, end: str) -> dict[str, Any]:
    """Code, options and, where the net has no label of its own, labels."""
    count, options = net.values[end], question.get("options", [])
    if question.get("kind", Kind.SCALE) is not Kind.SCALE:
        reader.refuse(net.at(end), end, _("expected only with a question of kind scale; list the options instead"))
        return {}
    if any("value" in option.values for option in options):
        options = sorted((each for each in options if "value" in each.values), key=lambda each: each.values["value"])
    if not 1 <= count < len(options):
        words = _("expected a number from 1 to %(most)d: fewer than the scale has options")
        reader.refuse(net.at(end), end, words % {"most": max(len(options) - 1, 1)})
        return {}
    chosen = options[-count:] if end == "top" else options[:count]
    found: dict[str, Any] = {"code": f"{end}{count}", "options": [option.get("code") for option in chosen]}
    if not (net.get("label_en") or net.get("label_zh")):
        named = {"top": ("Top {}", "最高 {} 项"), "bottom": ("Bottom {}", "最低 {} 项")}[end]
        found |= {"label_en": named[0].format(count), "label_zh": named[1].format(count)}
    return found


QUESTION = {
    "code": code,
    "kind": one_of(Kind),
    "columns": texts,
    "text_en": text,
    "text_zh": text,
    "base": text,
    "asked_en": text,
    "asked_zh": text,
    "break": one_of(Break),
    "missing": texts,
    "separator": text,
    "unanswered": one_of(Unanswered),
    "sensitive": flag,
    "topic": text,
    "note": text,
    "options": _options,
    "nets": _nets,
}
OPTION = {
    "code": code,
    "label_en": text,
    "label_zh": text,
    "source": texts,
    "column": text,
    "value": number,
    "exclusive": flag,
}
NET = {"code": code, "label_en": text, "label_zh": text, "options": texts, "top": whole, "bottom": whole}
