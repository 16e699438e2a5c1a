"""Codebook ↔ plain values, the form of its YAML: defaults are left out, and every key has one order."""

from collections.abc import Mapping
from typing import Any

from surveys.microdata.codebook.codebook import Codebook, FileForm, Repair, Weighting
from surveys.microdata.codebook.questions import EVERYBODY, Break, Kind, Net, Option, Question, Unanswered

VERSION = 1  # of this form


def plain_codebook(codebook: Codebook) -> dict[str, Any]:
    """What `codebook_of` reads back as an equal codebook."""
    weighting = codebook.weighting
    return _without_defaults(
        {
            "codebook": VERSION,
            "survey": codebook.survey,
            "wave": codebook.wave,
            "source": codebook.source,
            "confirmed": None if codebook.is_confirmed else False,
            "weight": codebook.weight,
            "file": _without_defaults(vars(codebook.file)),
            "repairs": [{"rule": each.rule, "why": each.why, **each.settings} for each in codebook.repairs],
            "weighting": weighting and _without_defaults(dict(vars(weighting))),
            "questions": [_plain_question(question) for question in codebook.questions],
        }
    )


def codebook_of(values: Mapping[str, Any]) -> Codebook:
    """The codebook of values that are known to be of this form, such as those of a stored one."""
    weighting = values.get("weighting")
    return Codebook(
        questions=tuple(question_of(each) for each in values["questions"]),
        survey=values.get("survey", ""),
        wave=values.get("wave", ""),
        weight=values.get("weight", ""),
        weighting=Weighting(**weighting) if weighting else None,
        file=FileForm(**values.get("file", {})),
        repairs=tuple(
            Repair(each["rule"], each["why"], {key: each[key] for key in each if key not in ("rule", "why")})
            for each in values.get("repairs", [])
        ),
        source=values.get("source", ""),
        is_confirmed=values.get("confirmed", True),
    )


def _plain_question(question: Question) -> dict[str, Any]:
    return _without_defaults(
        {
            "code": question.code,
            "kind": str(question.kind),
            "columns": list(question.columns),
            "text_en": question.text_en,
            "text_zh": question.text_zh,
            "base": "" if question.base == EVERYBODY else question.base,
            "asked_en": question.asked_en,
            "asked_zh": question.asked_zh,
            "break": "" if question.break_for is Break.NO else str(question.break_for),
            "missing": list(question.missing),
            "separator": question.separator,
            "unanswered": "" if question.unanswered is Unanswered.MISSING else str(question.unanswered),
            "sensitive": question.is_sensitive or None,
            "topic": question.topic,
            "note": question.note,
            "options": [_plain_option(option) for option in question.options],
            "nets": [_without_defaults({**vars(net), "options": list(net.options)}) for net in question.nets],
        }
    )


def _plain_option(option: Option) -> dict[str, Any]:
    return _without_defaults(
        {
            "code": option.code,
            "label_en": option.label_en,
            "label_zh": option.label_zh,
            "source": list(option.source),
            "column": option.column,
            "value": option.value,
            "exclusive": option.is_exclusive or None,
        }
    )


def question_of(values: Mapping[str, Any]) -> Question:
    """A question of the same form. CodebookError where it contradicts itself, KeyError where it has no code or kind."""
    return Question(
        code=values["code"],
        kind=Kind(values["kind"]),
        columns=tuple(values.get("columns", ())),
        base=values.get("base", EVERYBODY),
        break_for=Break(values.get("break", Break.NO)),
        missing=tuple(values.get("missing", ())),
        unanswered=Unanswered(values.get("unanswered", Unanswered.MISSING)),
        is_sensitive=values.get("sensitive", False),
        options=tuple(_option_of(each) for each in values.get("options", [])),
        nets=tuple(
            Net(each["code"], each.get("label_en", ""), each.get("label_zh", ""), tuple(each["options"]))
            for each in values.get("nets", [])
        ),
        **{
            key: values.get(key, "")
            for key in ("text_en", "text_zh", "asked_en", "asked_zh", "separator", "topic", "note")
        },
    )


def _option_of(values: Mapping[str, Any]) -> Option:
    return Option(
        code=values["code"],
        label_en=values.get("label_en", ""),
        label_zh=values.get("label_zh", ""),
        source=tuple(values.get("source", ())),
        column=values.get("column", ""),
        value=values.get("value"),
        is_exclusive=values.get("exclusive", False),
    )


def _without_defaults(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without texts, lists and numbers that are not said; an option's value of 0 is said, and so is False."""
    return {key: value for key, value in values.items() if value or value is False or (key == "value" and value == 0)}
