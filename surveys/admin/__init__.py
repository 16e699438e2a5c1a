"""Admin pages of surveys, waves, questions, options, segments, figures, datasets of answers and looks at them."""

from surveys.admin.datasets import DatasetAdmin
from surveys.admin.figures import FigureAdmin, SegmentAdmin
from surveys.admin.questions import OptionAdmin, QuestionAdmin, WordingAdmin
from surveys.admin.research import ResearchRequestAdmin
from surveys.admin.surveys import SurveyAdmin, WaveAdmin

__all__ = [
    "DatasetAdmin",
    "FigureAdmin",
    "OptionAdmin",
    "QuestionAdmin",
    "ResearchRequestAdmin",
    "SegmentAdmin",
    "SurveyAdmin",
    "WaveAdmin",
    "WordingAdmin",
]
