"""An exhibit refuses what cannot be shown."""

import pytest
from django.utils.translation import override

from portal.charts.shapes import RankedBars, ShapeError
from portal.exhibits.citations import Note
from portal.exhibits.columns import Column, Grid
from portal.exhibits.pictures import caption_of
from portal.exhibits.suffixes import CITATION_SUFFIXES, CUBE_SUFFIXES, DATA_SUFFIXES
from tests.portal.exhibits.examples import COLUMNS, make_exhibit, make_frame


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"address": "/surveys/"}, "address", id="slashes"),
        pytest.param({"address": "Surveys"}, "address", id="capitals"),
        pytest.param({"language": "fr"}, "language", id="language"),
        pytest.param({"title": ""}, "no title", id="title"),
        pytest.param({"citations": ()}, "cites nothing", id="citations"),
        pytest.param({"columns": (*COLUMNS, COLUMNS[0])}, "twice", id="column twice"),
        pytest.param({"columns": (*COLUMNS, Column("page", "Page"))}, "lacks ['page']", id="column missing"),
        pytest.param({"frame": make_frame(value=["62.5", "30", ""])}, "expected numbers", id="numbers as text"),
        pytest.param({"grid": Grid("option", "wave", "value")}, "grid", id="grid"),
    ],
)
def test_exhibit_refuses(changes, message):
    with pytest.raises(ValueError, match=message.replace("[", r"\[").replace("]", r"\]")):
        make_exhibit(**changes)


@pytest.mark.parametrize(
    ("language", "notes", "said"),
    [
        ("en", ("* base under 100", "Derived."), "* base under 100. Derived."),
        ("zh-hans", ("* 基数小于 100", "派生。"), "* 基数小于 100。派生。"),
    ],
)
def test_pictures_close_each_note_as_a_sentence(language, notes, said):
    exhibit = make_exhibit(language=language, notes=tuple(Note(text, is_mandatory=True) for text in notes))

    with override(language):
        assert caption_of(exhibit).note == said


def test_exhibit_refuses_shape_of_other_columns():
    with pytest.raises(ShapeError):
        make_exhibit(shape=RankedBars(label="option_label_en", value="share"))


def test_labels_in_both_languages_are_needed():
    with pytest.raises(ValueError, match="option_label_zh"):
        make_exhibit(frame=make_frame().drop(columns="option_label_zh"))


def test_href_names_language_suffix_and_view():
    exhibit = make_exhibit(query="by=region")

    assert exhibit.href(".csv") == "/en/surveys/users/2020/use.csv?by=region"
    assert exhibit.href(language="zh-hans") == "/zh-hans/surveys/users/2020/use?by=region"


def test_url_is_absolute_where_the_public_address_is_known(settings):
    settings.PUBLIC_URL = "https://example.org"

    assert make_exhibit().url() == "https://example.org/en/surveys/users/2020/use"


def test_suffixes_of_charts_need_a_shape():
    assert ".svg" in make_exhibit().suffixes
    assert make_exhibit(shape=None).suffixes == (*DATA_SUFFIXES, *CITATION_SUFFIXES, *CUBE_SUFFIXES, ".pdf")
    assert ".pdf" not in make_exhibit(shape=None, frame=make_frame().iloc[:0]).suffixes
