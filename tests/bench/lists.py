"""Lists of the API, made anew each time and from memory; files are streamed and never kept."""

from tests.bench.client import Client
from tests.bench.report import Row, milliseconds

HEADS = ("API, median", "made anew", "from memory", "rows a second", "")
REQUESTS = 15
LISTS = {
    "list of 50 figures": "/api/v1/figures?limit=50",
    "list of 1,000 figures": "/api/v1/figures?limit=1000",
}
FILE = "/api/v1/figures.csv"


def list_rows(root: str) -> list[Row]:
    client = Client(root)
    rows = []
    for name, address in LISTS.items():
        anew = client.times(address, REQUESTS, anew=True).median
        again = client.times(address, REQUESTS).median
        number = client.get(address).count(b'"survey":')
        rows.append(Row(f"{name} ({number})", milliseconds(anew), milliseconds(again), f"{number / anew:,.0f}"))
    anew = client.times(FILE, REQUESTS, anew=True).median
    number = client.get(FILE).count(b"\r\n") - 1  # the first line names the columns
    rows.append(Row(f"all {number} figures as CSV", milliseconds(anew), "", f"{number / anew:,.0f}"))
    return rows
