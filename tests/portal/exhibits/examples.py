"""One small exhibit whose every value is known: three answers, one without a number."""

from datetime import UTC, datetime

import pandas as pd

from portal.charts.shapes import RankedBars
from portal.exhibits.citations import Citation, Note
from portal.exhibits.columns import Column
from portal.exhibits.exhibit import Exhibit

COLUMNS = (
    Column("survey", "Survey", role="code", on_page=False),
    Column("option", "Answer", role="code", is_labelled=True),
    Column("value", "Share", role="value", unit="%", decimals=2),
    Column("base_n", "Base", role="value", decimals=0),
    Column("status", "Status", role="status", on_page=False),
    Column("source", "Source", role="source"),
)
CITATION = Citation(
    "report-2021", "Report on functions", "An Institute", "https://example.org/r", "2021", "2026-11-23", "13"
)


def make_frame(**columns) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "survey": ["users"] * 3,
            "option": ["yes", "no", "other"],
            "option_label_en": ["Yes, in use", "No", "=Other | rest"],
            "option_label_zh": ["已使用", "未使用", "其他"],
            "value": [62.5, 30.0, float("nan")],
            "base_n": [1200, 1200, 1200],
            "status": [None, None, "n"],
            "source": ["report-2021"] * 3,
            **columns,
        }
    )


def make_exhibit(**changes) -> Exhibit:
    defaults = {
        "address": "surveys/users/2020/use",
        "language": "en",
        "title": "Use of functions",
        "finding": "Most use functions",
        "subtitle": "Users, 2020, n = 1,200",
        "columns": COLUMNS,
        "frame": make_frame(),
        "shape": RankedBars(label="option_label_en", value="value"),
        "citations": (CITATION,),
        "notes": (Note("Base not published.", is_mandatory=True), Note("A remark.")),
        "updated": datetime(2026, 11, 24, 12, tzinfo=UTC),
        "version": 7,
    }
    return Exhibit(**(defaults | changes))
