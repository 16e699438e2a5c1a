"""Rows for tests: `make_product(name_en="Lambda")` saves one with defaults for all that is not under test.

Natural keys that are not given are numbered (vendor-1, vendor-2), and what a row stands on is made
with it: a figure brings its wave, option, question, survey and source.
"""

from collections.abc import Callable
from itertools import count

from django.utils.text import slugify

from portal.models import Chapter, Source, Term
from surveys.models import Figure, Option, Question, Segment, Survey, Wave, Wording
from vendors.models import Attribute, Category, Fact, Listing, ListingEvent, Meter, Product, Scheme, Tariff, Vendor
from vendors.models.fact import VALUE_FIELDS

_numbers = count(1)


def _key(kind: str, values: dict, *, joint: str = "-") -> str:
    """A natural key: made of the English name where one is given, numbered otherwise."""
    name = values.get("name_en") or values.get("title_en") or ""
    return slugify(name).replace("-", joint) or f"{kind}{joint}{next(_numbers)}"


def _given(values: dict, field: str, make: Callable):
    """The related row that was given, or a new one."""
    return values.pop(field) if field in values else make()


def make_source(**values) -> Source:
    code = values.pop("code", None) or f"source-{next(_numbers)}"
    defaults = {
        "title": f"Title of {code}",
        "publisher": "Publisher",
        "url": f"https://example.org/{code}",
        "kind": Source.Kind.REPORT,
        "published": "2020-05",
        "accessed": "2026-05-28",
    }
    return Source.objects.create(code=code, **defaults | values)


def make_term(**values) -> Term:
    code = values.pop("code", None) or _key("term", values)
    defaults = {"name_en": f"Name of {code}", "name_zh": f"{code} 名称", "definition_en": "A definition."}
    return Term.objects.create(code=code, source=_given(values, "source", make_source), **defaults | values)


def make_chapter(**values) -> Chapter:
    slug = values.pop("slug", None) or _key("chapter", values)
    defaults = {"title_en": f"Title of {slug}", "title_zh": f"{slug} 标题", "body_en": "Text.", "published": True}
    return Chapter.objects.create(slug=slug, **defaults | values)


def make_vendor(**values) -> Vendor:
    slug = values.pop("slug", None) or _key("vendor", values)
    defaults = {"name_en": f"Name of {slug}", "name_zh": f"{slug} 名称", "kind": Vendor.Kind.PUBLIC_CLOUD}
    if values.get("country") and "country_source" not in values:
        values["country_source"] = make_source()
    return Vendor.objects.create(slug=slug, source=_given(values, "source", make_source), **defaults | values)


def make_product(**values) -> Product:
    slug = values.pop("slug", None) or _key("product", values)
    defaults = {
        "name_en": f"Name of {slug}",
        "name_zh": f"{slug} 名称",
        "service_model": Product.ServiceModel.FAAS,
        "deployment": Product.Deployment.HOSTED,
        "status": Product.Status.GA,
        "launched": "2014-11",
    }
    related = {field: _given(values, field, make) for field, make in (("vendor", make_vendor), ("source", make_source))}
    return Product.objects.create(slug=slug, **related, **defaults | values)


def make_attribute(**values) -> Attribute:
    code = values.pop("code", None) or _key("attribute", values, joint="_")
    defaults = {
        "name_en": f"Name of {code}",
        "name_zh": f"{code} 名称",
        "group": Attribute.Group.LIMITS,
        "value_type": Attribute.ValueType.NUMBER,
        "definition_en": "A definition.",
    }
    return Attribute.objects.create(code=code, **defaults | values)


def make_fact(*, value=128, **values) -> Fact:
    """`value` goes to the field of the attribute's type; money is in USD unless `currency` says otherwise."""
    product = _given(values, "product", make_product)
    attribute = _given(values, "attribute", make_attribute)
    defaults = {"observed_on": "2026-05-28", "basis": Fact.Basis.QUOTED}
    defaults[VALUE_FIELDS[Attribute.ValueType(attribute.value_type)]] = value
    if attribute.value_type == Attribute.ValueType.MONEY:
        defaults["currency"] = "USD"
    source = _given(values, "source", make_source)
    return Fact.objects.create(product=product, attribute=attribute, source=source, **defaults | values)


def make_tariff(**values) -> Tariff:
    code = values.pop("code", None) or _key("tariff", values)
    product, source = _given(values, "product", make_product), _given(values, "source", make_source)
    defaults = {"name_en": f"Name of {code}", "name_zh": f"{code} 名称"}
    return Tariff.objects.create(code=code, product=product, source=source, **defaults | values)


