"""Edges of what exhibits say of themselves: ties, one answer, people, parts, waves, nothing at all."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from portal.exhibits.lookup import exhibit_at
from surveys.models import Figure, Wording
from tests import factories as make


def said(address: str, query: str = "", language: str = "en") -> str:
    """Without the opening, which names question and wave."""
    with override(language):
        return exhibit_at(address, QueryDict(query), language=language).exhibit.description


@pytest.fixture
def shares(world):
    """Puts answers with these shares and bases in the newest wave of the annual survey, as one question."""

    def put(*shares: float, base: int | None = 500, kind: str = "single") -> str:
        question = make.make_question(survey=world.annual, code="asked", name_en="Asked", name_zh="所问", kind=kind)
        make.make_wording(question=question, wave=world.second)
        for order, share in enumerate(shares):
            option = make.make_option(question=question, code=f"a{order}", order=order, name_en=f"A{order}", name_zh="")
            make.make_figure(wave=world.second, option=option, percent=share, base_n=base)
        return said("surveys/annual/2020/asked").removeprefix("Asked, Annual survey 2020. ")

    return put


def test_one_answer_is_said_to_be_alone(shares):
    assert shares(57) == "One answer published, “A0” (57%)."


def test_equal_answers_have_no_highest(shares):
    assert shares(30, 30, 30) == "3 answers, all at 30%."


def test_more_than_three_equal_answers_are_counted(shares):
    assert shares(40, 10, 10, 10, 10) == (
        "Highest of 5 answers “A0” (40%), lowest 4 answers (10% each)."
        " The lead of “A0” over 4 answers (10% each) is larger than sampling noise (95%, n = 500)."
    )


def test_two_at_the_top_have_no_lead(shares):
    assert shares(40, 40, 20) == "Highest of 3 answers “A0” (40%) and “A1” (40%), lowest “A2” (20%)."


def test_a_small_lead_is_noise(shares):
    assert shares(51, 45, 4).endswith("The gap between “A0” and “A1” (45%) lies within sampling noise (95%, n = 500).")


def test_where_several_could_be_chosen_a_small_lead_is_not_judged(shares):
    assert shares(30, 28, base=1000, kind="multiple") == "Highest of 2 answers “A0” (30%), lowest “A1” (28%)."


def test_without_a_base_nothing_is_said_of_noise(shares):
    assert shares(90, 10, base=None) == "Highest of 2 answers “A0” (90%), lowest “A1” (10%). Base not published."


@pytest.mark.parametrize("kind", ["usage_data", "document_review"])
def test_what_is_no_survey_has_no_sampling_noise(world, shares, kind):
    world.annual.kind = kind
    world.annual.save()

    assert shares(90, 10) == "Highest of 2 answers “A0” (90%), lowest “A1” (10%)."


def test_parts_are_compared_with_each_other(world):
    """45% of 200 against 30% of 40: the interval of the difference is -1.8 to 28.8 points."""
    Figure.objects.filter(segment__code="asia").update(base_n=40)

    assert said("surveys/annual/2019/serverless_use", "by=region") == (
        "About serverless_use, Annual survey 2019. The whole sample: highest of 2 answers “No” (59%), lowest"
        " “Production” (41%). Parts of the sample differ most in “Production”: Europe 45%, Asia 30%."
        " That lies within sampling noise (95%, n = 200 and n = 40)."
    )


def test_people_of_parts_are_not_compared(world):
    text = said("surveys/annual/2019/serverless_use", "by=region&value=people")

    assert "differ most" not in text
    assert "noise" not in text


def test_a_break_ends_what_can_be_compared(world):
    assert said("surveys/annual/trend/serverless_use") == (
        "About serverless_use: over the waves, Annual survey. 2020: one answer published, “Production” (51%)."
        " The series breaks at 2020: values before and after do not compare."
    )


@pytest.mark.parametrize(
    ("comparable", "doubt"), [("yes", ""), ("unknown", " Whether all waves compare is not known.")]
)
def test_a_change_is_held_against_noise(world, comparable, doubt):
    """41 against 51 of 500 each: 10 points, and the interval is 3.8 to 16.1 points."""
    Wording.objects.filter(wave=world.second).update(comparable=comparable, break_reason_en="")
    option = world.wording("serverless_use", world.second).question.options.get(code="production")
    option.figures.filter(wave=world.second).update(base_n=500)

    text = said("surveys/annual/trend/serverless_use")

    assert text.endswith(
        "Largest change: “Production”, 41% in 2019, 51% in 2020."
        f" That is larger than sampling noise (95%, n = 500 and n = 500).{doubt}"
    )


def test_parts_of_few_people_are_not_compared(world):
    assert said("surveys/annual/2019/serverless_use", "by=region").endswith(
        "Europe: “Production” (45%). Parts of fewer than 30 people are not compared."
    )


def test_chinese_says_the_same(world):
    Figure.objects.filter(segment__code="asia").update(base_n=40)

    assert said("surveys/annual/2019/serverless_use", "by=region", "zh-hans") == (
        "关于 serverless_use，年度调查 2019。全部样本：2 个答案中最高的是“No”（59%），最低的是“Production”（41%）。"
        "各分组在“Production”上差异最大：Europe 45%，Asia 30%。这一差异在抽样误差之内（95%，n = 200 和 n = 40）。"
    )


def test_answers_left_out_by_the_reader_are_not_spoken_of(world):
    assert said("surveys/china/2020/serverless_stage", "only=production~test") == (
        "About serverless_stage, China survey 2020. Highest of 2 answers “Production” (28%), lowest “Test” (8%)."
        " Base not published."
    )
