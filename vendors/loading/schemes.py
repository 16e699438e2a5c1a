"""schemes.csv: ways to order the field."""

from portal.loading.columns import Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from vendors.models import Scheme


class SchemeRow(Row):
    code: Required
    kind: Required
    name_en: Required
    name_zh: Text
    description_en: Text
    description_zh: Text
    source: Required


SCHEMES = Dataset(
    name="schemes",
    model=Scheme,
    row=SchemeRow,
    key=("code",),
    key_of=lambda scheme: (scheme.code,),
    references=(Reference("source", "sources", ("source",)),),
)
