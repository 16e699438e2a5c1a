"""What stands around a question: its neighbours in the wave, its other waves, the same question elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.labels import page_path
from surveys.answers import PublishedAnswers
from surveys.models import Wording

MOST_SIMILAR = 8


@dataclass(frozen=True)
class Link:
    """`address` is a path without language."""

    text: str
    address: str
    detail: str = ""

    @property
    def href(self) -> str:
        return page_path(self.address)


@dataclass(frozen=True)
class LinkGroup:
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Neighbours:
    """`trend` is None where the question has one wave only."""

    groups: tuple[LinkGroup, ...]
    trend: Link | None
    previous: Link | None
    following: Link | None


def neighbours_of(wording: Wording) -> Neighbours:
    """Three queries."""
    survey = wording.wave.survey
    in_wave = list(Wording.objects.in_wave(wording.wave).with_context())
    waves = list(Wording.objects.of_question(wording.question).with_context())
    similar = newest_by_survey(Wording.objects.similar_to(wording).with_context())
    place = next(place for place, other in enumerate(in_wave) if other.pk == wording.pk)
    same_topic = [
        other for other in in_wave if other.question.topic == wording.question.topic and other.pk != wording.pk
    ]
    groups = (
        LinkGroup(_("On the same topic in this wave"), tuple(_question_link(other) for other in same_topic)),
        LinkGroup(
            _("The same question in other waves"),
            tuple(Link(other.wave.label, address_of(other)) for other in reversed(waves) if other.pk != wording.pk),
        ),
        LinkGroup(
            _("Similar questions in other surveys"),
            tuple(
                Link(other.wave.title(), address_of(other), other.question.label) for other in similar[:MOST_SIMILAR]
            ),
        ),
    )
    return Neighbours(
        groups=tuple(group for group in groups if group.links),
        trend=Link(_("Over the waves"), f"surveys/{survey.slug}/trend/{wording.question.code}")
        if len(waves) > 1
        else None,
        previous=_question_link(in_wave[place - 1]) if place else None,
        following=_question_link(in_wave[place + 1]) if place + 1 < len(in_wave) else None,
    )


def table_links(published: PublishedAnswers | None, question: str = "") -> tuple[Link, ...]:
    """To the tables that readers make of the answers of a wave, or of a question of it; none where there are none."""
    if published is None or (question and question not in {each.code for each in published.answers.codebook.tabulated}):
        return ()
    wave = published.dataset.wave
    address = f"surveys/{wave.survey.slug}/{wave.slug}"
    if question:
        return (Link(_("Break this question down as you like"), f"{address}/crosstab?rows={question}"),)
    return (
        Link(_("Ask your own question"), f"{address}/crosstab", _("any two questions of each other")),
        Link(_("Tables of all questions"), f"{address}/toplines", _("with a workbook of all tables")),
    )


def newest_by_survey(wordings: Iterable[Wording]) -> Sequence[Wording]:
    """The first of each survey; the rows come newest wave first."""
    found: dict[int, Wording] = {}
    for wording in wordings:
        found.setdefault(wording.wave.survey_id, wording)
    return list(found.values())


def address_of(wording: Wording) -> str:
    return f"surveys/{wording.wave.survey.slug}/{wording.wave.slug}/{wording.question.code}"


def _question_link(wording: Wording) -> Link:
    return Link(wording.question.label, address_of(wording))
