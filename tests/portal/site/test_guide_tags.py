"""Parts outside their page: where their links lead, and how one part can stand twice on a page."""

from django.template import Context, Template
from django.utils.translation import override

PART = (
    '<p id="source-1">one</p><a href="#source-1">1</a><a href="#source-2">2</a><a href="?sort=name">sort</a>'
    '<svg aria-labelledby="c-title c-desc" data-id="c-title"><title id="c-title">t</title><desc id="c-desc">d</desc>'
    '<pattern id="hatch"></pattern><rect fill="url(#hatch)"/></svg>'
)


def rendered(opening: str, closing: str) -> str:
    with override("zh-hans"):
        return Template(f"{{% load guide %}}{{% {opening} %}}{PART}{{% {closing} %}}").render(Context())


def test_links_of_parts_lead_to_the_page_unless_their_place_is_among_the_parts():
    expected = PART.replace('"#source-2"', '"/zh-hans/compare#source-2"').replace('"?sort', '"/zh-hans/compare?sort')

    assert rendered('parts_of "compare"', "endparts_of") == expected


def test_a_part_shown_once_more_has_ids_of_its_own_and_refers_to_them():
    shown = rendered('once_more "embed"', "endonce_more")

    assert '<p id="embed-source-1">one</p><a href="#embed-source-1">1</a>' in shown
    assert '<a href="#source-2">2</a><a href="?sort=name">sort</a>' in shown
    assert '<svg aria-labelledby="embed-c-title embed-c-desc" data-id="c-title"><title id="embed-c-title">' in shown
    assert '<pattern id="embed-hatch"></pattern><rect fill="url(#embed-hatch)"/>' in shown
