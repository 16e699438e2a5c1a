"""A question of three answers, its exported files, and the data as they change afterwards."""

import io
from decimal import Decimal

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import override
from pptx import Presentation

from portal.exhibits.files import exhibit_file
from portal.exhibits.lookup import exhibit_at
from portal.exhibits.slide_marks import frames_of
from portal.models import DataVersion
from portal.refreshing.refreshing import refresh
from portal.versions import forget_version
from surveys.models import Figure
from tests import factories as make

ADDRESS = "surveys/users/2020/use"


def make_question() -> None:
    """Users, 2020: yes 62, no 30, unsure 8; nobody says how many were asked."""
    survey = make.make_survey(slug="users", name_en="Survey of users", name_zh="用户调查")
    wave = make.make_wave(survey=survey, slug="2020", name_en="2020", name_zh="2020 年")
    question = make.make_question(survey=survey, code="use", kind="single", name_en="Use")
    make.make_wording(question=question, wave=wave, text_en="Do you use functions?")
    for order, (code, name, percent) in enumerate((("yes", "Yes", 62), ("no", "No", 30), ("unsure", "Unsure", 8))):
        option = make.make_option(question=question, code=code, name_en=name, name_zh=f"{name} 中", order=order)
        make.make_figure(wave=wave, option=option, percent=percent, base_n=None)
    next_version()


def add_answer(code: str, name: str, percent: int) -> None:
    old = Figure.objects.get(option__code="unsure")
    option = make.make_option(question=old.option.question, code=code, name_en=name, name_zh=f"{name} 中", order=9)
    make.make_figure(wave=old.wave, option=option, percent=percent, base_n=None, source=old.source)
    next_version()


def correct(code: str, percent: int | str) -> None:
    Figure.objects.filter(option__code=code).update(percent=Decimal(percent))
    next_version()


def take_away(code: str) -> None:
    Figure.objects.filter(option__code=code).delete()
    next_version()


def withdraw() -> None:
    """Nothing is left of the question."""
    question = Figure.objects.first().option.question
    Figure.objects.all().delete()
    question.wordings.all().delete()
    question.options.all().delete()
    question.delete()
    next_version()


def next_version() -> None:
    row, _ = DataVersion.objects.get_or_create(pk=1, defaults={"changed": timezone.now()})
    DataVersion.objects.update(number=row.number + 1, changed=timezone.now())
    forget_version()


def exported(suffix: str, *, language: str = "en", address: str = ADDRESS, query: str = "") -> bytes:
    found = exhibit_at(address, QueryDict(query), language=language)
    with override(language):
        return exhibit_file(found.exhibit, suffix, found.options)


def opened(document: bytes):
    return Presentation(io.BytesIO(document))


def saved(presentation) -> bytes:
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def frames(presentation) -> list:
    return [frame for slide in presentation.slides for frame in frames_of(slide.shapes)]


def bars(frame) -> dict[str, float]:
    plot = frame.chart.plots[0]
    return dict(zip(plot.categories, plot.series[0].values, strict=True))


def refreshed(document: bytes):
    """(the report of the only chart, the presentation that comes back)."""
    result = refresh(document)
    (chart,) = result.report.charts
    return chart, opened(result.document)
