"""What must travel with figures: bases, sums, what is not stated, what the numbers are not; and their citations."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from portal.exhibits.citations import Citation, Note, cite
from portal.exhibits.columns import label_column
from portal.words import headed, spaced, write_share
from surveys.frames import has_tests
from surveys.frames.figures import LEAST_BASE, NOT_PUBLISHED, UNRELIABLE
from surveys.intervals import COMPUTED, FROM_ANSWERS, PUBLISHED
from surveys.looks import Look
from surveys.models import Figure, Question, Wording
from surveys.words import kind_warning, sums_up


def question_notes(wording: Wording, frame) -> tuple[list[str], list[str]]:
    """Texts of mandatory notes and of the others."""
    question, survey = wording.question, wording.wave.survey
    must = [kind_warning(survey)]
    if not wording.is_published:
        must.append(_("The numbers of this question were never published."))
    else:
        must += _number_notes(wording, frame)
    more = [wording.text("note"), wording.text("break_reason")]
    if wording.is_published and question.kind == Question.Kind.SINGLE and not _is_summed(wording, frame):
        more.append(_("Only some of the answers were published; their shares need not add to 100."))
    return must, [*more, *labelled_notes(frame)]


def notes_of(must: Iterable[str], more: Iterable[str] = ()) -> tuple[Note, ...]:
    """Each text once, mandatory ones first."""
    texts = dict.fromkeys(spaced(text) for text in must if text)
    others = dict.fromkeys(spaced(text) for text in more if text and spaced(text) not in texts)
    return (*[Note(text, is_mandatory=True) for text in texts], *[Note(text) for text in others])


def base_notes(frame) -> list[str]:
    """What must be said of missing bases: of all figures, or of some."""
    missing = frame.loc[frame["status"] != NOT_PUBLISHED, "base_n"].isna()
    if missing.all():
        return [_("The base was not published.")]
    return [_("The base of some of the shares was not published.")] if missing.any() else []


def interval_notes(frame) -> list[str]:
    """Whose the intervals are; nothing where none is shown."""
    words = {
        PUBLISHED: _("95% interval as the source published it."),
        FROM_ANSWERS: _(
            "95% interval (Wilson), computed from the answers and rounded outward; bases are rounded to 5."
        ),
        COMPUTED: _("95% interval (Wilson), computed from the published base as for a simple random sample."),
    }
    methods = set(frame.loc[frame["ci_low"].notna(), "ci_method"])
    return [text for method, text in words.items() if method in methods]


def wave_test_notes(frame) -> list[str]:
    """How waves were tested against each other; nothing where none could be."""
    if not has_tests(frame):
        return []
    return [
        _(
            "Higher and lower: than in the wave before, p < 0.05; z test on published bases of %(base)s or more, "
            "adjusted by Holm over the waves of an answer. Nothing is tested across a break."
        )
        % {"base": LEAST_BASE}
    ]


def look_notes(look: Look) -> list[str]:
    """What must be said of numbers that no source published."""
    return [_("People are estimated: share times published base, to whole people.")] if look.is_people else []


def sum_notes(question: Question, frame) -> list[str]:
    """For several answers of which several could be chosen."""
    if question.kind != Question.Kind.MULTIPLE or sums_up(question) or frame["option"].nunique() < 2:
        return []
    return [_("Several answers were possible, so the shares do not add to 100.")]


def _number_notes(wording: Wording, frame) -> list[str]:
    notes = base_notes(frame)
    notes += [] if wording.is_whole else sum_notes(wording.question, frame)
    notes += interval_notes(frame)
    not_stated = frame.loc[frame["status"] == NOT_PUBLISHED, "value"].sum()
    if not_stated:
        notes.append(
            _("The source does not state what the other %(share)s answered.") % {"share": write_share(not_stated)}
        )
    if (frame["status"] == UNRELIABLE).any():
        notes.append(
            _("Shares of fewer than %(base)s people are marked: they are not reliable.") % {"base": LEAST_BASE}
        )
    derived = frame[(frame["basis"] == Figure.Basis.DERIVED) & (frame["status"] != NOT_PUBLISHED)]
    if len(derived):
        notes.append(_("Derived: computed for this portal from published data."))
    return notes


def _is_summed(wording: Wording, frame) -> bool:
    """Whether what is missing to 100 is dealt with: shown as not stated, or nothing is missing."""
    return wording.is_whole or frame.empty


def citations_of(figures: Sequence[Figure], wordings: Sequence[Wording]) -> tuple[Citation, ...]:
    """The sources of the figures in their order, then those of the wordings, each once with its page."""
    cited: dict[str, Citation] = {}
    for row in (*figures, *wordings):
        cited.setdefault(row.source.code, cite(row.source, row.page))
    return tuple(cited.values())


def labelled_notes(frame) -> list[str]:
    """Notes of single figures with the option they belong to."""
    rows = frame[frame["note"] != ""]
    return [headed(label, note) for label, note in zip(rows[label_column("option")], rows["note"], strict=True)]
