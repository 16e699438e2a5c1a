"""Named queries over surveys, waves, questions and figures."""

from django.db import models


class SurveyQuerySet(models.QuerySet):
    pass


class WaveQuerySet(models.QuerySet):
    pass


class QuestionQuerySet(models.QuerySet):
    pass


class WordingQuerySet(models.QuerySet):
    pass


class FigureQuerySet(models.QuerySet):
    pass
