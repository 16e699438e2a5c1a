"""What of the surveys rests on a source: waves, and questions with their figures."""

from portal.site.sections import Resting
from surveys.models import Figure, Wave, Wording
from surveys.related import address_of


def resting(code: str) -> list[Resting]:
    """Waves that name it, then questions with how many of their figures do."""
    numbers = Figure.objects.citing(code).numbers_by_wording()
    waves = [
        Resting("wave", wave.title(), f"surveys/{wave.survey.slug}/{wave.slug}")
        for wave in Wave.objects.citing(code).with_context()
    ]
    asked = Wording.objects.asked_in(numbers).with_context()
    return waves + [
        Resting("figure", f"{wording.wave.title()} · {wording.question.label}", address_of(wording), number)
        for wording in asked
        if (number := numbers.get((wording.wave_id, wording.question_id)))
    ]
