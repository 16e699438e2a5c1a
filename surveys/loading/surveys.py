"""surveys.csv: series of surveys."""

from portal.loading.columns import Required, Row, Text
from portal.loading.dataset import Dataset
from surveys.models import Survey


class SurveyRow(Row):
    slug: Required
    name_en: Required
    name_zh: Text
    kind: Required
    publisher: Required
    publisher_country: Text


SURVEYS = Dataset(name="surveys", model=Survey, row=SurveyRow, key=("slug",), key_of=lambda survey: (survey.slug,))
