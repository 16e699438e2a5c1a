"""Every row that says it has a page has one, in both languages."""

import pytest
from django.utils.translation import override

from portal.models import Source, Term
from surveys.models import Survey, Wave, Wording
from tests import factories as make
from vendors.models import Product, Scheme, Vendor

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    """{model: a row of it}: a figure with all that it rests on, a fact, a term, a taxonomy with a listing."""
    figure = make.make_figure()
    fact = make.make_fact()
    wording = Wording.objects.filter(wave=figure.wave, question=figure.option.question).first()
    taxonomy = make.make_scheme(kind=Scheme.Kind.TAXONOMY)
    make.make_listing(category=make.make_category(scheme=taxonomy))
    return {
        Source: figure.source,
        Term: make.make_term(),
        Survey: figure.wave.survey,
        Wave: figure.wave,
        Wording: wording or make.make_wording(wave=figure.wave, question=figure.option.question),
        Vendor: fact.product.vendor,
        Product: fact.product,
        Scheme: taxonomy,
    }


@pytest.mark.parametrize("model", [Source, Term, Survey, Wave, Wording, Vendor, Product, Scheme])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_page_of_a_row_answers(client, rows, model, language):
    with override(language):
        address = rows[model].get_absolute_url()

    assert address.startswith(f"/{language}/")
    assert client.get(address.partition("#")[0]).status_code == 200


def test_a_landscape_leads_to_its_latest_edition(client):
    landscape = make.make_scheme(kind=Scheme.Kind.LANDSCAPE)
    category = make.make_category(scheme=landscape)
    for edition in ("2020", "2021"):
        make.make_listing(category=category, edition=edition)

    answer = client.get(landscape.get_absolute_url())

    assert answer["Location"] == f"/en/landscape/{landscape.code}/2021"
