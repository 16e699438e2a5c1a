"""What the surveys show on the front page, in search and on products' pages."""

from collections import Counter
from collections.abc import Collection

from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.site.sections import Mention, Section
from portal.words import joined, write_share
from surveys.exhibits import question_exhibit
from surveys.guide import guide
from surveys.models import Figure, Survey, Wave, Wording
from surveys.pages import figures_of
from surveys.search import entries
from surveys.words import base_words

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


def mentions(kind: str, codes: Collection[str]) -> list[Mention]:
    """The figures of options that are one of these products: product by product, newest wave first."""
    if kind != "product":
        return []
    return [_mention(figure) for figure in Figure.objects.for_products(codes).with_context()]


def _mention(figure: Figure) -> Mention:
    wave, question = figure.wave, figure.option.question
    base = base_words([float("nan") if figure.base_n is None else float(figure.base_n)])
    words = {"option": figure.option.label, "question": question.label}
    part = figure.segment.label if figure.segment else ""
    return Mention(
        text=_("%(option)s – %(question)s") % words,
        address=f"surveys/{wave.survey.slug}/{wave.slug}/{question.code}",
        value=write_share(float(figure.percent)),
        detail=joined([wave.title(), part, base]),
    )


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
)
