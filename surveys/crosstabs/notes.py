"""What must travel with a crosstab: weight, tests, hidden and small columns, who was asked, the revision."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.exhibits.citations import Note
from portal.words import headed, joined, listed, sentences, write_count
from surveys.crosstabs.asking import Asking
from surveys.crosstabs.words import FLAG, SMALL, STRONG_FLAG, VERY_SMALL, filter_words, flag_of
from surveys.exhibits.notes import notes_of
from surveys.microdata.codebook.questions import EVERYBODY, Kind
from surveys.microdata.tables.footnote import footnote_of
from surveys.microdata.tables.table import SUPPRESSED, Adjust, Column, Table
from surveys.weights import weight_label
from surveys.words import fieldwork, low_start, quoted

if TYPE_CHECKING:
    from pandas import DataFrame


def subtitle(table: Table, asking: Asking) -> str:
    """The question as asked; survey, when; who of them; how many, how they are weighted."""
    wave, question = asking.published.dataset.wave, asking.codebook.by_code[table.spec.rows]
    when = "" if fieldwork(wave) in wave.title() else fieldwork(wave)
    filtered = filter_words(table.spec.filter, asking)
    who = joined([low_start(question.asked), when])
    asked = headed(wave.title(), who) if who else wave.title()
    base = "" if table.base.n is None else f"n = {write_count(table.base.n)}"
    weight = weight_label(asking.codebook, table.spec.weight)
    text = question.text if question.text != asking.label(question.code) else ""
    return sentences(
        [
            quoted(text) if text else "",
            asked,
            headed(_("Only those who"), filtered) if filtered else "",
            joined([base, low_start(weight) if base else weight]),
        ]
    )


def crosstab_notes(table: Table, frame: "DataFrame", asking: Asking, *, left_out: int = 0) -> tuple[Note, ...]:
    must = [
        footnote_of(table),
        *hidden_notes([column.letter for column in hidden_columns(table)]),
        *flag_notes(frame),
    ]
    question = asking.codebook.by_code[table.spec.rows]
    if question.kind is Kind.MULTIPLE:
        must.append(_("Several answers were possible, so the shares do not add to 100."))
    if left_out:
        must.append(
            ngettext(
                "The chart leaves out %(count)s answer that fewer gave; the table has it.",
                "The chart leaves out %(count)s answers that fewer gave; the table has them.",
                left_out,
            )
            % {"count": left_out}
        )
    more = [*arrow_notes(frame, table.spec.adjust), *_bases(question, asking), *rounding_notes()]
    return notes_of(must, [*more, revision_note(asking)])


def hidden_columns(table: Table) -> list[Column]:
    return [column for column in table.columns if column.status == SUPPRESSED]


def hidden_notes(names: list[str]) -> list[str]:
    """`names` of the hidden columns: letters where these stand over them."""
    if not names:
        return []
    return [
        _("Hidden: %(columns)s. A column is hidden where it or what it leaves over would show fewer than 10 people.")
        % {"columns": listed(names)}
    ]


def flag_notes(frame: "DataFrame") -> list[str]:
    flags = {flag_of(base, status) for base, status in zip(frame["base_n"], frame["status"], strict=True)}
    found = []
    if FLAG in flags:
        found.append(_("%(flag)s base under %(base)s people") % {"flag": FLAG, "base": SMALL})
    if STRONG_FLAG in flags:
        words = {"flag": STRONG_FLAG, "base": VERY_SMALL}
        found.append(_("%(flag)s base or effective base under %(base)s people: shown, not tested") % words)
    return found


def arrow_notes(frame: "DataFrame", adjust: Adjust) -> list[str]:
    """What arrows mean, where one is shown; charts have none."""
    if not (frame["versus_rest"] != "").any():
        return []
    if adjust is Adjust.NONE:
        return [_("↑ ↓: higher or lower than everybody else who answered the break, p < 0.05, not adjusted")]
    return [_("↑ ↓: higher or lower than everybody else who answered the break, p < 0.05, adjusted over the columns")]


def _bases(question, asking: Asking) -> list[str]:
    if question.kind is Kind.MULTIPLE:
        base = _("Base: everybody who was asked the question and passes the filter.")
    else:
        base = _("Base: everybody who answered the question and passes the filter.")
    asked = low_start(question.asked) or ("" if question.base == EVERYBODY else question.base)
    return [base, headed(_("Who was asked"), asked) if asked else "", question.note]


def rounding_notes() -> list[str]:
    return [
        _(
            "Percentages are whole, with one decimal for bases of 100 and more; bases are rounded to 5, "
            "intervals (95%) outward."
        )
    ]


def revision_note(asking: Asking) -> str:
    dataset = asking.published.dataset
    words = {"revision": dataset.short_revision, "count": write_count(dataset.respondents)}
    return _("Computed from the answers of %(count)s respondents, revision %(revision)s.") % words
