"""Admin of vendors, products, attributes, facts, schemes and listings."""

from decimal import Decimal

import pytest

from portal.versions import stored_version
from tests.admin_pages import MAX_QUERIES, address, client_of, delete_selected, errors_of, most_queries, pages_of, save
from tests.factories import (
    make_attribute,
    make_category,
    make_fact,
    make_listing,
    make_meter,
    make_product,
    make_scheme,
    make_source,
    make_tariff,
    make_vendor,
)
from vendors.current_facts import mark_current_facts
from vendors.models import Attribute, Category, Fact, Listing, Product, Scheme, Vendor

pytestmark = pytest.mark.django_db
ROWS = 3 * MAX_QUERIES  # enough that one query for each row would show
MAKERS = {
    "vendor": lambda: make_vendor(country="CN"),
    "product": make_product,
    "attribute": make_attribute,
    "fact": make_fact,
    "scheme": make_scheme,
    "category": lambda: make_category(parent=None),
    "tariff": lambda: make_meter(tariff=make_tariff(rules=["max_memory_mb"])).tariff,
    "meter": make_meter,
    "listing": lambda: make_listing(product=make_product(), vendor=make_vendor()),
}


@pytest.fixture
def editor():
    return client_of()


@pytest.mark.parametrize("kind", MAKERS)
def test_every_page_answers_with_few_queries(editor, kind, django_assert_max_num_queries):
    rows = [MAKERS[kind]() for number in range(ROWS)]

    for page in pages_of(rows[0]):
        with django_assert_max_num_queries(most_queries(page)):
            response = editor.get(page)
        assert response.status_code == 200, page


@pytest.mark.parametrize("kind", MAKERS)
def test_saving_a_page_as_it_is_changes_nothing(editor, kind):
    row = MAKERS[kind]()
    before, version = type(row).objects.values().get(pk=row.pk), stored_version()

    response = save(editor, address(type(row), "change", row.pk))

    assert response.status_code == 302, errors_of(response)
    assert type(row).objects.values().get(pk=row.pk) == before
    assert stored_version() == version


@pytest.mark.parametrize(("model", "make"), [(Product, make_fact), (Scheme, make_category), (Vendor, make_product)])
def test_long_inlines_ask_no_more(editor, model, make, django_assert_max_num_queries):
    name = model._meta.model_name
    first = make()
    parent = getattr(first, name)
    for _number in range(ROWS):
        make(**{name: parent})

    with django_assert_max_num_queries(MAX_QUERIES):
        page = editor.get(address(model, "change", parent.pk))

    assert page.status_code == 200


@pytest.mark.parametrize("word", ["aws-lambda", "Lambda", "函数", "Amazon", "亚马逊"])
def test_products_are_found_by_their_names_and_their_vendor(editor, word):
    vendor = make_vendor(name_en="Amazon", name_zh="亚马逊")
    product = make_product(slug="aws-lambda", name_en="Lambda", name_zh="函数", vendor=vendor)
    make_product()

    assert list(editor.get(address(Product, "changelist"), {"q": word}).context["cl"].queryset) == [product]


@pytest.mark.parametrize(
    "query", [{"product__vendor__id__exact": "0"}, {"doubt_en__isempty": "1"}, {"is_current": "x"}]
)
def test_filters_of_facts_answer(editor, query):
    make_fact()

    assert editor.get(address(Fact, "changelist"), query).status_code in (200, 302)


def test_facts_show_their_value_in_words(editor):
    make_fact(attribute=make_attribute(unit="MB"), value=Decimal("10240"))

    assert "10,240 MB" in editor.get(address(Fact, "changelist")).content.decode()


def test_a_doubt_is_marked_in_the_list(editor):
    make_fact(doubt_en="Sources disagree <here>")

    assert "Sources disagree &lt;here&gt;" in editor.get(address(Fact, "changelist")).content.decode()


# Facts: which one is current


def current_dates(product: Product) -> list[str]:
    return list(product.facts.current().values_list("observed_on", flat=True))


