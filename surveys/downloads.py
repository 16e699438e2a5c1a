"""What the catalogue of data lists of surveys: series, waves, questions, trends and tables of answers."""

from collections import Counter

from django.utils.translation import gettext as _

from portal.site.sections import Download, exhibit_files
from surveys.models import Dataset, Figure, Survey, Wave, Wording
from surveys.related import address_of

NUMBERS = frozenset({"figures", "wordings"})


def downloads() -> list[Download]:
    wordings = list(Wording.objects.published().with_context())
    return [*series_downloads(), *wave_downloads(), *question_downloads(wordings), *answer_downloads()]


def series_downloads() -> list[Download]:
    return [
        listed("survey", survey.label, f"surveys/{survey.slug}", len(survey.waves.all()), "waves")
        for survey in Survey.objects.with_waves().with_content().by_name()
    ]


def wave_downloads() -> list[Download]:
    questions = Counter(Wording.objects.values_list("wave", flat=True))
    return [
        listed("wave", wave.title(), f"surveys/{wave.survey.slug}/{wave.slug}", questions[wave.pk], "wordings")
        for wave in Wave.objects.with_context()
    ]


def question_downloads(wordings: list[Wording]) -> list[Download]:
    """Each question of each wave, and over its waves where there is more than one."""
    numbers = Figure.objects.numbers_by_wording()
    rows: Counter = Counter()
    waves: dict = {}
    found = []
    for wording in wordings:
        count = numbers.get((wording.wave_id, wording.question_id), 0)
        title = _("%(wave)s: %(question)s") % {"wave": wording.wave.title(), "question": wording.question.label}
        found.append(
            Download("question", title, address_of(wording), exhibit_files(address_of(wording)), count, NUMBERS)
        )
        waves.setdefault(wording.question, []).append(wording)
        rows[wording.question] += count
    for question, asked in waves.items():
        if len(asked) > 1:
            address = f"surveys/{question.survey.slug}/trend/{question.code}"
            title = _("%(survey)s: %(question)s, over the waves") % {
                "survey": question.survey.label,
                "question": question.label,
            }
            found.append(Download("trend", title, address, exhibit_files(address), rows[question], NUMBERS))
    return found


def answer_downloads() -> list[Download]:
    """Tables of all questions of a wave whose answers are published; what was asked is chosen on the page."""
    found = []
    for dataset in Dataset.objects.published().with_context().in_order():
        address = f"surveys/{dataset.wave.survey.slug}/{dataset.wave.slug}"
        book = (_("Workbook of all tables"), f"{address}/book.xlsx")
        title = _("%(wave)s: tables of all answers") % {"wave": dataset.wave.title()}
        files = (book, *exhibit_files(f"{address}/toplines"))
        found.append(Download("answers", title, f"{address}/toplines", files, datasets=frozenset({"answers"})))
    return found


def listed(kind: str, title: str, address: str, rows: int, dataset: str) -> Download:
    return Download(kind, title, address, exhibit_files(address), rows, frozenset({dataset}))
