#!/usr/bin/env python3
"""Makes the numbers of data.csv anew from the file of answers, and compares each. It needs nothing but Python.

    python reproduce.py ANSWERS --portal FOLDER [--python FOLDER/.venv/bin/python]

ANSWERS is the file of answers, whose SHA-256 recipe.json names; FOLDER a checkout of the portal. codebook.yaml,
recipe.json and data.csv stand beside this script. Ends with 0 where all numbers agree, 1 where one differs, 2 where
they could not be made.
"""

import argparse
import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PER_CENT = 100
TOLERANCE = 1e-6  # data.csv writes numbers in decimals, JSON as proportions
SUPPRESSED = "s"
MEASURES = ("value", "ci_low", "ci_high", "base_n", "base_weighted", "base_effective", "significance", "status")
NUMBERS = MEASURES[:6]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("answers", type=Path, help="the file of answers")
    parser.add_argument("--portal", type=Path, required=True, help="folder of a checkout of the portal")
    parser.add_argument("--python", default=sys.executable, help="Python with what the portal needs")
    options = parser.parse_args()
    recipe = json.loads((HERE / "recipe.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(options.answers.read_bytes()).hexdigest()
    if digest != recipe["file_sha256"]:
        print(
            f"Not the file of this recipe: its SHA-256 is {digest}, expected {recipe['file_sha256']}", file=sys.stderr
        )
    table = made_anew(options, recipe)
    if table is None:
        return 2
    return compared(written_rows(), table_rows(table, recipe))


def made_anew(options: argparse.Namespace, recipe: dict) -> dict | None:
    """The table as JSON, or None with the reason said."""
    command = [
        *[options.python, str(options.portal / "manage.py"), "tabulate"],
        *[str(options.answers), str(HERE / "codebook.yaml"), *recipe["arguments"]],
    ]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        print(run.stderr, file=sys.stderr)
        return None
    return json.loads(run.stdout)


def written_rows() -> dict[tuple[str, str], dict[str, str]]:
    """(answer, part of the sample) → the row of data.csv."""
    with open(HERE / "data.csv", encoding="utf-8-sig", newline="") as file:
        return {(row["option"], row.get("segment", "")): row for row in csv.DictReader(file)}


def table_rows(table: dict, recipe: dict) -> dict[tuple[str, str], dict[str, str | float | None]]:
    """The same of the table that was made anew."""
    columns = {segment_of(each, each["code"], recipe): each for each in table["columns"]}
    found = {}
    for row in table["rows"]:
        found[row["code"], ""] = measures(row["total"], row["total"], row["total"].get("status"))
        for cell in row["cells"]:
            segment = segment_of(cell, cell["column"], recipe)
            status = cell["status"] or columns[segment].get("status")
            base = {} if "mean" in cell else columns[segment]  # of those with a number: not in the JSON
            found[row["code"], segment] = measures(cell, base, status)
    return found


def segment_of(entry: dict, code: str, recipe: dict) -> str:
    return f"{entry.get('break') or recipe['columns'][0]}={code}"


def measures(numbers: dict, base: dict, status: str | None) -> dict[str, str | float | None]:
    low, high = numbers.get("ci") or (None, None)
    value = numbers["mean"] if "mean" in numbers else scaled(numbers["p"])
    found = {
        "value": value,
        "ci_low": scaled(low),
        "ci_high": scaled(high),
        "significance": "" if status == SUPPRESSED else numbers.get("letters", ""),
        "status": status or "",
    }
    if base:
        found |= {
            "base_n": base["base_n"],
            "base_weighted": base["base_w"],
            "base_effective": base["base_effective"],
        }
    return found


def scaled(proportion: float | None) -> float | None:
    return None if proportion is None else proportion * PER_CENT


def compared(written: dict, made: dict) -> int:
    """0 where all agree; what differs is said."""
    differences = [f"{key}: only in one of the two" for key in written.keys() ^ made.keys()]
    count = 0
    for key in written.keys() & made.keys():
        for measure in MEASURES:
            if measure in written[key] and measure in made[key]:
                count += 1
                if differs(measure, written[key][measure], made[key][measure]):
                    differences.append(
                        f"{key} {measure}: {written[key][measure]!r} in data.csv, {made[key][measure]!r} made anew"
                    )
    for line in sorted(differences):
        print(line)
    print(f"{count} numbers compared, {len(differences)} differ")
    return 1 if differences or not count else 0


def differs(measure: str, written: str, made: str | float | None) -> bool:
    if measure not in NUMBERS:
        return written != made
    if written == "" or made is None:
        return (written == "") != (made is None)
    return abs(float(written) - float(made)) > TOLERANCE


if __name__ == "__main__":
    sys.exit(main())
