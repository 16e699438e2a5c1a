"""waves.csv: who was asked, when, how many and how."""

from pydantic import model_validator

from portal.loading.columns import OptionalCount, PartialDate, Required, Row, Text, require_in_time
from portal.loading.dataset import Dataset, Reference
from surveys.models import Wave


class WaveRow(Row):
    survey: Required
    slug: Required
    name_en: Required
    name_zh: Text
    fieldwork_start: PartialDate
    fieldwork_end: PartialDate
    sample_size: OptionalCount
    population_en: Text
    population_zh: Text
    geography_en: Text
    geography_zh: Text
    mode_en: Text
    mode_zh: Text
    source: Required

    @model_validator(mode="after")
    def ends_after_its_start(self):
        require_in_time(self.fieldwork_start, self.fieldwork_end, "fieldwork_end")
        return self


WAVES = Dataset(
    name="waves",
    model=Wave,
    row=WaveRow,
    key=("survey", "slug"),
    key_of=lambda wave: (wave.survey.slug, wave.slug),
    references=(
        Reference("survey", "surveys", ("survey",)),
        Reference("source", "sources", ("source",)),
    ),
)
