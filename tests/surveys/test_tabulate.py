"""manage.py tabulate: a table of files, in three forms, and one sentence for everything that is wrong."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

CODEBOOK = """\
weight: w
questions:
- code: use
  kind: single
  columns: [Use]
  text_en: Do you use it?
  text_zh: 您在使用吗？
  break: public
  options:
  - {code: "yes", label_en: "Yes", label_zh: 是}
  - {code: "no", label_en: "No", label_zh: 否}
- code: region
  kind: single
  columns: [Region]
  break: public
  options:
  - {code: eu, label_en: Europe, label_zh: 欧洲}
  - {code: as, label_en: Asia, label_zh: 亚洲}
- {code: w, kind: weight, columns: [Weight]}
"""


@pytest.fixture
def files(tmp_path):
    """40 respondents: 20 in Europe, of whom 14 use it with weight 1; 20 in Asia, of whom 5 do, with weight 2."""
    lines = ["Use,Region,Weight"]
    for region, users, weight in (("eu", 14, 1), ("as", 5, 2)):
        lines += [f"{'yes' if place < users else 'no'},{region},{weight}" for place in range(20)]
    answers, codebook = tmp_path / "answers.csv", tmp_path / "codebook.yaml"
    answers.write_text("\n".join(lines) + "\n", encoding="utf-8")
    codebook.write_text(CODEBOOK, encoding="utf-8")
    return answers, codebook


def run(files, *options: str) -> str:
    out = io.StringIO()
    call_command("tabulate", *map(str, files), "--rows", "use", *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def refusal(files, *options: str) -> str:
    with pytest.raises(CommandError) as caught:
        run(files, *options)
    return str(caught.value)


def test_json_has_the_agreed_keys_and_unrounded_numbers(files):
    found = json.loads(run(files, "--columns", "region", "--format", "json", "--min-base", "10"))

    assert list(found) == ["n_design", "columns", "rows", "overall", "footnote"]
    assert found["n_design"] == 40
    assert found["columns"] == [
        {"code": "eu", "letter": "A", "base_n": 20, "base_w": 20, "base_effective": 20},
        {"code": "as", "letter": "B", "base_n": 20, "base_w": 40, "base_effective": 20},
    ]
    total, (europe, asia) = found["rows"][0]["total"], found["rows"][0]["cells"]
    # 14 of weight 1 and 5 of weight 2, of 60; effective base 60²/100.
    assert (total["n"], total["w"], total["base_effective"]) == (19, 24, 36)
    assert total["p"] == pytest.approx(0.4)
    assert list(total) == ["n", "w", "p", "se", "ci", "base_n", "base_w", "base_effective"]
    assert list(europe) == ["column", "n", "w", "p", "se", "ci", "letters", "status", "tests"]
    assert (europe["p"], asia["p"], europe["letters"], asia["letters"]) == (0.7, 0.25, "B", "")
    assert [test["against"] for test in europe["tests"]] == ["as"]
    assert set(found["overall"]) == {"f", "df1", "df2", "p"}
    assert "Weighted by w." in found["footnote"]


def test_without_columns_it_is_a_topline(files):
    found = json.loads(run(files, "--format", "json"))

    assert found["columns"] == []
    assert [row["cells"] for row in found["rows"]] == [[], []]
    assert found["overall"] is None


def test_the_weight_of_the_codebook_may_be_left_out(files):
    found = json.loads(run(files, "--format", "json", "--weight", "none"))

    assert found["rows"][0]["total"]["p"] == pytest.approx(19 / 40)
    assert "Not weighted." in found["footnote"]


def test_a_filter_narrows_the_base_and_not_the_design(files):
    found = json.loads(run(files, "--filter", "region in eu", "--format", "json"))

    assert (found["n_design"], found["rows"][0]["total"]["base_n"]) == (40, 20)


def test_csv_has_a_line_a_cell(files):
    rows = list(csv.DictReader(io.StringIO(run(files, "--columns", "region", "--format", "csv"))))

    assert [(row["row"], row["break"], row["column"], row["letter"]) for row in rows[:3]] == [
        ("yes", "", "", ""),
        ("yes", "region", "eu", "A"),
        ("yes", "region", "as", "B"),
    ]
    assert float(rows[1]["p"]) == 0.7


def test_table_for_people_in_both_languages(files):
    english = run(files, "--columns", "region", "--min-base", "10")
    with override("zh-hans"):
        chinese = run(files, "--columns", "region", "--filter", "region in as,eu")

    assert english.splitlines()[:9] == [
        "use: Do you use it?",
        "",
        "                Total   Europe     Asia",
        "                             A        B",
        "Yes             40.0%  70.0% B    25.0%",
        "No              60.0%    30.0%  75.0% A",
        "Base              40*     20**     20**",
        "Weighted base    60.0     20.0     40.0",
        "Effective base   36.0     20.0     20.0",
    ]
    assert "欧洲" in chinese
    assert "当前筛选：region in eu,as" in chinese


def test_the_public_sees_no_column_of_too_few(files):
    found = json.loads(run(files, "--columns", "region", "--format", "json", "--audience", "public"))

    assert [column["status"] for column in found["columns"]] == ["u", "u"]
    assert {test["z"] for row in found["rows"] for cell in row["cells"] for test in cell["tests"]} <= {None}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--rows", "uses"), "--rows: There is no question “uses” that can be tabulated. Nearest: use."),
        (("--rows", "w"), "--rows: There is no question “w” that can be tabulated."),
        (("--columns", "regio"), "--columns: There is no question “regio” with options. Nearest: region."),
        (("--columns", "w"), "--columns: There is no question “w” with options."),
        (("--columns", "region,region"), "--columns: region stands in the columns twice."),
        (("--columns", "use,region,a,b"), "--columns: There is no question “a” with options."),
        (("--weight", "use"), "--weight: There is no weight “use”."),
        (("--min-base", "-1"), "--min-base: The smallest base tested is a number of people, 0 or more."),
        (("--filter", "region in eu,xx"), "--filter, character 14: region has no option “xx”."),
        (("--filter", "region eu"), "--filter, character 1: “region eu” is no condition; write one as “Q3 in 1,2”."),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(files, options, words):
    assert refusal(files, *options) == words


def test_what_the_public_may_not_ask_is_refused(files):
    words = refusal(files, "--audience", "public", "--filter", "use in yes")

    assert words.startswith("--filter: ")
    assert "19" not in words


def test_a_draft_is_not_tabulated(files):
    answers, codebook = files
    codebook.write_text(f"confirmed: false\n{CODEBOOK}", encoding="utf-8")

    assert "codebook.yaml is a draft" in refusal(files)


@pytest.mark.parametrize("name", ["answers.csv", "codebook.yaml"])
def test_a_file_that_is_not_there_is_said_to_be_missing(files, name, capsys):
    next(file for file in files if file.name == name).unlink()
    err = io.StringIO()

    with pytest.raises(CommandError, match="nothing was tabulated"):
        call_command("tabulate", *map(str, files), "--rows", "use", stderr=err)

    assert err.getvalue().startswith(f"{name}: ")


def test_everything_wrong_with_the_answers_is_said(files):
    answers, _codebook = files
    answers.write_text("Use,Region,Weight\nmaybe,eu,1\nyes,moon,-1\n", encoding="utf-8")
    err = io.StringIO()

    with pytest.raises(CommandError):
        call_command("tabulate", *map(str, files), "--rows", "use", stderr=err)

    assert all(word in err.getvalue() for word in ("maybe", "moon", "-1"))
