"""Named queries over surveys, waves, questions and figures."""

from django.db import models
from django.db.models import Count, F

from portal.querysets import SourcedQuerySet


class SurveyQuerySet(models.QuerySet):
    def with_content(self):
        """With waves, their sources, and questions, for pages that list surveys."""
        return self.prefetch_related("waves__source", "questions")

    def with_waves(self):
        """Without series that have no wave yet: there is nothing to show or cite."""
        return self.filter(waves__isnull=False).distinct()

    def by_name(self):
        return self.order_by("name_en")


class WaveQuerySet(SourcedQuerySet):
    def with_context(self):
        return self.select_related("survey", "source")

    def for_address(self, survey: str, wave: str):
        return self.filter(survey__slug=survey, slug=wave)


class QuestionQuerySet(models.QuerySet):
    def with_context(self):
        return self.select_related("survey").prefetch_related("options")

    def for_address(self, survey: str, question: str):
        return self.filter(survey__slug=survey, code=question)

    def in_survey(self, survey):
        return self.filter(survey=survey)

    def asked(self):
        """Those that a wave has asked."""
        return self.filter(wordings__isnull=False).distinct()


class WordingQuerySet(models.QuerySet):
    def with_context(self):
        """With all that a title, a subtitle or a link needs."""
        return self.select_related("question__survey", "wave__survey", "wave__source", "source")

    def published(self):
        """Those of which numbers were published."""
        return self.filter(is_published=True)

    def for_address(self, survey: str, wave: str, question: str):
        return self.filter(wave__survey__slug=survey, wave__slug=wave, question__code=question)

    def in_survey(self, survey):
        return self.filter(wave__survey=survey).order_by("question__order", "question__code", "wave__slug")

    def in_wave(self, wave):
        return self.filter(wave=wave).order_by("question__order", "question__code")

    def in_wave_named(self, survey: str, wave: str):
        return self.filter(wave__survey__slug=survey, wave__slug=wave).order_by("question__order", "question__code")

    def of_question(self, question):
        return self.filter(question=question).order_by("wave__slug")

    def on_topic(self, topic: str):
        """Surveys by name, their newest wave first, questions in their order."""
        return self.filter(question__topic=topic).order_by(
            "wave__survey__name_en", "-wave__slug", "question__order", "question__code"
        )

    def asked_in(self, places):
        """Those of the waves and questions of these pairs of ids, and perhaps some more."""
        return self.filter(wave__in={wave for wave, _question in places}, question__in={each for _wave, each in places})

    def for_figures(self, figures):
        """Those of the questions of these figures in their waves."""
        return self.filter(
            question__in={figure.option.question_id for figure in figures},
            wave__in={figure.wave_id for figure in figures},
        )

    def breaks(self) -> set[tuple[int, int]]:
        """(question id, wave id) where the answers do not compare with the wave before."""
        return set(self.filter(comparable="no").order_by().values_list("question_id", "wave_id"))

    def similar_to(self, wording):
        """The same question code in other surveys, newest wave first."""
        return (
            self.filter(question__code=wording.question.code)
            .exclude(wave__survey=wording.wave.survey)
            .order_by("wave__survey__slug", "-wave__slug")
        )


class OptionQuerySet(models.QuerySet):
    def on_topic(self, topic: str):
        return self.filter(question__topic=topic)

    def without_product(self):
        return self.filter(product=None)


class FigureQuerySet(SourcedQuerySet):
    def with_context(self):
        """With all that a row of a table needs."""
        return self.select_related("option__question", "segment", "source", "wave__survey")

    def in_code_order(self):
        """Waves as time goes, then questions, options and segments as their code lists have them."""
        return self.order_by(
            "wave__survey__slug",
            "wave__slug",
            "option__question__order",
            "option__question__code",
            "option__order",
            "option__code",
            F("segment__dimension").asc(nulls_first=True),  # the whole sample first, in every database
            "segment__order",
            "segment__code",
        )

    def for_wording(self, wording):
        return self.filter(wave=wording.wave, option__question=wording.question)

    def for_wordings(self, wordings):
        """The figures of all these questions in these waves; the pairs are made by the caller's rows."""
        return self.filter(
            wave__in={wording.wave_id for wording in wordings},
            option__question__in={wording.question_id for wording in wordings},
        )

    def for_question(self, question):
        return self.filter(option__question=question)

    def for_option(self, option):
        return self.filter(option=option)

    def in_wave(self, wave):
        return self.filter(wave=wave)

    def in_survey(self, survey):
        return self.filter(wave__survey=survey)

    def on_topic(self, topic: str):
        return self.filter(option__question__topic=topic)

    def for_options(self, options):
        return self.filter(option__in=options)

    def for_products(self, slugs):
        """Product by product, newest wave first."""
        return self.filter(option__product__slug__in=slugs).order_by(
            "option__product__slug", "-wave__slug", "wave__survey__slug", "option__order"
        )

    def of_whole_samples(self):
        return self.filter(segment__isnull=True)

    def numbers_by_wave(self) -> dict[int, int]:
        """{wave id: number of figures}."""
        return self.numbers_by("wave")

    def numbers_by_wording(self) -> dict[tuple[int, int], int]:
        """{(wave id, question id): number of figures}."""
        rows = self.order_by().values("wave", "option__question").annotate(number=Count("pk"))
        return {(row["wave"], row["option__question"]): row["number"] for row in rows}

    def numbers_by_survey(self) -> dict[int, int]:
        """{survey id: number of figures}."""
        return self.numbers_by("wave__survey")


class DatasetQuerySet(models.QuerySet):
    def published(self):
        return self.filter(is_published=True)

    def with_context(self):
        return self.select_related("wave__survey", "wave__source", "source")

    def for_address(self, survey: str, wave: str):
        return self.filter(wave__survey__slug=survey, wave__slug=wave)

    def in_wave(self, wave):
        return self.filter(wave=wave)

    def of_revision(self, revision: str):
        return self.filter(revision=revision)

    def of_file(self, sha256: str):
        return self.filter(file_sha256=sha256)

    def in_order(self):
        """Surveys by name, their newest wave first."""
        return self.order_by("wave__survey__slug", "-wave__slug")
