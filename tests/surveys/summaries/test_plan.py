"""Plans of summaries: every line a value, every mistake with its line."""

import pytest

from portal.loading.files import InputFile
from portal.loading.problems import Report
from surveys.summaries.plan import PlanLine, read_plan

HEADER = "question,figures_of,waves,by,options\n"


def read(text: str) -> tuple[list[PlanLine], list[str]]:
    report = Report()
    lines = read_plan(InputFile("plan.csv", text.encode()), report)
    return lines, [str(problem) for problem in report.problems]


def test_a_line_says_what_becomes_of_a_question():
    lines, problems = read(HEADER + "use,use_any,2018; 2020,region;size,any\n")

    assert problems == []
    assert lines == [PlanLine(2, "use", "use_any", ("2018", "2020"), ("region", "size"), ("any",))]
    assert [lines[0].is_for(wave) for wave in ("2018", "2019", "2020")] == [True, False, True]


def test_what_is_left_empty_is_the_question_itself_in_every_wave():
    lines, problems = read(HEADER + "use,,,,\n")

    assert problems == []
    assert lines == [PlanLine(2, "use", "use")]
    assert lines[0].is_for("2031")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEADER, "plan.csv: expected at least one line with a question"),
        (HEADER + ",use,,,\n", "plan.csv, line 2, column question: expected the code of a question of the codebooks"),
        (HEADER + "use,,\n", "plan.csv, line 2: “use,,” – expected 5 cells, found 3"),
        ("question\nuse\n", "plan.csv, line 1, column by: the column is missing; add it"),
    ],
    ids=["no line", "no question", "ragged", "columns missing"],
)
def test_mistakes_are_named_with_their_line(text, problem):
    problems = read(text)[1]

    assert any(each.startswith(problem) for each in problems)
