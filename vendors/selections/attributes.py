"""The attributes that a form asks for, and the values of one."""

from portal.exhibits.exhibit import Exhibit
from vendors.exhibits.attributes import attribute_exhibit, attributes_exhibit
from vendors.filters.attributes import AttributeForm, AttributesForm
from vendors.history.dates import facts_as_of
from vendors.history.products import launched_by
from vendors.models import Attribute, Fact, Product
from vendors.selections.parts import mark_parts


def chosen_attributes(form: AttributesForm) -> Exhibit:
    attributes = (
        Attribute.objects.in_groups(form.chosen("group"))
        .of_types(form.chosen("value_type"))
        .naming(form.values["q"])
        .with_product_counts()
    )
    return attributes_exhibit(list(attributes), filters=form.words(), query=form.view_query)


def values_of(attribute: Attribute, form: AttributeForm) -> Exhibit:
    """Of the products of each service model in which any documents it: of the others it says nothing."""
    as_of = form.values["as_of"]
    facts = list(Fact.objects.with_everything().about([attribute]))
    facts = facts_as_of(facts, as_of) if as_of else [fact for fact in facts if fact.is_current]
    mark_parts(facts)
    models = {fact.product.service_model for fact in facts}
    wanted = [model for model in form.chosen("service_model") or models if model in models]
    products = [] if not wanted else launched_by(Product.objects.matching({"service_model": wanted}), as_of)
    shown = {product.pk for product in products}
    return attribute_exhibit(
        attribute,
        products,
        [fact for fact in facts if fact.product_id in shown],
        as_of=as_of,
        filters=form.words(),
        query=form.view_query,
    )
