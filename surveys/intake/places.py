"""Where answers belong: the wave and the source that a codebook names."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from portal.loading.problems import Report, with_nearest
from portal.models import Source
from surveys.microdata.codebook.codebook import Codebook
from surveys.models import Wave


@dataclass(frozen=True)
class Place:
    wave: Wave
    source: Source


class OtherPlace(ValueError):
    """A codebook says that its answers belong elsewhere."""


def with_place(codebook: Codebook, survey: str, wave: str) -> Codebook:
    """The codebook, saying that its answers belong there. OtherPlace where it says otherwise; empty is not said."""
    for key, given, written in (("survey", survey, codebook.survey), ("wave", wave, codebook.wave)):
        if given and written and given != written:
            words = _("%(key)s %(given)s: the codebook says %(written)s")
            raise OtherPlace(words % {"key": key, "given": given, "written": written})
    return replace(codebook, survey=codebook.survey or survey, wave=codebook.wave or wave)


def find_place(codebook: Codebook, name: str, report: Report) -> Place | None:
    """The wave and the source, the wave's own where the codebook names none; None when a problem was added."""
    wave = _wave(codebook, name, report)
    if not codebook.source:
        return wave and Place(wave, wave.source)
    source = Source.objects.filter(code=codebook.source).first()
    if source is None:
        expected = _("expected the code of a source")
        codes = Source.objects.values_list("code", flat=True)
        report.add(name, None, "source", codebook.source, with_nearest(expected, codebook.source, codes))
    return Place(wave, source) if wave and source else None


def _wave(codebook: Codebook, name: str, report: Report) -> Wave | None:
    if not codebook.survey or not codebook.wave:
        missing = "survey" if not codebook.survey else "wave"
        expected = _("expected the survey and the wave that the answers belong to, in the codebook or as an option")
        report.add(name, None, missing, "", expected)
        return None
    wave = Wave.objects.for_address(codebook.survey, codebook.wave).first()
    if wave is not None:
        return wave
    waves = Wave.objects.filter(survey__slug=codebook.survey).values_list("slug", flat=True)
    if waves:
        expected = _("expected a wave of %(survey)s") % {"survey": codebook.survey}
        report.add(name, None, "wave", codebook.wave, with_nearest(expected, codebook.wave, waves))
    else:
        expected = _("expected the slug of a survey that has waves; add it first")
        known = Wave.objects.values_list("survey__slug", flat=True)
        report.add(name, None, "survey", codebook.survey, with_nearest(expected, codebook.survey, known))
    return None
