"""What was measured, as a table in the terminal."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("Django", "altair", "vl-convert-python", "pandas", "granian", "python-pptx")


@dataclass(frozen=True)
class Row:
    """One line; `aim` is what the number is held against, for the reader: a slow machine fails no run."""

    case: str
    ours: str
    other: str = ""
    difference: str = ""
    aim: str = ""


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def print_machine() -> None:
    names = [f"{name} {version(name)}" for name in LIBRARIES]
    print(f"{cpu()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} · {platform.platform()}")
    print(f"Python {platform.python_version()} · {' · '.join(names)}")
    print("One server process (WORKERS=1), so that what is drawn and what is answered meet in it.")


def cpu() -> str:
    """The name of the processor, where Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def print_table(title: str, heads: tuple[str, str, str, str, str], rows: list[Row]) -> None:
    lines = [heads, *[(row.case, row.ours, row.other, row.difference, row.aim) for row in rows]]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heads))]
    print(f"\n{title}")
    for number, line in enumerate(lines):
        words = [
            text.ljust(width) if not place else text.rjust(width)
            for place, (text, width) in enumerate(zip(line, widths, strict=True))
        ]
        print("  " + "  ".join(words).rstrip())
        if number == 0:
            print("  " + "-" * (sum(widths) + 2 * (len(widths) - 1)))
