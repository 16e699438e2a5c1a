"""Frames and captions that the chart tests draw."""

import pandas as pd

from portal.charts.captions import Caption

CAPTION = Caption(
    title="More than a third already run or test serverless",
    subtitle="Stage of serverless adoption, base not published",
    source="Source: China cloud-native user survey 2020",
    note="Percentages as published.",
    licence="CC-BY-4.0",
    credit="Serverless Market Watch",
    description="In production: 28%; in testing: 8%",
    metadata={"creator": "Serverless Market Watch", "license": "https://creativecommons.org/licenses/by/4.0/"},
)
CAPTION_ZH = Caption(
    title="超过三分之一的受访者已在使用昇腾",
    subtitle="样本量未公布",
    source="来源：中国云原生用户调查",
    licence="CC-BY-4.0",
    credit="无服务器市场观察",
    language="zh-hans",
    description="生产环境：28%",
)


def stages(**columns) -> pd.DataFrame:
    """Five labels with a share each; further columns as given."""
    frame = {
        "label": ["In production", "In testing", "Learning", "Considering", "Not using"],
        "share": [28.0, 8.0, 11.0, 17.0, 36.0],
    }
    return pd.DataFrame(frame | columns)


def layers_of(specification: dict, mark: str) -> list[dict]:
    """The layers that draw this mark."""
    return [layer for layer in specification["layer"] if layer["mark"]["type"] == mark]


def rows_of(layer: dict) -> list[dict]:
    """The rows a layer draws."""
    return layer["data"]["values"]


def bars_of(specification: dict) -> dict:
    """The one layer of bars."""
    (layer,) = layers_of(specification, "bar")
    return layer


def texts_of(specification: dict) -> list[str]:
    """All words of a chart, in the order in which they are drawn."""
    return [row["text"] for layer in layers_of(specification, "text") for row in rows_of(layer)]
