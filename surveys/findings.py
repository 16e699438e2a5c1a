"""The sentence that says what a question's chart says; made by rule from the figures, in the active language.

A finding claims no more than the rows show: ties are named as ties, a ranking speaks of the answers published, and a
sum is given only where the shares are parts of a whole. Where no rule fits it is empty and the title heads the chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.labels import language_now
from portal.words import all_of, spaced, write_share
from surveys.models import Question
from surveys.shares import share_words
from surveys.stages import NONE, TESTING, TRYING, USING
from surveys.words import capital, inside

# What a question is about, by the beginning of its code.
SUBJECTS = {"serverless": "serverless", "k8s": "Kubernetes", "service_mesh": "service_mesh", "wasm": "WebAssembly"}
# Topics whose options are things rather than names: inside a sentence they lose their capitals.
LOW_TOPICS = (Question.Topic.ADOPTION, Question.Topic.CONCERNS, Question.Topic.CHALLENGES)
WHETHER = ("Whether", "是否")  # how a label asks what has yes for an answer
ANY = ("yes", "any_use")  # answers that say that something is used, however much
MOST_TIED = 3  # labels that one sentence can hold
LEADERS_SHARE = 50  # per cent that two leaders hold together to be named together
FEW = 3  # options under which nothing "leads"


@dataclass(frozen=True)
class Result:
    """One option of the whole sample."""

    code: str
    label: str
    value: float
    is_apart: bool = False


def finding(
    question: Question, results: Sequence[Result], stages: dict[str, str], *, missing: float, is_whole: bool
) -> str:
    """`missing` is what the shares of a whole lack to 100; `stages` is empty where the options are none."""
    return spaced(_sentence(question, results, stages, missing=missing, is_whole=is_whole))


def _sentence(question: Question, results: Sequence[Result], stages: dict[str, str], *, missing: float, is_whole: bool):
    if not results:
        return ""
    if stages and subject_of(question):
        return _staged(question, results, stages)
    ranked = sorted(results, key=lambda result: (result.is_apart, -result.value))
    named = [result for result in ranked if not result.is_apart]
    if len(results) == 1:
        return _single(question, results[0])
    if not named:
        return ""
    if len(named) == 1:
        return _single(question, named[0])
    if question.is_ordered:
        return _most_common(named, results, missing)
    return _leaders(question, named, is_whole=is_whole, missing=missing)


def leaders_of(question: Question, results: Sequence[Result], *, is_whole: bool) -> list[str]:
    """Codes of the options that the finding names first, for the strong colour."""
    named = sorted((result for result in results if not result.is_apart), key=lambda result: -result.value)
    if not named:
        return []
    if is_whole and question.topic == Question.Topic.PROVIDERS and has_two_leaders(named):
        return [result.code for result in named[:2]]
    return [result.code for result in tied(named)]


def tied(ranked: Sequence[Result]) -> list[Result]:
    """The first and those equal to it."""
    return [result for result in ranked if result.value == ranked[0].value]


def has_two_leaders(ranked: Sequence[Result]) -> bool:
    """Two that hold most of the whole together while the third is far behind."""
    if len(ranked) < FEW:
        return False
    first, second, third = (result.value for result in ranked[:3])
    return first + second >= LEADERS_SHARE and second >= first / 2 and third <= second / 2


def _staged(question: Question, results: Sequence[Result], stages: dict[str, str]) -> str:
    def total(stage: str) -> float:
        return round(sum(result.value for result in results if stages[result.code] == stage), 2)

    using = [result.code for result in results if stages[result.code] == USING]
    words = {"subject": subject_of(question)}
    if using:
        words["share"] = share_words(total(USING))
        if set(using) & TESTING:
            return _("%(share)s already run or test %(subject)s") % words
        if all(code.startswith("production") for code in using):
            return _("%(share)s run %(subject)s in production") % words
        return _("%(share)s use %(subject)s") % words
    words |= {"trying": write_share(total(TRYING)), "none": write_share(total(NONE))}
    return _("%(trying)s look into %(subject)s, %(none)s do not use it") % words


def subject_of(question: Question) -> str:
    """What the stages are stages of, as a word inside a sentence; empty where the code does not tell."""
    names = {"serverless": _("serverless"), "service_mesh": _("a service mesh")}
    for start, name in SUBJECTS.items():
        if question.code.startswith(start):
            return names.get(start, name)
    return ""


def _single(question: Question, result: Result) -> str:
    share = share_words(result.value)
    if result.code in ANY and question.code.startswith(("serverless_use", "serverless_deploy")):
        return _("%(share)s use %(subject)s") % {"share": share, "subject": subject_of(question)}
    if result.code == "yes" and question.label.startswith(WHETHER):
        return _("%(share)s answer yes") % {"share": share}
    label = question.label if result.code == "yes" else result.label
    return _("%(share)s: %(label)s") % {"share": write_share(result.value), "label": label}


def _most_common(named: Sequence[Result], results: Sequence[Result], missing: float) -> str:
    """For options with an order of their own, where "leads" would be the wrong word."""
    first = tied(named)
    if len(first) > 1 or missing > first[0].value or any(result.value > first[0].value for result in results):
        return ""
    words = {"label": first[0].label, "share": write_share(first[0].value)}
    return _("“%(label)s” is the most common answer, at %(share)s") % words


def _leaders(question: Question, named: Sequence[Result], *, is_whole: bool, missing: float) -> str:
    first = tied(named)
    is_about_providers = question.topic == Question.Topic.PROVIDERS
    if is_about_providers and is_whole and missing <= named[0].value and has_two_leaders(named):
        words = {
            "share": share_words(round(named[0].value + named[1].value, 2)),
            "first": named[0].label,
            "second": named[1].label,
        }
        return _("%(share)s are with %(first)s or %(second)s") % words
    return _tie(question, first) if len(first) > 1 else _ranking(question, named)


def _tie(question: Question, first: Sequence[Result]) -> str:
    share = write_share(first[0].value)
    if len(first) > MOST_TIED:
        return ngettext(
            "%(count)s answer shares the first place at %(share)s",
            "%(count)s answers share the first place at %(share)s",
            len(first),
        ) % {"count": len(first), "share": share}
    return _("%(labels)s come first with %(share)s each") % {
        "labels": capital(all_of(named_in(question, first))),
        "share": share,
    }


def _ranking(question: Question, named: Sequence[Result]) -> str:
    labels = named_in(question, named)
    words = {
        "first": capital(labels[0]),
        "share": write_share(named[0].value),
        "second": labels[1],
        "second_share": write_share(named[1].value),
    }
    if len(named) < FEW:
        return _("%(first)s: %(share)s, %(second)s: %(second_share)s") % words
    if question.topic == Question.Topic.CHALLENGES:
        words = {"share": share_words(named[0].value), "label": labels[0]}
        return _("%(share)s name %(label)s as a challenge") % words
    if question.topic == Question.Topic.CONCERNS and named[-1].value < named[-2].value:
        words |= {"last": labels[-1], "last_share": write_share(named[-1].value)}
        return _("%(first)s first at %(share)s, %(last)s last at %(last_share)s") % words
    if question.topic == Question.Topic.PROVIDERS:
        words["lead"] = write_points(named[0].value - named[1].value)
        return _("%(first)s leads with %(share)s, %(lead)s points ahead of %(second)s") % words
    return _("%(first)s first at %(share)s, then %(second)s at %(second_share)s") % words


def named_in(question: Question, results: Sequence[Result]) -> list[str]:
    """Labels for inside a sentence; names of products keep their capitals."""
    if language_now() != "en" or question.topic not in LOW_TOPICS:
        return [result.label for result in results]
    return [inside(result.label) for result in results]


def write_points(difference: float) -> str:
    return write_share(round(difference, 2)).removesuffix("%")
