"""What a reader can choose on the page of a comparison: rows, columns, requirements, order, layout."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.exhibits.filters import Choice
from portal.parameters import SEPARATOR
from vendors.filters.comparison import FILTER, CompareForm
from vendors.models import Attribute, Product
from vendors.selections.comparison import Compared


@dataclass(frozen=True)
class ChoiceGroup:
    """Choices under a heading; `whole` is the choice of all of them at once, where there is one."""

    label: str
    choices: tuple[Choice, ...]
    whole: Choice | None = None


@dataclass(frozen=True)
class Asked:
    """A requirement, filter or preference in force, with the address of the view without it."""

    kind: str
    words: str
    href: str


@dataclass(frozen=True)
class Switch:
    label: str
    href: str
    is_on: bool


@dataclass(frozen=True)
class CompareControls:
    """`kept_…` are (name, value) that a form of the page takes along."""

    products: tuple[ChoiceGroup, ...]
    attributes: tuple[ChoiceGroup, ...]
    asked: tuple[Asked, ...]
    switches: tuple[Switch, ...]
    options: tuple[ChoiceGroup, ...]
    kept_picking: list[tuple[str, str]]
    kept_asking: list[tuple[str, str]]
    kept_dating: list[tuple[str, str]]
    as_of: str
    rate: str


def compare_controls(form: CompareForm, found: Compared, products: Iterable[Product]) -> CompareControls:
    """`products` are all there are, in the order to show."""
    return CompareControls(
        products=tuple(product_choices(products, found)),
        attributes=tuple(attribute_choices(form, found)),
        asked=tuple(asked(form)),
        switches=tuple(switches(form)),
        options=tuple(attribute_options(form)),
        kept_picking=form.kept("products", "group", "attributes"),
        kept_asking=form.kept(),
        kept_dating=form.kept("as_of", "rate"),
        as_of=form.values["as_of"],
        rate=form.data.get("rate", ""),
    )


def product_choices(products: Iterable[Product], found: Compared) -> list[ChoiceGroup]:
    """By service model; those chosen are ticked, also where a filter leaves them out."""
    chosen = {product.slug for product in found.chosen.products}
    chosen |= {product.slug for product, _verdict in found.chosen.left_out}
    groups: dict[str, list[Choice]] = {}
    for product in products:
        choice = Choice(product.slug, product.label, product.slug in chosen)
        groups.setdefault(str(product.get_service_model_display()), []).append(choice)
    return [ChoiceGroup(label, tuple(choices)) for label, choices in groups.items()]


def attribute_choices(form: CompareForm, found: Compared) -> list[ChoiceGroup]:
    """By group, each of which can be chosen whole; attributes of such a group are not ticked one by one."""
    whole = set(form.groups)
    if not whole and not form.chosen("attributes"):
        whole = {attribute.group for attribute in found.attributes if attribute.code not in form.asked}
    named = set(form.chosen("attributes"))
    return [
        ChoiceGroup(
            str(label),
            tuple(Choice(each.code, each.label, each.code in named) for each in attributes),
            Choice(code, str(label), code in whole),
        )
        for code, label, attributes in by_group(form)
    ]


def attribute_options(form: CompareForm) -> list[ChoiceGroup]:
    """What a requirement can be about; chosen is none of them."""
    return [
        ChoiceGroup(str(label), tuple(Choice(each.code, each.label, False) for each in attributes))
        for _code, label, attributes in by_group(form)
    ]


def by_group(form: CompareForm) -> list[tuple[str, str, list[Attribute]]]:
    """(code, label, attributes) for each group that has some."""
    found = [
        (code, str(label), [each for each in form.attributes.values() if each.group == code])
        for code, label in Attribute.Group.choices
    ]
    return [(code, label, attributes) for code, label, attributes in found if attributes]


def asked(form: CompareForm) -> list[Asked]:
    """In the order of the address; each leads to the view without itself."""
    found = [
        Asked(_("Filtered by"), each.words, form.view_with(**{f"{FILTER}{each.attribute.code}": ""}))
        for each in form.filters
    ]
    musts = [f"{each.attribute.code}:{each.text}" for each in form.must]
    found += [
        Asked(_("Required"), each.words, form.view_with(must=without(musts, place)))
        for place, each in enumerate(form.must)
    ]
    preferred = [f"{'-' if each.is_reversed else ''}{each.attribute.code}" for each in form.preferences]
    found += [
        Asked(_("Ranked by"), each.words, form.view_with(prefer=without(preferred, place)))
        for place, each in enumerate(form.preferences)
    ]
    if form.values["sort"]:
        found.append(Asked(_("Sorted by"), form.sort_words, form.view_with(sort="")))
    return found


def without(parts: list[str], place: int) -> str:
    return SEPARATOR.join([*parts[:place], *parts[place + 1 :]])


def switches(form: CompareForm) -> list[Switch]:
    labels = {"diff": _("Only what differs"), "transposed": _("Products as rows")}
    return [
        Switch(label, form.view_with(**{name: "" if form.is_on(name) else "1"}), form.is_on(name))
        for name, label in labels.items()
    ]
