"""Large tables made anew, against a plain JSON dump of the same rows in the same run."""

import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import orjson

from tests.bench.client import Client
from tests.bench.report import Row, milliseconds
from tests.browser.server import ROOT

HEADS = ("page made anew, median", "portal", "rows as JSON", "compressed", "aim")
AIM = "≤ 1 s, ≤ 200 KB"
ROUNDS = 5
GROUPS = "limits~pricing~compute~scaling~runtimes~triggers~networking~developer_experience~compliance"
PRODUCTS = "/api/v1/products?fields=slug&limit=1000"
COST = "/en/cost?requests=3000000&ms=120&mb=1536"
LANDSCAPE = "/en/landscape/cncf-serverless/2021"
WHOLE = "/en/landscape/cncf-landscape/2026"
FILE = ROOT.parent / "shared" / "data" / "landscape" / "landscape-2026.yml"


def load_landscape(folder: Path) -> None:
    """The whole CNCF landscape into the bench's own database, where the file is at hand."""
    if FILE.exists():
        environment = {**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""}
        command = [sys.executable, "manage.py", "load", str(FILE)]
        subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def table_rows(root: str) -> list[Row]:
    client = Client(root)
    slugs = "~".join(row["slug"] for row in json.loads(client.get(PRODUCTS))["data"])
    pages = {
        "comparison, all products": (f"/en/compare?products={slugs}&group={GROUPS}", ".json"),
        "cost of a workload": (COST, ".json"),
        "serverless landscape": (LANDSCAPE, ".json"),
    }
    if FILE.exists():
        pages["whole landscape"] = (WHOLE, ".json")
    return [_row(client, name, address, suffix) for name, (address, suffix) in pages.items()]


def _row(client: Client, name: str, address: str, suffix: str) -> Row:
    """The peer is what any program needs to write the same rows: a plain dump of what the .json file holds."""
    path, mark, query = address.partition("?")
    rows = json.loads(client.get(f"{path}{suffix}{mark}{query}"))["rows"]
    body = client.get(address, anew=True)
    page = client.times(address, ROUNDS, anew=True).median
    dumps = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        orjson.dumps(rows)
        dumps.append(time.perf_counter() - start)
    kilobytes = len(gzip.compress(body, 6)) / 1024
    cells = f"{name} ({len(rows):,} rows)"
    return Row(cells, milliseconds(page), milliseconds(median(dumps)), f"{kilobytes:.0f} KB", AIM)
