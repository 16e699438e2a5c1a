"""The drawing process: answers one job after the other until its input closes.

Run as a file, never imported by the portal: vl_convert must not be loaded in a web process, where
a conversion would stop all threads and a later fork would hang. No network, no Django.
"""

import json
import pickle
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import vl_convert

FONT_FOLDER = Path(__file__).parent / "fonts"
HEADER = struct.Struct(">Q")  # length of the pickled message that follows


def draw(specification: dict) -> str:
    return vl_convert.vegalite_to_svg(json.dumps(specification, sort_keys=True), allowed_base_urls=[])


def png(svg: str, scale: float) -> bytes:
    return vl_convert.svg_to_png(svg, scale=scale)


def pdf(svg: str) -> bytes:
    return vl_convert.svg_to_pdf(svg)


JOBS: dict[str, Callable] = {"draw": draw, "png": png, "pdf": pdf}


def answer(name: str, arguments: tuple) -> tuple[bool, object]:
    """(True, the picture) or (False, the first line of what went wrong)."""
    try:
        return True, JOBS[name](*arguments)
    except (ValueError, RuntimeError) as error:  # what vl_convert raises for anything it cannot draw
        return False, str(error).partition("\n")[0]


def serve(incoming, outgoing) -> None:
    vl_convert.register_font_directory(str(FONT_FOLDER))
    while header := incoming.read(HEADER.size):
        message = pickle.dumps(answer(*pickle.loads(incoming.read(*HEADER.unpack(header)))))
        outgoing.write(HEADER.pack(len(message)) + message)
        outgoing.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
