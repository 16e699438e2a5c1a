"""The drawing process: one for all threads, replaced when it dies, hangs or is old."""

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.charts import pictures
from portal.charts.drawing import DrawingError, DrawingProcess
from portal.charts.shapes import RankedBars
from tests.portal.charts.frames import stages

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>'


@pytest.fixture
def process():
    process = DrawingProcess()
    yield process
    process.stop()


def test_nothing_heavy_is_loaded_before_the_first_picture():
    code = "import sys, portal.charts.pictures; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()

    assert not {"altair", "vl_convert", "pandas", "PIL", "pypdf", "django"} & set(loaded)
    assert DrawingProcess()._process is None


def test_many_threads_share_one_process(process):
    with ThreadPoolExecutor(8) as pool:
        images = list(pool.map(lambda _: process.ask("png", SQUARE, 1), range(40)))

    assert len(set(images)) == 1
    assert process._jobs == 40


def test_threads_draw_in_their_own_theme():
    def draw(theme):
        return pictures.body_svg(stages(), RankedBars("label", "share"), language="en", theme=theme)

    with ThreadPoolExecutor(6) as pool:
        drawings = list(pool.map(draw, ["light", "dark"] * 8))

    assert set(drawings[::2]) == {draw("light")}
    assert set(drawings[1::2]) == {draw("dark")}


def test_a_killed_process_is_replaced(process):
    before = process.ask("png", SQUARE, 1)
    os.kill(process._process.pid, signal.SIGKILL)
    process._process.wait()

    assert process.ask("png", SQUARE, 1) == before


def test_a_process_that_dies_while_drawing_is_an_error_once(process):
    process.ask("png", SQUARE, 1)
    os.kill(process._process.pid, signal.SIGSTOP)
    process.time_limit = 0.2

    with pytest.raises(DrawingError, match=r"took more than 0\.2 seconds"):
        process.ask("png", SQUARE, 1)

    process.time_limit = 20
    assert process.ask("png", SQUARE, 1).startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_an_error_and_the_process_lives(process):
    process.ask("png", SQUARE, 1)
    first = process._process.pid

    with pytest.raises(DrawingError, match="png: "):
        process.ask("png", "<svg", 1)

    assert process.ask("png", SQUARE, 1)
    assert process._process.pid == first


def test_a_process_is_replaced_after_its_share_of_jobs(process):
    process.jobs_before_replacement = 2
    pids = []
    for _ in range(3):
        process.ask("png", SQUARE, 1)
        pids.append(process._process.pid)

    assert pids[0] == pids[1] != pids[2]


def _draw_in_child(answers):
    answers.put(pictures.body_svg(stages(), RankedBars("label", "share"), language="en"))


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_process_draws_and_so_does_its_parent():
    context = multiprocessing.get_context("fork")
    before = pictures.body_svg(stages(), RankedBars("label", "share"), language="en")
    answers = context.Queue()
    child = context.Process(target=_draw_in_child, args=(answers,))

    child.start()
    in_child = answers.get(timeout=30)
    child.join(30)

    assert in_child == before
    assert child.exitcode == 0
    assert pictures.body_svg(stages(), RankedBars("label", "share"), language="en") == before
    answers.close()
    answers.join_thread()


def test_a_thread_does_not_wait_for_ever(process, monkeypatch):
    monkeypatch.setattr("portal.charts.drawing.QUEUE_LIMIT", 0.05)
    process._lock.acquire()

    with pytest.raises(DrawingError, match="other pictures took more than"):
        process.ask("png", SQUARE, 1)

    process._lock.release()


def test_leaving_the_process_to_its_parent_forgets_it(process):
    process.ask("png", SQUARE, 1)
    started = process._process

    process.leave_to_parent()

    assert process._process is None
    assert started.stdin.closed
    os.kill(started.pid, signal.SIGKILL)
    os.waitpid(started.pid, 0)
