"""A small world of vendors, drawn in its fixture."""

import pytest

from tests.factories import (
    make_attribute,
    make_category,
    make_fact,
    make_listing,
    make_product,
    make_scheme,
    make_source,
    make_vendor,
)
from vendors.models import Attribute, Listing, Product, Scheme


@pytest.fixture
def world(db):
    """Two vendors, three products, two schemes.

    ali (CN)   fc (faas)       max_memory_mb 32768 in doubt · gpu yes
    aws (US)   lambda (faas)   max_memory_mb 10240 (3008 in 2019) · price_per_million_requests 0.20 USD
               steps (workflow)
    layers      taxonomy   business: fc stated, lambda stated, steps inferred · containers: fargate stated (aws)
    map         landscape  2020 hosted: lambda, gone     2021 hosted: lambda, fc   tools: orphan, lambda (second place)
    """
    flag = make_source(code="flag", title="Where Ali is")
    ali = make_vendor(
        slug="ali", name_en="Ali Cloud", name_zh="阿里云", country="CN", city="Hangzhou", country_source=flag
    )
    aws = make_vendor(slug="aws", name_en="AWS", name_zh="亚马逊云科技", country="US")
    fc = make_product(slug="fc", vendor=ali, name_en="Function Compute", name_zh="函数计算")
    lambdas = make_product(slug="lambda", vendor=aws, name_en="AWS Lambda", name_zh="")
    steps = make_product(
        slug="steps", vendor=aws, name_en="Step Functions", service_model=Product.ServiceModel.WORKFLOW
    )
    _make_facts(fc, lambdas)
    _make_taxonomy(ali, aws, fc, lambdas, steps)
    _make_landscape(ali, aws, fc, lambdas)


def _make_facts(fc: Product, lambdas: Product) -> None:
    memory = make_attribute(
        code="max_memory_mb", name_en="Maximum memory", name_zh="最大内存", unit="MB", better="higher", order=1
    )
    gpu = make_attribute(
        code="gpu_support", name_en="GPU", name_zh="支持 GPU", value_type=Attribute.ValueType.BOOLEAN, order=2
    )
    price = make_attribute(
        code="price_per_million_requests",
        name_en="Price per million requests",
        name_zh="每百万次请求价格",
        group=Attribute.Group.PRICING,
        value_type=Attribute.ValueType.MONEY,
        unit="currency/million requests",
        better="lower",
        order=3,
    )
    quotas = make_source(code="quotas", title="Lambda quotas")
    doubt = {"doubt_en": "Two pages differ.", "doubt_zh": "两处说法不一。"}
    make_fact(
        product=fc, attribute=memory, value="32768", source=make_source(code="schema", standing="copy_site"), **doubt
    )
    make_fact(product=fc, attribute=gpu, value=True, note_en="T4 and A10", note_zh="T4 与 A10", basis="derived")
    make_fact(product=lambdas, attribute=memory, value="3008", source=quotas, observed_on="2019-12", is_current=False)
    make_fact(product=lambdas, attribute=memory, value="10240", source=quotas, observed_on="")
    make_fact(product=lambdas, attribute=price, value="0.2", source=make_source(code="prices"))


def _make_taxonomy(ali, aws, fc, lambdas, steps) -> None:
    article = make_source(code="article", title="An article")
    scheme = make_scheme(code="layers", name_en="Layers", name_zh="层次", source=article)
    containers = make_category(scheme=scheme, code="containers", name_en="Containers", name_zh="容器", order=1)
    business = make_category(
        scheme=scheme,
        code="business",
        name_en="Business logic",
        name_zh="业务逻辑",
        order=2,
        definition_en="Runs code.",
    )
    for key, vendor, product, certainty in (
        ("fc", ali, fc, "stated"),
        ("lambda", aws, lambdas, "stated"),
        ("steps", aws, steps, "inferred"),
    ):
        make_listing(
            category=business,
            key=key,
            name_en=product.name_en,
            vendor=vendor,
            product=product,
            certainty=certainty,
            source=article,
            edition="2026",
        )
    make_listing(category=containers, key="fargate", name_en="Fargate", vendor=aws, source=article, edition="2026")


def _make_landscape(ali, aws, fc, lambdas) -> None:
    scheme = make_scheme(code="map", name_en="Map", name_zh="全景图", kind=Scheme.Kind.LANDSCAPE)
    hosted = make_category(scheme=scheme, code="hosted", name_en="Hosted", name_zh="托管", order=1)
    tools = make_category(scheme=scheme, code="tools", name_en="Tools", name_zh="工具", order=2)
    commit = make_source(code="commit", title="The landscape file")
    shared = {"source": commit}
    make_listing(
        category=hosted, edition="2020", key="lambda", name_en="AWS Lambda", vendor=aws, product=lambdas, **shared
    )
    make_listing(category=hosted, edition="2020", key="gone", name_en="Gone", **shared)
    make_listing(
        category=hosted,
        edition="2021",
        key="lambda",
        name_en="Lambda",
        vendor=aws,
        product=lambdas,
        is_open_source=False,
        **shared,
    )
    make_listing(
        category=hosted,
        edition="2021",
        key="fc",
        name_en="Function Compute",
        vendor=ali,
        product=fc,
        organisation="Alibaba",
        **shared,
    )
    make_listing(
        category=tools,
        edition="2021",
        key="orphan",
        name_en="Orphan",
        organisation="Nobody Ltd",
        homepage="https://example.org/orphan",
        is_open_source=True,
        maturity=Listing.Maturity.SANDBOX,
        **shared,
    )
    make_listing(
        category=tools,
        edition="2021",
        key="lambda",
        name_en="Lambda",
        vendor=aws,
        product=lambdas,
        is_second_path=True,
        **shared,
    )
