"""How long others wait while pictures are drawn without pause in the same process."""

from contextlib import contextmanager
from itertools import count
from threading import Event, Thread

from tests.bench.client import Client
from tests.bench.report import Row, milliseconds

HEADS = ("p95 of other answers", "while drawing", "in quiet", "ratio", "aim")
AIM = "≤ 100 ms"
REQUESTS = 150
DRAWERS = 2  # clients that ask for one new picture after the other
PICTURE = "/en/surveys/china-cloud-native-user/2020/serverless_stage.png"
FIRST_WIDTH = 1000  # pixels; other widths than those of the other measurements
PAGES = {
    "page from memory": ("/en/surveys/china-cloud-native-user/2020/serverless_stage", False),
    "light page made anew": ("/en/topics", True),
    "page with charts made anew, charts kept": ("/en/surveys/china-cloud-native-user/2020/serverless_stage", True),
}


def meanwhile_rows(root: str) -> list[Row]:
    client, widths = Client(root), count(FIRST_WIDTH)
    rows = []
    for name, (address, anew) in PAGES.items():
        client.times(address, 5, anew=anew)
        quiet = client.times(address, REQUESTS, anew=anew).p95
        with drawing(root, widths):
            busy = client.times(address, REQUESTS, anew=anew).p95
        rows.append(Row(name, milliseconds(busy), milliseconds(quiet), f"{busy / quiet:.1f}", AIM))
    return rows


@contextmanager
def drawing(root: str, widths):
    """Clients that have pictures drawn until the block ends; what goes wrong there goes wrong here."""
    done, errors = Event(), []

    def draw() -> None:
        client = Client(root)
        try:
            while not done.is_set():
                client.get(f"{PICTURE}?width={next(widths)}")
        except (RuntimeError, OSError) as error:
            errors.append(error)

    threads = [Thread(target=draw) for _ in range(DRAWERS)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()
    if errors:
        raise errors[0]
