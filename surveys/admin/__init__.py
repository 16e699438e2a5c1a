"""Admin pages of surveys, waves, questions, options, segments and figures."""

from surveys.admin.figures import FigureAdmin, SegmentAdmin
from surveys.admin.questions import OptionAdmin, QuestionAdmin, WordingAdmin
from surveys.admin.surveys import SurveyAdmin, WaveAdmin

__all__ = ["FigureAdmin", "OptionAdmin", "QuestionAdmin", "SegmentAdmin", "SurveyAdmin", "WaveAdmin", "WordingAdmin"]
