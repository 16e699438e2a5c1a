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
        self._forget()

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
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()
        self._process = None

    def _exchange(self, job: str, arguments: tuple) -> tuple[bool, object]:
        self._make_ready()
        deadline = time.monotonic() + self.time_limit
        try:
            message = pickle.dumps((job, arguments))
            self._send(HEADER.pack(len(message)) + message, deadline)
            answer = pickle.loads(self._receive(*HEADER.unpack(self._receive(HEADER.size, deadline)), deadline))
        except (TimeoutError, EOFError, OSError) as error:
            self.stop()
            raise DrawingError(f"{job}: {error or type(error).__name__}") from error
        self._jobs += 1
        return answer

    def _make_ready(self) -> None:
        if self._process is not None and self._process.poll() is None and self._jobs < self.jobs_before_replacement:
            return
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
        os.set_blocking(self._process.stdin.fileno(), False)
        self._jobs = 0

    def _send(self, message: bytes, deadline: float) -> None:
        pipe, left = self._process.stdin, memoryview(message)
        while left:
            self._wait([], [pipe], deadline)
            left = left[pipe.write(left[:CHUNK]) or 0 :]

    def _receive(self, length: int, deadline: float) -> bytes:
        pipe, parts = self._process.stdout, bytearray()
        while len(parts) < length:
            self._wait([pipe], [], deadline)
            part = pipe.read(min(CHUNK, length - len(parts)))
            if not part:
                raise EOFError("the drawing process ended")
            parts += part
        return bytes(parts)

    def _wait(self, readable: list, writable: list, deadline: float) -> None:
        if not any(select.select(readable, writable, [], max(0, deadline - time.monotonic()))):
            raise TimeoutError(f"took more than {self.time_limit} seconds")

    def _forget(self) -> None:
        """As new: another process owns what was started before a fork."""
        self._lock = threading.Lock()
        self._process: subprocess.Popen | None = None
        self._jobs = 0

    def leave_to_parent(self) -> None:
        """In a forked child: close our ends of the pipes, so that the parent's worker can end."""
        abandoned = self._process
        if abandoned is not None:
            abandoned.stdin.close()
            abandoned.stdout.close()
            abandoned.returncode = 0  # not our child: nothing to wait for
        self._forget()


_shared = DrawingProcess()
ask = _shared.ask
os.register_at_fork(after_in_child=_shared.leave_to_parent)
atexit.register(_shared.stop)
