"""attributes.csv: what products can be compared by."""

from portal.loading.columns import Order, Required, Row, Text
from portal.loading.dataset import Dataset
from vendors.models import Attribute


class AttributeRow(Row):
    code: Required
    group: Required
    order: Order
    name_en: Required
    name_zh: Text
    value_type: Required
    unit: Text
    better: Required
    definition_en: Required
    definition_zh: Text


ATTRIBUTES = Dataset(
    name="attributes",
    model=Attribute,
    row=AttributeRow,
    key=("code",),
    key_of=lambda attribute: (attribute.code,),
)
