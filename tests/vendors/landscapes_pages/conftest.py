"""A landscape with two levels and two editions, drawn in its fixture, and the landscapes of the repository."""

import pytest
from django.conf import settings

from portal.loading.run import load
from portal.models import ImportRun
from tests.factories import make_category, make_listing, make_listing_event, make_scheme, make_source, make_vendor
from vendors.models import Listing, Scheme


@pytest.fixture
def shipped(db) -> None:
    """The files that the portal ships with."""
    assert load([settings.FIXTURES_DIR]).outcome == ImportRun.Outcome.LOADED


@pytest.fixture
def tree(db) -> Scheme:
    """Two tops; ali is in China, aws in the US, what nobody owns is of unknown country.

    2020   run / serve    oak (aws, open source unknown)  elm (none, open source)  ash (ali)
           build          fir (none, not open source)  box (none)
    2021   run / serve    oak "Oak Tree" (aws)   elm sandbox
           run / store    ash (ali, moved here)
           build          fir   new "Yew" (ali)  elm again (second place)
    events ash moved 2020-10-05, yew entered 2021-02-03; box left on 2019-01-01, before both editions
    """
    scheme = make_scheme(code="wood", name_en="Wood", name_zh="树林", kind=Scheme.Kind.LANDSCAPE)
    run = make_category(scheme=scheme, code="run", name_en="Run", name_zh="运行", order=1)
    serve = make_category(scheme=scheme, code="run-serve", name_en="Serve", name_zh="服务", order=2, parent=run)
    store = make_category(scheme=scheme, code="run-store", name_en="Store", name_zh="存储", order=3, parent=run)
    build = make_category(scheme=scheme, code="build", name_en="Build", name_zh="构建", order=4)
    flag = make_source(code="flag", title="Where Ali is")
    ali = make_vendor(slug="ali", name_en="Ali", country="CN", country_source=flag)
    aws = make_vendor(slug="aws", name_en="AWS", country="US", country_source=flag)
    old, new = (make_source(code=f"file-{year}", published=f"{year}-06-30") for year in (2020, 2021))

    def put(category, edition: str, key: str, name: str, **more) -> Listing:
        source = old if edition == "2020" else new
        return make_listing(category=category, edition=edition, key=key, name_en=name, source=source, **more)

    put(serve, "2020", "oak", "Oak", vendor=aws, organisation="Amazon")
    put(serve, "2020", "elm", "Elm", is_open_source=True)
    put(serve, "2020", "ash", "Ash", vendor=ali, organisation="Ali")
    put(build, "2020", "fir", "Fir", is_open_source=False)
    put(build, "2020", "box", "Box")
    put(serve, "2021", "oak", "Oak Tree", vendor=aws, organisation="Amazon")
    put(serve, "2021", "elm", "Elm", is_open_source=True, maturity="sandbox")
    put(store, "2021", "ash", "Ash", vendor=ali, organisation="Ali")
    put(build, "2021", "fir", "Fir", is_open_source=False)
    put(build, "2021", "yew", "Yew", vendor=ali, organisation="Ali", homepage="https://example.org/yew")
    put(build, "2021", "elm", "Elm", is_open_source=True, maturity="sandbox", is_second_path=True)
    make_listing_event(scheme=scheme, date="2019-01-01", kind="left", key="box", name="Box", from_category="Build")
    make_listing_event(
        scheme=scheme,
        date="2020-10-05",
        kind="moved",
        key="ash",
        name="Ash",
        from_category="Serve",
        to_category="Store",
    )
    make_listing_event(scheme=scheme, date="2021-02-03", key="yew", name="Yew", to_category="Build", revision="abc")
    return scheme
