"""The only door to vl_convert: one drawing process for each web process.

It starts at the first picture, draws one picture at a time for all threads, and is replaced when
it hangs, dies, or has drawn some thousand pictures. A web process that forks leaves the drawing
process to its parent and starts its own.
"""

import atexit
import os
import pickle
import select
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")
HEADER = struct.Struct(">Q")
CHUNK = 65536
TIME_LIMIT = 20  # seconds for one picture, the start of the process included
QUEUE_LIMIT = 30  # seconds to wait for other pictures
JOBS_BEFORE_REPLACEMENT = 3000


class DrawingError(Exception):
    """A picture could not be drawn; the page still has its table."""


class DrawingProcess:
    """Sends jobs to the drawing process, starting it as needed. Safe to use from many threads."""

    def __init__(self, *, time_limit: float = TIME_LIMIT, jobs_before_replacement: int = JOBS_BEFORE_REPLACEMENT):
        self.time_limit = time_limit
        self.jobs_before_replacement = jobs_before_replacement
        self._lock = threading.Lock()
        self._process: subprocess.Popen | None = None
        self._jobs = 0

    def ask(self, job: str, *arguments):
        """The answer of worker.JOBS[job], or DrawingError."""
        if not self._lock.acquire(timeout=QUEUE_LIMIT):
            raise DrawingError(f"{job}: other pictures took more than {QUEUE_LIMIT} seconds")
        try:
            done, value = self._exchange(job, arguments)
        finally:
            self._lock.release()
        if not done:
            raise DrawingError(f"{job}: {value}")
        return value

    def stop(self) -> None:
        """End the process; the next job starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            _close(process)

    def leave_to_parent(self) -> None:
        """In a forked child: forget what the parent started, and close our copies of its pipes."""
        process, self._process = self._process, None
        self._lock = threading.Lock()
        if process is not None:
            _close(process)
            process.returncode = 0  # not our child: nothing to wait for

    def _exchange(self, job: str, arguments: tuple) -> tuple[bool, object]:
        process = self._ready()
        deadline = time.monotonic() + self.time_limit
        try:
            message = pickle.dumps((job, arguments))
            self._send(process.stdin, HEADER.pack(len(message)) + message, deadline)
            (length,) = HEADER.unpack(self._receive(process.stdout, HEADER.size, deadline))
            answer = pickle.loads(self._receive(process.stdout, length, deadline))
        except (TimeoutError, EOFError, OSError) as error:
            self.stop()
            raise DrawingError(f"{job}: {error}") from error
        self._jobs += 1
        return answer

    def _ready(self) -> subprocess.Popen:
        """The running process, or a new one where it has ended or has drawn enough."""
        running = self._process
        if running is not None and running.poll() is None and self._jobs < self.jobs_before_replacement:
            return running
        self.stop()
        # Unbuffered, so that a child after a fork holds no half-written message.
        # -P: the modules beside the worker must not shadow others.
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        os.set_blocking(self._process.stdin.fileno(), False)  # type: ignore[union-attr]
        self._jobs = 0
        return self._process

    def _send(self, pipe, message: bytes, deadline: float) -> None:
        left = memoryview(message)
        while left:
            self._wait(pipe, select.POLLOUT, deadline)
            left = left[pipe.write(left[:CHUNK]) or 0 :]

    def _receive(self, pipe, length: int, deadline: float) -> bytes:
        parts = bytearray()
        while len(parts) < length:
            self._wait(pipe, select.POLLIN, deadline)
            part = pipe.read(min(CHUNK, length - len(parts)))
            if not part:
                raise EOFError("the drawing process ended")
            parts += part
        return bytes(parts)

    def _wait(self, pipe, event: int, deadline: float) -> None:
        poll = select.poll()  # select.select() fails in a server with more than 1024 open files
        poll.register(pipe, event)
        if not poll.poll(max(0, deadline - time.monotonic()) * 1000):
            raise TimeoutError(f"took more than {self.time_limit} seconds")


def _close(process: subprocess.Popen) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


_shared = DrawingProcess()
ask = _shared.ask
os.register_at_fork(after_in_child=_shared.leave_to_parent)
atexit.register(_shared.stop)
