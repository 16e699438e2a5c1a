"""What people said: series of surveys, their waves and questions, published figures, and answers."""

from surveys.models.dataset import Dataset, ResearchRequest
from surveys.models.figure import Figure, Segment
from surveys.models.option import Option
from surveys.models.question import Question
from surveys.models.survey import Survey
from surveys.models.wave import Wave
from surveys.models.wording import Wording

__all__ = ["Dataset", "Figure", "Option", "Question", "ResearchRequest", "Segment", "Survey", "Wave", "Wording"]
