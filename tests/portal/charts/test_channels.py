"""Charts drawn without checks of each part: the same specification, since the checks change nothing."""

from altair.utils import schemapi
from pandas import DataFrame

from portal.charts.bodies import specification
from portal.charts.channels import VALIDATION
from portal.charts.shapes import RankedBars
from portal.charts.space import Space

FRAME = DataFrame({"name": ["one", "two"], "share": [40.5, 30.0]})
SHAPE = RankedBars(label="name", value="share", unit="%")


def test_an_unchecked_chart_is_the_checked_one(monkeypatch):
    checked = specification(FRAME, SHAPE, Space(780))
    with schemapi.debug_mode(True):  # which drawing without checks switches off for the whole process
        monkeypatch.delenv(VALIDATION)
        unchecked = specification(FRAME, SHAPE, Space(780))

    assert unchecked == checked


def test_rows_stand_in_the_specification_as_they_were_given():
    layers = specification(FRAME, SHAPE, Space(780))["layer"]

    bars = [row for layer in layers for row in layer["data"]["values"] if "said" in row]
    assert [(row["label"], row["value"]) for row in bars] == [("one", 40.5), ("two", 30.0)]
