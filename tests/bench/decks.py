"""A deck of twenty exhibits as each of its files: with nothing kept yet, and once more."""

import json
from urllib.parse import urlencode

from tests.bench.client import Client
from tests.bench.report import Row, milliseconds

HEADS = ("deck of 20 exhibits", "cold", "again", "", "aim")
AIM = "seconds"
COUNT = 20
FORMS = (".pptx", ".pdf", ".zip")
LIST = "/api/v1/figures?fields=survey,wave,question&limit=1000"


def deck_rows(root: str) -> list[Row]:
    client = Client(root)
    addresses = charted(client)
    rows = []
    for place, form in enumerate(FORMS):
        # Each form has exhibits of its own, so that none finds the charts of the form before.
        chosen = addresses[place * COUNT : (place + 1) * COUNT]
        query = urlencode([("exhibit", address) for address in chosen], safe="/")
        cold = client.timed(f"/en/deck{form}?{query}", anew=True)
        kept = client.timed(f"/en/deck{form}?{query}", anew=True)
        rows.append(Row(form, milliseconds(cold), milliseconds(kept), "", AIM))
    return rows


def charted(client: Client) -> list[str]:
    """Addresses of all questions with published numbers, in the order of the API."""
    figures = json.loads(client.get(LIST))["data"]
    found = [f"surveys/{row['survey']}/{row['wave']}/{row['question']}" for row in figures]
    addresses = list(dict.fromkeys(found))
    if len(addresses) < COUNT * len(FORMS):
        raise RuntimeError(f"{len(addresses)} questions with numbers, {COUNT * len(FORMS)} are needed")
    return addresses
