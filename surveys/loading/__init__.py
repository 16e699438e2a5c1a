"""The files of this app, in the order in which they refer to each other."""

from surveys.loading.figures import FIGURES
from surveys.loading.options import OPTIONS
from surveys.loading.questions import QUESTIONS
from surveys.loading.segments import SEGMENTS
from surveys.loading.surveys import SURVEYS
from surveys.loading.waves import WAVES
from surveys.loading.wordings import WORDINGS

DATASETS = [SURVEYS, WAVES, QUESTIONS, WORDINGS, OPTIONS, SEGMENTS, FIGURES]