def add_fact(editor, product, attribute, **values):
    fields = {"product": product.pk, "attribute": attribute.pk, "source": make_source().pk, "basis": "quoted"}
    return save(editor, address(Fact, "add"), **fields | values)


def test_a_newer_fact_becomes_current(editor):
    fact = make_fact(observed_on="2024-01")

    add_fact(editor, fact.product, fact.attribute, number="256", observed_on="2025")

    assert current_dates(fact.product) == ["2025"]


def test_an_older_fact_is_kept_beside_the_current_one(editor):
    fact = make_fact(observed_on="2024-01")

    add_fact(editor, fact.product, fact.attribute, number="64")

    assert current_dates(fact.product) == ["2024-01"]
    assert Fact.objects.count() == 2


def test_a_changed_date_settles_anew_which_is_current(editor):
    fact = make_fact(observed_on="2024-01")
    newer = make_fact(product=fact.product, attribute=fact.attribute, observed_on="2023", is_current=False)

    save(editor, address(Fact, "change", newer.pk), observed_on="2025")

    assert current_dates(fact.product) == ["2025"]


def test_a_fact_moved_to_another_attribute_leaves_a_current_one_behind(editor):
    fact = make_fact(observed_on="2025")
    make_fact(product=fact.product, attribute=fact.attribute, observed_on="2020", is_current=False)
    other = make_fact(product=fact.product, observed_on="2024")

    save(editor, address(Fact, "change", fact.pk), attribute=other.attribute.pk)

    assert sorted(current_dates(fact.product)) == ["2020", "2025"]


def test_deleting_the_current_fact_makes_the_one_before_current(editor):
    fact = make_fact(observed_on="2025")
    make_fact(product=fact.product, attribute=fact.attribute, observed_on="2020", is_current=False)

    editor.post(address(Fact, "delete", fact.pk), {"post": "yes"})

    assert current_dates(fact.product) == ["2020"]


def test_deleting_many_facts_settles_which_is_current(editor):
    fact = make_fact(observed_on="2025")
    older = make_fact(product=fact.product, attribute=fact.attribute, observed_on="2024", is_current=False)
    make_fact(product=fact.product, attribute=fact.attribute, observed_on="", is_current=False)
    before = stored_version().number

    delete_selected(editor, fact, older)

    assert current_dates(fact.product) == [""]
    assert stored_version().number == before + 1


def test_facts_of_other_pairs_are_left_alone():
    one, other = make_fact(observed_on="2024"), make_fact(observed_on="2025")
    crossed = make_fact(product=one.product, attribute=other.attribute, is_current=False)

    mark_current_facts([(one.product_id, one.attribute_id), (other.product_id, other.attribute_id)])

    assert not Fact.objects.get(pk=crossed.pk).is_current
    assert Fact.objects.current().count() == 2


def test_current_is_not_for_editing(editor):
    fact = make_fact(observed_on="2024")
    older = make_fact(product=fact.product, attribute=fact.attribute, observed_on="2020", is_current=False)

    save(editor, address(Fact, "change", older.pk), is_current="on", note_en="Changed")

    assert current_dates(fact.product) == ["2024"]


# Facts: their values


def test_the_value_of_a_list_is_written_as_lines(editor):
    product, attribute = make_product(), make_attribute(value_type=Attribute.ValueType.LIST)

    add_fact(editor, product, attribute, items="Go\r\nPython 3.12\r\n")

    assert Fact.objects.get().items == ["Go", "Python 3.12"]
    assert Fact.objects.get().words is None


@pytest.mark.parametrize(
    ("value_type", "values", "reason"),
    [
        ("number", {"words": "many"}, "This attribute takes a value here"),
        ("number", {"number": "1", "words": "one"}, "exactly one value"),
        ("number", {"number": "1", "currency": "USD"}, "A currency goes with money"),
        ("money", {"number": "1"}, "A currency goes with money"),
        ("money", {"number": "1", "currency": "usd"}, "three capital letters"),
        ("number", {"number": "NaN"}, "Enter a number"),
        ("number", {"number": "1e30"}, "no more than"),
        ("boolean", {}, "This attribute takes a value here"),
        ("list", {"items": "a\x00b"}, "Null characters"),
        ("text", {"words": "x" * 301}, "at most 300"),
    ],
)
def test_a_wrong_value_is_refused_in_words(editor, value_type, values, reason):
    response = add_fact(editor, make_product(), make_attribute(value_type=value_type), **values)

    assert reason in errors_of(response)
    assert not Fact.objects.exists()


