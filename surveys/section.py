"""What the surveys show on the front page, in search and on products' pages."""

from collections import Counter

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.site.sections import Section
from surveys.downloads import downloads
from surveys.exhibits import question_exhibit
from surveys.guide import guide
from surveys.leading import answers
from surveys.mentions import mentions
from surveys.models import Figure, Survey, Wave, Wording
from surveys.news import news
from surveys.pages import figures_of
from surveys.resting import resting
from surveys.search import entries

HEADLINE_WAVE = ("china-cloud-native-user", "2020")
HEADLINES = ("serverless_stage", "serverless_considerations", "serverless_challenges", "serverless_public_cloud")


def headlines() -> list[Exhibit]:
    """The report's survey exhibits in its order, then those of the same wave whose numbers were never published."""
    wordings = {
        wording.question.code: wording for wording in Wording.objects.in_wave_named(*HEADLINE_WAVE).with_context()
    }
    wanted = [wordings[code] for code in HEADLINES if code in wordings]
    silent = [wording for wording in wordings.values() if not wording.is_published]
    figures: dict[int, list[Figure]] = {}
    for figure in figures_of([*wanted, *silent]):
        figures.setdefault(figure.option.question_id, []).append(figure)
    return [question_exhibit(wording, figures.get(wording.question_id, [])) for wording in [*wanted, *silent]]


def counts() -> list[tuple[str, int, str]]:
    return [
        (_("surveys"), Survey.objects.with_waves().count(), "surveys"),
        (_("waves"), Wave.objects.count(), "surveys"),
        (_("survey figures"), Figure.objects.count(), "surveys"),
    ]


def addresses() -> list[str]:
    """The pages of single numbers, and of questions over their waves where there is more than one."""
    waves = Counter(wording.question for wording in Wording.objects.with_context())
    trends = [f"surveys/{asked.survey.slug}/trend/{asked.code}" for asked, count in waves.items() if count > 1]
    return trends + [figure.address for figure in Figure.objects.with_context().in_code_order()]


SECTION = Section(
    name="surveys",
    headlines=headlines,
    entries=entries,
    addresses=addresses,
    mentions=mentions,
    guide=guide,
    counts=counts,
    answers=answers,
    downloads=downloads,
    news=news,
    resting=resting,
)
