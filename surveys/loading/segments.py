"""segments.csv: the parts of a sample that figures speak of."""

from portal.loading.columns import Order, Required, Row, Text
from portal.loading.dataset import Dataset
from surveys.models import Segment


class SegmentRow(Row):
    dimension: Required
    code: Required
    order: Order
    dimension_name_en: Required
    dimension_name_zh: Text
    name_en: Required
    name_zh: Text


SEGMENTS = Dataset(
    name="segments",
    model=Segment,
    row=SegmentRow,
    key=("dimension", "code"),
    key_of=lambda segment: (segment.dimension, segment.code),
)