def test_a_fact_without_attribute_is_refused(editor):
    response = save(editor, address(Fact, "add"), product=make_product().pk, number="1")

    assert "This field is required" in errors_of(response)


def test_the_same_fact_twice_is_refused(editor):
    fact = make_fact(observed_on="2024")

    response = add_fact(editor, fact.product, fact.attribute, number="1", observed_on="2024")

    assert "already exists" in errors_of(response)


def test_facts_are_added_on_the_page_of_their_product(editor):
    fact = make_fact(observed_on="2024")
    values = {
        "facts-TOTAL_FORMS": "1",
        "facts-0-attribute": fact.attribute.pk,
        "facts-0-state": "documented",
        "facts-0-number": "512",
        "facts-0-observed_on": "2025",
        "facts-0-basis": "quoted",
        "facts-0-source": fact.source.pk,
    }
    before = stored_version().number

    response = save(editor, address(Product, "change", fact.product.pk), **values)

    assert response.status_code == 302, errors_of(response)
    assert current_dates(fact.product) == ["2025"]
    assert stored_version().number == before + 1


def test_the_value_type_stays_while_facts_are_kept_by_it(editor):
    used, free = make_fact().attribute, make_attribute()

    for attribute in (used, free):
        save(editor, address(Attribute, "change", attribute.pk), value_type="text")

    assert Attribute.objects.get(pk=used.pk).value_type == "number"
    assert Attribute.objects.get(pk=free.pk).value_type == "text"


# Deleting


@pytest.mark.parametrize(
    ("make", "cited"),
    [
        (make_fact, "product"),
        (make_fact, "attribute"),
        (make_product, "vendor"),
        (make_category, "scheme"),
        (make_listing, "category"),
        (lambda: make_listing(product=make_product()), "product"),
        (lambda: make_listing(vendor=make_vendor()), "vendor"),
    ],
)
@pytest.mark.parametrize("superuser", [False, True], ids=["editor", "superuser"])
def test_what_is_cited_is_kept(make, cited, superuser):
    row = getattr(make(), cited)
    team = client_of(name="someone", superuser=superuser)

    page = team.post(address(type(row), "delete", row.pk), {"post": "yes"}).content.decode()
    delete_selected(team, row)

    assert "1 of them cites this" in page
    assert type(row).objects.filter(pk=row.pk).exists()


def test_what_nothing_cites_can_be_deleted(editor):
    listing = make_listing()

    editor.post(address(Listing, "delete", listing.pk), {"post": "yes"})

    assert not Listing.objects.exists()


def test_a_cited_category_is_kept_when_deleted_on_the_page_of_its_scheme(editor):
    category = make_listing().category

    response = save(editor, address(Scheme, "change", category.scheme.pk), **{"categories-0-DELETE": "on"})

    assert "protected" in errors_of(response)
    assert Category.objects.filter(pk=category.pk).exists()


# Categories


def test_a_parent_of_another_scheme_is_refused(editor):
    category, other = make_category(), make_category()

    response = save(editor, address(Category, "change", category.pk), parent=other.pk)

    assert "another scheme" in errors_of(response)


def test_a_category_below_itself_is_refused(editor):
    above = make_category()
    below = make_category(scheme=above.scheme, parent=above)

    response = save(editor, address(Category, "change", above.pk), parent=below.pk)

    assert "below itself" in errors_of(response)


def test_a_country_without_source_is_refused(editor):
    response = save(editor, address(Vendor, "change", make_vendor().pk), country="CN")

    assert "needs the source" in errors_of(response)
