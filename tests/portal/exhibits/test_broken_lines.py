"""Native lines and those of notebooks end at a break too, unless they are joined."""

import altair
import pandas as pd

from portal.charts.line_shapes import TrendLines
from portal.exhibits.notebook_charts import _lines
from portal.exhibits.slide_plans import plans_of

FRAME = pd.DataFrame(
    [("2018", "A", 10.0), ("2019", "A", 20.0), ("2020", "A", 30.0), ("2020", "B", 5.0)],
    columns=["wave", "name", "share"],
)


def plan_of(**shape):
    (plan,) = plans_of(FRAME, TrendLines("wave", "name", "share", **shape), "Share")
    return plan


def test_an_empty_category_stands_where_lines_break():
    plan = plan_of(breaks=("2019", "2020"))

    assert plan.categories == ("2018", "⋮", "2019", "⋮", "2020")
    assert [series.values for series in plan.series] == [(10.0, None, 20.0, None, 30.0), (None, None, None, None, 5.0)]


def test_joined_lines_have_no_gap():
    assert plan_of(breaks=("2019",), is_joined=True).categories == ("2018", "2019", "2020")


def test_a_notebook_draws_a_line_for_each_run():
    names = {"wave": "wave", "name": "name", "share": "share"}

    code = "\n".join(_lines(TrendLines("wave", "name", "share", breaks=("2020",)), names, "Share"))
    notebook = {"alt": altair, "drawn": FRAME.copy()}
    exec(code, notebook)

    assert notebook["drawn"]["run"].tolist() == [0, 0, 1, 1]
    assert notebook["chart"].to_dict()["encoding"]["detail"]["field"] == "run"
    assert "run" not in "\n".join(_lines(TrendLines("wave", "name", "share"), names, "Share"))