def make_meter(**values) -> Meter:
    """Counts requests, priced by an attribute of its own."""
    tariff, source = _given(values, "tariff", make_tariff), _given(values, "source", make_source)
    unit = {"value_type": Attribute.ValueType.MONEY, "unit": "currency/million requests"}
    price = _given(values, "price", lambda: make_attribute(**unit))
    defaults = {"kind": Meter.Kind.REQUESTS}
    return Meter.objects.create(tariff=tariff, price=price, source=source, **defaults | values)


def make_scheme(**values) -> Scheme:
    code = values.pop("code", None) or _key("scheme", values)
    defaults = {"name_en": f"Name of {code}", "name_zh": f"{code} 名称", "kind": Scheme.Kind.TAXONOMY}
    return Scheme.objects.create(code=code, source=_given(values, "source", make_source), **defaults | values)


def make_category(**values) -> Category:
    code = values.pop("code", None) or _key("category", values)
    defaults = {"name_en": f"Name of {code}", "name_zh": f"{code} 名称"}
    return Category.objects.create(code=code, scheme=_given(values, "scheme", make_scheme), **defaults | values)


def make_listing(**values) -> Listing:
    key = values.pop("key", None) or _key("listing", values)
    defaults = {
        "name_en": f"Name of {key}",
        "edition": "2020",
        "maturity": Listing.Maturity.NONE,
        "certainty": Listing.Certainty.STATED,
    }
    category, source = _given(values, "category", make_category), _given(values, "source", make_source)
    return Listing.objects.create(key=key, category=category, source=source, **defaults | values)


def make_listing_event(**values) -> ListingEvent:
    """An item of a landscape that entered on a day of 2020."""
    scheme = values.pop("scheme", None) or make_scheme()
    defaults = {"date": "2020-03-02", "kind": "entered", "key": "pine", "name": "Pine", "source": scheme.source}
    return ListingEvent.objects.create(scheme=scheme, **defaults | values)


def make_survey(**values) -> Survey:
    slug = values.pop("slug", None) or _key("survey", values)
    defaults = {"name_en": f"Name of {slug}", "name_zh": f"{slug} 名称", "publisher": "Publisher"}
    return Survey.objects.create(slug=slug, **defaults | values)


def make_wave(**values) -> Wave:
    slug = values.pop("slug", None) or f"wave-{next(_numbers)}"
    defaults = {"name_en": f"Name of {slug}", "sample_size": 500, "fieldwork_start": "2020-05"}
    related = {field: _given(values, field, make) for field, make in (("survey", make_survey), ("source", make_source))}
    return Wave.objects.create(slug=slug, **related, **defaults | values)


def make_question(**values) -> Question:
    code = values.pop("code", None) or _key("question", values, joint="_")
    defaults = {
        "name_en": f"Name of {code}",
        "name_zh": f"{code} 名称",
        "kind": Question.Kind.MULTIPLE,
        "topic": Question.Topic.ADOPTION,
    }
    return Question.objects.create(code=code, survey=_given(values, "survey", make_survey), **defaults | values)


def make_wording(**values) -> Wording:
    """Question and wave are of one survey; either may be given."""
    survey = _survey_of(values.get("question"), values.get("wave"))
    question = _given(values, "question", lambda: make_question(survey=survey))
    wave = _given(values, "wave", lambda: make_wave(survey=survey))
    defaults = {"text_en": "What do you use?", "text_zh": "您使用什么？", "asked_en": "All respondents"}
    source = _given(values, "source", make_source)
    return Wording.objects.create(question=question, wave=wave, source=source, **defaults | values)


def make_option(**values) -> Option:
    code = values.pop("code", None) or _key("option", values, joint="_")
    question = _given(values, "question", make_question)
    defaults = {
        "name_en": f"Name of {code}",
        "name_zh": f"{code} 名称",
        "is_exclusive": question.kind == Question.Kind.SINGLE,
    }
    return Option.objects.create(code=code, question=question, **defaults | values)


def make_segment(**values) -> Segment:
    code = values.pop("code", None) or _key("segment", values, joint="_")
    defaults = {
        "dimension": "region",
        "dimension_name_en": "Region",
        "dimension_name_zh": "地区",
        "name_en": f"Name of {code}",
        "name_zh": f"{code} 名称",
    }
    return Segment.objects.create(code=code, **defaults | values)


def make_figure(**values) -> Figure:
    """Wave and option are of one survey; either may be given. No segment unless one is given."""
    option, wave = values.pop("option", None), values.pop("wave", None)
    survey = _survey_of(option.question if option else None, wave)
    option = option or make_option(question=make_question(survey=survey))
    wave = wave or make_wave(survey=survey)
    defaults = {"percent": "41.5", "base_n": 500, "basis": Figure.Basis.QUOTED}
    source = _given(values, "source", make_source)
    return Figure.objects.create(option=option, wave=wave, source=source, **defaults | values)


def _survey_of(question: Question | None, wave: Wave | None) -> Survey:
    return question.survey if question else wave.survey if wave else make_survey()
