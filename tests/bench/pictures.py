"""Pictures that nobody has asked for yet, against a plain `altair.save` of the same specification."""

import io
import time
from statistics import median

import altair

from tests.bench.client import Client
from tests.bench.report import Row, milliseconds

HEADS = ("picture, cold", "portal", "altair.save", "ratio", "aim")
AIM = "≤ 1.3"
SCALE = 2  # of a .png without parameters
ROUNDS = 7
FIRST_WIDTH = 800  # pixels; each round draws another width, so that nothing is kept yet
CHARTS = {
    "ranked bars": "/en/surveys/cncf-annual/2020/serverless_hosted_platform",
    "stacked shares": "/en/surveys/china-cloud-native-user/2020/serverless_stage",
    "lines": "/en/surveys/cncf-annual/trend/serverless_use",
}


def picture_rows(root: str) -> list[Row]:
    client = Client(root)
    return [row_of(client, name, address, form) for name, address in CHARTS.items() for form in ("png", "svg")]


def row_of(client: Client, name: str, address: str, form: str) -> Row:
    """Both take turns, so that a machine that is busy for a while is busy for both."""
    client.get(f"{address}.{form}?width={FIRST_WIDTH - 1}")  # starts the drawing process
    saved(client, address, form, FIRST_WIDTH - 1)
    ours, plain = [], []
    for number in range(ROUNDS):
        width = FIRST_WIDTH + number
        ours.append(client.timed(f"{address}.{form}?width={width}&scale={SCALE}"))
        plain.append(saved(client, address, form, width))
    ratio = median(ours) / median(plain)
    return Row(f"{name}, .{form}", milliseconds(median(ours)), milliseconds(median(plain)), f"{ratio:.2f}", AIM)


def saved(client: Client, address: str, form: str, width: int) -> float:
    """The seconds that altair takes to save the specification which the portal hands out for this picture."""
    chart = altair.Chart.from_json(client.get(f"{address}.vl.json?width={width}").decode())
    start = time.perf_counter()
    if form == "png":
        chart.save(io.BytesIO(), format="png", scale_factor=SCALE)
    else:
        chart.save(io.StringIO(), format="svg")
    return time.perf_counter() - start
