"""What the front page begins with: for each of its topics the newest number, with its line over the waves."""

from collections.abc import Sequence

from portal.site.sections import Answer
from portal.words import write_share
from surveys.exhibits import question_exhibit, trend_exhibit
from surveys.looks import Look
from surveys.models import Figure, Question, Wording
from surveys.pages import figures_of
from surveys.stages import is_apart
from surveys.topics import NEAREST, TOPICS, Topic, nearest_wordings
from surveys.words import method_words

LEADING = (Question.Topic.ADOPTION, Question.Topic.CONCERNS, Question.Topic.CHALLENGES)


def answers() -> list[Answer]:
    """None for a topic that nothing is published on."""
    found = (leading_answer(topic) for topic in TOPICS if topic.code in LEADING)
    return [answer for answer in found if answer]


def leading_answer(topic: Topic) -> Answer | None:
    """Of the questions that compare best, the newest wave's."""
    wordings = list(Wording.objects.on_topic(topic.code).published().with_context())
    figures = figures_of(wordings)
    nearest = nearest_wordings(topic.code, wordings, figures)
    if not nearest:
        return None
    chosen = max(nearest, key=lambda wording: newness(topic, wording, wordings))
    of_wave = [figure for figure in figures if is_of(figure, chosen) and figure.wave_id == chosen.wave_id]
    leader = max(of_wave, key=lambda figure: (not is_apart(figure.option.code), figure.percent))
    exhibit = question_exhibit(chosen, of_wave)
    asked = [wording for wording in wordings if wording.question_id == chosen.question_id]
    chart = line_of(leader, asked[::-1], figures) if len(asked) > 1 else exhibit
    value = write_share(float(leader.percent))
    method = method_words(chosen, exhibit.frame["base_n"], answers=len(of_wave))
    return Answer(topic.title, topic.address, value, method, exhibit, chart)


def newness(topic: Topic, wording: Wording, wordings: Sequence[Wording]) -> tuple[str, int, int]:
    """The year first, then how well the question compares, then how many waves asked it."""
    waves = sum(other.question_id == wording.question_id for other in wordings)
    return (wording.wave.slug[:4], -NEAREST[topic.code].index(wording.question.code), waves)


def line_of(leader: Figure, wordings: Sequence[Wording], figures: Sequence[Figure]):
    """`wordings` of one question, as time goes."""
    of_question = [figure for figure in figures if is_of(figure, wordings[0])]
    of_question.sort(key=lambda figure: figure.wave.slug)
    return trend_exhibit(
        leader.option.question,
        wordings,
        of_question,
        Look(options=(leader.option.code,)),
        query=f"only={leader.option.code}",
    )


def is_of(figure: Figure, wording: Wording) -> bool:
    return figure.option.question_id == wording.question_id
