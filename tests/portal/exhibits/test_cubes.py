"""The .jsonstat.json file: one by hand, all of them against pyjstat and the CSV."""

import itertools
import json
import math
from datetime import datetime

import pytest
from pyjstat import pyjstat

from portal.exhibits.columns import Column
from portal.exhibits.files import FileOptions, exhibit_file
from tests.portal.exhibits.examples import make_exhibit
from tests.portal.exhibits.shaped import COLUMNS, PLOTS, csv_rows, shaped, table

MEASURES = ("value", "base_n", "ci_low", "ci_high")


def cube(exhibit) -> dict:
    return json.loads(exhibit_file(exhibit, ".jsonstat.json", FileOptions()))


def test_a_small_cube_by_hand():
    written = cube(make_exhibit())

    assert written["version"] == "2.0"
    assert written["class"] == "dataset"
    assert written["href"].endswith("/en/surveys/users/2020/use.jsonstat.json")
    assert written["label"] == "Use of functions"
    assert written["source"] == "An Institute, Report on functions, 2021, page 13"
    assert written["updated"] == "2026-11-24T12:00:00+00:00"
    assert written["note"] == ["Base not published.", "A remark."]
    assert written["id"] == ["survey", "option", "measure"]
    assert written["size"] == [1, 3, 2]
    assert written["role"] == {"metric": ["measure"]}
    assert written["dimension"]["option"] == {
        "label": "Answer",
        "category": {
            "index": {"yes": 0, "no": 1, "other": 2},
            "label": {"yes": "Yes, in use", "no": "No", "other": "=Other | rest"},
        },
    }
    assert written["dimension"]["measure"]["category"]["unit"]["value"] == {
        "base": "%",
        "decimals": 2,
        "symbol": "%",
        "position": "end",
    }
    assert written["value"] == [62.5, 1200, 30, 1200, None, 1200]
    assert written["status"] == {"4": "n"}
    assert written["extension"]["status_label"]["n"] == "not published"
    assert written["extension"]["licence"]["code"] == "CC BY 4.0"


def broken_rules(written: dict) -> list[str]:
    """What of json-stat.org/full a dataset does not keep."""
    identifiers, sizes, values = written["id"], written["size"], written["value"]
    dimensions = [written["dimension"][name]["category"] for name in identifiers]
    numbers = (int, float, type(None))
    rules = {
        "version and class": (written["version"], written["class"]) == ("2.0", "dataset"),
        "each dimension once": len(set(identifiers)) == len(identifiers) == len(sizes),
        "dimensions of id alone": set(written["dimension"]) == set(identifiers),
        "sizes are those of the categories": [len(each["index"]) for each in dimensions] == sizes,
        "places run from 0": all(sorted(each["index"].values()) == [*range(len(each["index"]))] for each in dimensions),
        "a label for each category": all(each["label"].keys() == each["index"].keys() for each in dimensions),
        "units of categories alone": all(each.get("unit", {}).keys() <= each["index"].keys() for each in dimensions),
        "a value for each cell": len(values) == math.prod(sizes),
        "values are numbers": all(isinstance(value, numbers) and not isinstance(value, bool) for value in values),
        "status of cells alone": all(0 <= int(place) < len(values) for place in written["status"]),
        "status in letters": all(isinstance(status, str) and status for status in written["status"].values()),
        "roles of dimensions": set().union(*written["role"].values()) <= set(identifiers),
        "known roles": written["role"].keys() <= {"time", "geo", "metric"},
        "notes are texts": all(isinstance(note, str) for note in written["note"]),
        "a date": datetime.fromisoformat(written["updated"]).tzinfo is not None,
    }
    return [rule for rule, is_kept in rules.items() if not is_kept]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", [*PLOTS, "cards", "table"])
def test_every_cube_keeps_the_rules(name, language):
    assert broken_rules(cube(shaped(name, language))) == []


def test_the_rules_find_what_is_broken():
    written = cube(shaped("trend"))
    written["size"][0] = 3
    written["role"]["time"] = ["year"]

    assert broken_rules(written) == [
        *("sizes are those of the categories", "a value for each cell", "roles of dimensions"),
    ]


def test_waves_are_time_and_every_cell_is_there():
    written = cube(shaped("trend"))

    assert written["role"]["time"] == ["wave"]
    assert written["size"] == [2, 2, 4]
    assert len(written["value"]) == 16
    assert [place for place, value in enumerate(written["value"]) if value is None] == [
        int(place) for place in written["status"]
    ]


# pyjstat warns of its own older function, which its newer one calls.
@pytest.mark.filterwarnings("ignore:Shouldn't use this function:DeprecationWarning")
@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", ["ranked", "dots", "trend", "heatmap", "table"])
def test_pyjstat_reads_the_numbers_of_the_csv(name, language):
    exhibit = shaped(name, language)
    text = exhibit_file(exhibit, ".jsonstat.json", FileOptions()).decode()

    read = pyjstat.Dataset.read(text).write("dataframe", naming="id")

    found = {(row.wave, row.option, row.measure): row.value for row in read.itertuples()}
    for row, measure in itertools.product(csv_rows(exhibit), MEASURES):
        value = found[row["wave"], row["option"], measure]
        assert (float(value) if value == value and value is not None else None) == (
            float(row[measure]) if row[measure] else None
        )
    assert len(found) == len(csv_rows(exhibit)) * len(MEASURES)


def test_labels_are_those_of_the_language():
    labels = cube(shaped("trend", "zh-hans"))["dimension"]["option"]["category"]["label"]

    assert labels == {"yes": "已使用", "no": "未使用"}


def test_a_cell_without_a_row_is_null_and_not_published():
    written = cube(shaped("heatmap", frame=table().iloc[[0, 1, 2]], address="gap"))

    assert written["value"][12:] == [None] * 4
    assert [written["status"][str(place)] for place in range(12, 16)] == ["n"] * 4


def test_an_empty_code_has_a_name():
    frame = table()
    frame.loc[1, "option"] = frame.loc[3, "option"] = ""

    written = cube(shaped("heatmap", frame=frame, address="empty-code"))

    assert written["dimension"]["option"]["category"]["index"] == {"yes": 0, "_": 1}
    assert written["dimension"]["option"]["category"]["label"]["_"] == "No"
    assert written["extension"]["empty_code"] == "_"


def many(count: int):
    frame = table().iloc[[0] * count].reset_index(drop=True)
    codes = [f"o{place}" for place in range(count)]
    return frame.assign(option=codes, wave=codes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"frame": table().iloc[[0, 0]]}, id="the same codes twice"),
        pytest.param({"frame": table().iloc[:0]}, id="no rows"),
        pytest.param({"frame": many(200)}, id="too sparse"),
        pytest.param({"columns": COLUMNS[2:3]}, id="no codes"),
        pytest.param({"columns": (*COLUMNS[:2], Column("source", "Source"))}, id="no numbers"),
    ],
)
def test_what_is_no_cube_has_no_such_file(changes):
    assert ".jsonstat.json" not in shaped("table", grid=None, **changes).suffixes
