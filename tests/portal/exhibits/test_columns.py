"""A column refuses what no file could head."""

import pytest
from django.utils.translation import override

from portal.exhibits.columns import Column, label_column


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        pytest.param({"key": "Share", "label": "Share"}, "small letters", id="capitals"),
        pytest.param({"key": "base n", "label": "Base"}, "small letters", id="blank"),
        pytest.param({"key": "share", "label": ""}, "no label", id="label"),
        pytest.param({"key": "share", "label": "Share", "role": "value", "is_labelled": True}, "only code", id="role"),
    ],
)
def test_a_column_refuses(parts, message):
    with pytest.raises(ValueError, match=message):
        Column(**parts)


def test_labels_stand_in_a_column_for_each_language():
    column = Column("option", "Answer", "code", is_labelled=True)

    assert column.label_column("zh-hans") == "option_label_zh"
    assert column.shown_column("en") == "option_label_en"
    with override("zh-hans"):
        assert label_column("option") == "option_label_zh"
