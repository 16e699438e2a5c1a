"""attributes.csv: what products can be compared by."""

from portal.loading.columns import Order, Required, Row, Text, WrongValue
from portal.loading.dataset import Dataset
from vendors.bounds import wrong_unit
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


def check_unit(row: AttributeRow, attribute: Attribute) -> None:
    if expected := wrong_unit(row.value_type, row.unit):
        raise WrongValue("unit", expected)


ATTRIBUTES = Dataset(
    name="attributes",
    model=Attribute,
    row=AttributeRow,
    key=("code",),
    key_of=lambda attribute: (attribute.code,),
    fill=check_unit,
)
