"""Kept answers against the same bytes as static files, from the same server: one client, one kept connection."""

from pathlib import Path

from tests.bench.client import Client, Times
from tests.bench.report import Row, milliseconds

HEADS = ("answer from memory", "portal", "static file", "difference", "aim")
AIM = "≤ 2.0 ms"
REQUESTS = 100  # in each round
ROUNDS = 4  # the portal and the static file take turns
WARMING = 20  # requests that are not counted
ADDRESSES = {
    "page": "/en/surveys/china-cloud-native-user/2020/serverless_stage",
    "chart .png": "/en/surveys/china-cloud-native-user/2020/serverless_stage.png",
    "chart .svg": "/en/surveys/china-cloud-native-user/2020/serverless_stage.svg",
    "home page": "/en/",
    "landscape": "/en/landscape/cncf-serverless/2021",
}


def keep_as_files(root: str, folder: Path) -> None:
    """Writes what the portal answers into the folder of its static files, where the next server finds it."""
    client = Client(root)
    folder.mkdir()
    for name, address in ADDRESSES.items():
        (folder / file_name(name)).write_bytes(client.get(address))


def file_name(name: str) -> str:
    form = name.rpartition(".")[2] if "." in name else "html"
    return f"{name.partition(' .')[0].replace(' ', '-')}.{form}"


def answer_rows(root: str, place: str) -> list[Row]:
    client = Client(root)
    return [
        row
        for name, address in ADDRESSES.items()
        for row in rows_of(client, name, address, f"{place}/{file_name(name)}")
    ]


def rows_of(client: Client, name: str, address: str, file: str) -> list[Row]:
    if client.get(address) != client.get(file):
        raise RuntimeError(f"{address} and {file} are not the same bytes; nothing can be compared")
    ours, theirs = Times(()), Times(())
    for _ in range(ROUNDS):
        client.times(address, WARMING)
        ours += client.times(address, REQUESTS)
        client.times(file, WARMING)
        theirs += client.times(file, REQUESTS)
    return [
        Row(f"{name}, median", *pair(ours.median, theirs.median), AIM),
        Row(f"{name}, p95", *pair(ours.p95, theirs.p95)),
        Row(f"{name}, requests a second", f"{ours.a_second:.0f}", f"{theirs.a_second:.0f}"),
    ]


def pair(ours: float, theirs: float) -> tuple[str, str, str]:
    return milliseconds(ours), milliseconds(theirs), f"{(ours - theirs) * 1000:+.1f} ms"
