"""Each file form by its address: type, name, and the reason where an exhibit does not have it."""

import re

import pytest
from django.http import Http404, QueryDict
from django.template import Context, Template
from django.test import RequestFactory

from portal.exhibits.options import ExhibitForm
from portal.exhibits.responses import file_response
from portal.exhibits.routing import pattern_of
from portal.exhibits.suffixes import CITATION_SUFFIXES, CUBE_SUFFIXES, DATA_SUFFIXES, FORM_OF, SUFFIXES
from portal.refusals import prefers_json
from tests.portal.exhibits.shaped import shaped


def answer(exhibit, suffix: str, query: str = ""):
    return file_response(exhibit, ExhibitForm.read(QueryDict(query)), suffix)


@pytest.mark.parametrize("name", ["ranked", "cards", "table"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_form_answers_or_says_why_not(name, suffix):
    exhibit = shaped(name)
    if suffix not in exhibit.suffixes:
        with pytest.raises(Http404, match=re.escape(suffix)):
            answer(exhibit, suffix)
        return

    response = answer(exhibit, suffix)

    assert response.status_code == 200
    assert response["Content-Type"] == FORM_OF[suffix].content_type
    assert f'filename="surveys-users-{name}-use{suffix}"' in response["Content-Disposition"]
    assert response.content


def test_a_table_has_the_data_forms_and_pages_to_print():
    assert set(shaped("table").suffixes) == {*DATA_SUFFIXES, *CITATION_SUFFIXES, *CUBE_SUFFIXES, ".pdf"}


def test_cards_say_that_they_are_no_plot():
    with pytest.raises(Http404, match="drawn as cards"):
        answer(shaped("cards"), ".vl.json")


def test_the_theme_that_is_asked_for_is_in_the_specification():
    light, dark = (answer(shaped("ranked"), ".vl.json", query).content for query in ("", "theme=dark"))

    assert b"#12181F" in dark
    assert b"#12181F" not in light


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_address_is_read_to_its_last_suffix(suffix):
    assert re.fullmatch(f"(?:{pattern_of(SUFFIXES)})", suffix)
    assert re.match(pattern_of(SUFFIXES), suffix)[0] == suffix  # never ".json" of ".vl.json"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_wrong_parameters_of_files_are_answered_to_machines(suffix):
    assert prefers_json(RequestFactory().get(f"/en/surveys/users/2020/use{suffix}"))


@pytest.mark.parametrize("name", ["ranked", "cards", "table", "stacked"])
def test_the_panel_offers_exactly_the_forms_of_the_exhibit(name):
    exhibit = shaped(name)

    html = Template('{% include "portal/_downloads.html" %}').render(Context({"exhibit": exhibit}))

    links = re.findall(r'class="downloads__link" href="([^"]+)"', html)
    assert sorted(links) == sorted(
        exhibit.href(suffix) for suffix in exhibit.suffixes if suffix not in CITATION_SUFFIXES
    )
