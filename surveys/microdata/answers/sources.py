"""Where bytes of a file of answers come from: a path or memory; looked through once before it is read."""

import codecs
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

PIECE = 1 << 20  # bytes read at once
SAMPLE = 1 << 18  # bytes kept to judge the encoding by


@dataclass(frozen=True)
class Source:
    """Bytes that can be opened again and again. `given` is never changed."""

    name: str
    given: Path | bytes

    def open(self) -> BinaryIO:
        return io.BytesIO(self.given) if isinstance(self.given, bytes) else open(self.given, "rb")

    @property
    def size(self) -> int:
        return len(self.given) if isinstance(self.given, bytes) else self.given.stat().st_size

    def start(self, count: int) -> bytes:
        with self.open() as file:
            return file.read(count)

    def byte(self, position: int) -> int:
        with self.open() as file:
            file.seek(position)
            return file.read(1)[0]

    def sha256(self) -> str:
        digest = hashlib.sha256()
        with self.open() as file:
            while piece := file.read(PIECE):
                digest.update(piece)
        return digest.hexdigest()


@dataclass(frozen=True)
class Look:
    """What one pass over the bytes of a text file finds.

    nul        position of the first NUL, None for none
    wrong      position of the first byte that is no UTF-8, None where all of it is
    sample     bytes around what is not ASCII, to judge the encoding by
    """

    sha256: str
    nul: int | None
    wrong: int | None
    sample: bytes


def look_through(source: Source) -> Look:
    digest, decoder = hashlib.sha256(), codecs.getincrementaldecoder("utf-8")()
    nul = wrong = None
    sample, done = b"", 0
    with source.open() as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            if nul is None and (place := piece.find(b"\0")) >= 0:
                nul = done + place
            if not piece.isascii() and len(sample) < SAMPLE:
                sample += b"\n".join(line for line in piece.split(b"\n")[1 if done else 0 :] if not line.isascii())
            if wrong is None:
                wrong = wrong_in(decoder, piece, done)
            done += len(piece)
    if wrong is None:
        wrong = wrong_in(decoder, b"", done, is_end=True)
    return Look(digest.hexdigest(), nul, wrong, sample[:SAMPLE])


def wrong_in(decoder: codecs.IncrementalDecoder, piece: bytes, done: int, *, is_end: bool = False) -> int | None:
    """Position of the first byte of a piece that the decoder refuses; `done` bytes came before it."""
    waiting = len(decoder.getstate()[0])  # bytes of a character that the piece before began
    try:
        decoder.decode(piece, is_end)
    except UnicodeDecodeError as error:
        return done - waiting + error.start
    return None
