"""Curves in files: native charts with powers of ten, and code that draws them again."""

import io
import zipfile

import pandas as pd
import pytest
from pptx import Presentation

from portal.charts.line_shapes import Curves
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.files import FileOptions, exhibit_file
from portal.exhibits.notebook_charts import Drawn, chart_lines, drawn_rows
from portal.exhibits.slide_plans import plans_of
from tests.portal.exhibits.examples import make_exhibit

COLUMNS = (
    Column("product", "Product", role="code"),
    Column("requests", "Requests a month", role="value", decimals=0),
    Column("cost", "Cost", role="value", unit="USD", decimals=2),
    Column("source", "Source", role="source"),
)


def costs(**changes) -> Exhibit:
    frame = pd.DataFrame(
        {
            "product": ["a", "a", "a", "b", "b"],
            "requests": [1e6, 1e7, 1e8, 1e6, 1e8],
            "cost": [0.0, 10.0, 100.0, 5.0, 50.0],
            "source": ["report-2021"] * 5,
        }
    )
    shape = Curves(x="requests", series="product", value="cost", unit="USD", x_title="Requests a month")
    return make_exhibit(address="cost/over-requests", columns=COLUMNS, frame=frame, shape=shape, **changes)


def test_a_plan_holds_no_zero_on_a_logarithmic_scale():
    (plan,) = plans_of(costs().drawn, costs().shape, "Cost")

    assert plan.categories == ("1,000,000", "10,000,000", "100,000,000")
    assert [(series.name, series.values) for series in plan.series] == [("a", (None, 10, 100)), ("b", (5, None, 50))]
    assert plan.is_log


def test_slides_have_powers_of_ten_and_no_number_at_each_point():
    deck = Presentation(io.BytesIO(exhibit_file(costs(), ".pptx", FileOptions())))

    (chart,) = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    xml = chart._chartSpace.xml
    assert '<c:logBase val="10"/>' in xml
    assert not chart.plots[0].has_data_labels
    assert list(chart.plots[0].categories) == ["1,000,000", "10,000,000", "100,000,000"]


def test_workbooks_have_powers_of_ten():
    with zipfile.ZipFile(io.BytesIO(exhibit_file(costs(), ".xlsx", FileOptions()))) as book:
        xml = book.read("xl/charts/chart1.xml").decode()

    assert '<c:logBase val="10"/>' in xml


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".vl.json", ".zip", ".ipynb", ".md", ".csv"])
def test_every_form_is_made(suffix):
    assert exhibit_file(costs(), suffix, FileOptions())


def test_the_code_of_a_notebook_draws_curves():
    exhibit = costs()
    shape = Curves(x="requests", series="product", value="cost", x_title="Requests a month")
    drawn = Drawn(("drawn = table",), {key: key for key in ("requests", "product", "cost")})

    lines = chart_lines(exhibit, shape, drawn, root="")

    scope = {"table": exhibit.frame}
    exec("\n".join(lines), scope)
    encoding = scope["chart"].to_dict()["encoding"]
    assert encoding["x"]["scale"] == {"type": "log"}
    assert encoding["y"]["scale"] == {"type": "symlog"}  # it holds 0


def test_rows_that_codes_do_not_tell_apart_are_shown_as_a_table():
    assert drawn_rows(costs(), {}) is None
