"""The drawing process from inside: framed messages in, framed answers out, until the input closes."""

import io
import pickle

import pytest

from portal.charts import worker


@pytest.fixture(autouse=True)
def jobs(monkeypatch):
    """Jobs that draw nothing: a conversion in this process would break every later fork."""

    def refuse(reason):
        raise RuntimeError(f"{reason}\nand a long trace")

    monkeypatch.setattr(worker, "JOBS", {"double": lambda number: number * 2, "refuse": refuse})


def framed(message) -> bytes:
    packed = pickle.dumps(message)
    return worker.HEADER.pack(len(packed)) + packed


def test_answers_follow_each_other_until_the_input_closes():
    outgoing = io.BytesIO()

    worker.serve(io.BytesIO(framed(("double", (2,))) + framed(("double", (21,)))), outgoing)

    assert outgoing.getvalue() == framed((True, 4)) + framed((True, 42))


def test_what_cannot_be_drawn_answers_with_the_first_line():
    assert worker.answer("refuse", ("no root node",)) == (False, "no root node")
