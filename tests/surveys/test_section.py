"""What the rest of the portal gets from the surveys."""

from django.utils.translation import override

from surveys import section
from surveys.models import Survey, Wave
from surveys.section import SECTION


def test_headlines_are_the_report_s_exhibits_then_the_unpublished(world):
    Survey.objects.filter(pk=world.china.pk).update(slug=section.HEADLINE_WAVE[0])

    exhibits = SECTION.headlines()

    assert [exhibit.address.rpartition("/")[2] for exhibit in exhibits] == [
        "serverless_stage",
        "serverless_challenges",
        "serverless_public_cloud",
        "industry",
    ]


def test_headlines_are_empty_without_the_report_s_survey(db):
    assert SECTION.headlines() == []


def test_entries_cover_everything_in_both_languages(world):
    entries = list(SECTION.entries())

    kinds = [entry.kind for entry in entries]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "topic": 6,
        "survey": 2,
        "wave": 3,
        "question": 6,
        "option": 14,
        "figure": 17,  # 15 of whole samples, 2 of groups
    }
    option = next(entry for entry in entries if entry.kind == "option" and entry.title_en == "Aws lambda")
    assert (option.preview_en, option.preview_zh) == ("5% · China survey 2020", "5% · 中国调查 2020 年")
    stage = next(
        entry
        for entry in entries
        if entry.address == "surveys/china/2020/serverless_stage" and entry.kind == "question"
    )
    assert stage.preview_en == "Production 28% · China survey 2020"
    assert "Considering" in stage.words


def test_mentions_of_a_product_are_its_figures(world):
    assert [(m.value, m.detail, m.address) for m in SECTION.mentions("product", ["aws-lambda"])] == [
        ("5%", "China survey 2020, base not published", "surveys/china/2020/serverless_public_cloud")
    ]
    with override("zh-hans"):
        assert SECTION.mentions("product", ["aws-lambda"])[0].detail == "中国调查 2020 年，未公布基数"


def test_mentions_of_other_things_are_none(world):
    assert SECTION.mentions("vendor", ["aws-lambda"]) == []
    assert SECTION.mentions("product", ["unknown"]) == []


def test_counts(world):
    assert [(number, address) for label, number, address in SECTION.counts()] == [
        (2, "surveys"),
        (3, "surveys"),
        (17, "surveys"),
    ]
    assert Wave.objects.count() == 3
