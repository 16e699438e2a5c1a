"""Who was asked, when, how and how many, in the active language; what was not published is said to be so."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.labels import language_now
from portal.words import headed, joined, sentences, spaced, write_count
from surveys.models import Question, Survey, Wave, Wording

NAMES = (  # words that keep their capital inside a sentence
    *("Kubernetes", "Docker", "Java", "Python", "Go", "Knative", "WebAssembly", "Amazon", "Google", "Azure", "Helm"),
    *("Chinese", "English", "Mandarin", "Asia", "Africa", "Europe"),
)
ANY_USE = ("_use_any", "_deploy_any")  # how codes of questions end that sum up others


def write_date(text: str) -> str:
    """A date as exact as it is known: "2020", "May 2020", "5 May 2020"."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return text
    day = date(*parts, *[1] * (3 - len(parts)))
    return date_format(day, _("F Y") if len(parts) == 2 else _("j F Y"))


def fieldwork(wave: Wave) -> str:
    """When people were asked; empty where it was not published."""
    dates = dict.fromkeys(write_date(text) for text in (wave.fieldwork_start, wave.fieldwork_end) if text)
    return spaced(_(" to ").join(dates))


def base_words(bases: Iterable[float], wave: Wave | None = None) -> str:
    """ "n = 500", "n = 120–500", or that the base was not published."""
    values = list(bases)
    known = sorted({value for value in values if value == value})  # NaN is not equal to itself
    if not known:
        if wave and wave.sample_size:
            return _("base not published (sample of %(sample)s)") % {"sample": write_count(wave.sample_size)}
        return _("base not published")
    ends = dict.fromkeys((write_count(known[0]), write_count(known[-1])))
    text = f"n = {'–'.join(ends)}"
    return text if all(value == value for value in values) else _("%(base)s where published") % {"base": text}


def titled(label: str, *, is_people: bool) -> str:
    """A title that says where people stand in place of shares."""
    return _("%(title)s: estimated people") % {"title": label} if is_people else label


def unit_words(*, is_people: bool) -> str:
    """The unit as charts and tables write it."""
    return _("people") if is_people else "%"


def shown_words(shown: int, all_of_them: int) -> str:
    """ "3 of 12 answers shown"; empty where all are."""
    if not shown or shown >= all_of_them:
        return ""
    return _("%(shown)s of %(all)s answers shown") % {"shown": shown, "all": all_of_them}


def sums_up(question: Question) -> bool:
    """Whether its numbers are "any use": counted over the answers of another question, however that one was asked."""
    return question.code.endswith(ANY_USE)


def choice_words(question: Question, wording: Wording, answers: int) -> str:
    """How many answers were allowed; empty where one answer was published, or parts of a whole of unknown kind."""
    if sums_up(question):
        return ""
    if question.kind == Question.Kind.MULTIPLE and (wording.is_whole or answers == 1):
        return ""
    return question.get_kind_display()


def subtitle(wording: Wording, bases: Iterable[float], *, answers: int) -> str:
    """The question as asked, then its method."""
    text = wording.text("text")
    return sentences([quoted(text) if text else "", method_words(wording, bases, answers=answers)])


def method_words(wording: Wording, bases: Iterable[float], *, answers: int) -> str:
    """Survey, who, when, how many; `answers` is how many were published."""
    wave, question = wording.wave, wording.question
    when = fieldwork(wave)
    who = joined([asked_words(wording), "" if when in wave.title() else when])
    asked = headed(wave.title(), who) if who else wave.title()
    method = joined([choice_words(question, wording, answers), base_words(bases, wave)])
    return sentences([asked, capital(method)])


def asked_words(wording: Wording) -> str:
    """Who was asked this question, as it stands inside a sentence."""
    return low_start(wording.text("asked") or wording.wave.text("population"))


def low_start(text: str) -> str:
    """The text without the capital of a sentence; names keep theirs."""
    first = text.split(" ")[0]
    if language_now() == "zh-hans":
        return text
    return text if first in NAMES or first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def quoted(text: str) -> str:
    return f"“{text}”"


def capital(text: str) -> str:
    return text if text.startswith("n =") or language_now() == "zh-hans" else text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """A label as it stands inside a sentence: without its capital, unless a word is a name."""
    rest = label.split(" ")[1:]
    return label if any(word != word.lower() for word in rest) else low_start(label)


def kind_warning(survey: Survey) -> str:
    """What a series is not, for series that asked nobody."""
    if survey.kind == Survey.Kind.USAGE_DATA:
        return _("These are usage data of one provider’s customers, not a survey.")
    if survey.kind == Survey.Kind.DOCUMENT_REVIEW:
        return _("This is a review of documents, not a survey.")
    return ""
