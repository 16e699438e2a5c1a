"""What stands in a taxonomy, and how much of it where; a landscape can be read as one too."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.parameters import ParameterProblem, WrongParameters
from portal.words import headed, set_apart
from vendors.category_tree import Branch, branches, with_those_below
from vendors.exhibits.coverage import coverage_exhibit
from vendors.exhibits.taxonomy import is_judged, taxonomy_exhibit
from vendors.filters.tables import stored
from vendors.filters.taxonomy import CoverageForm, TaxonomyForm
from vendors.models import Listing, Scheme
from vendors.providers import provider_code, provider_countries, provider_labels

Form = TypeVar("Form", bound=TaxonomyForm)
MOST_COUNTED = 20  # categories side by side, unless all are asked for
MOST_CELLS = 20_000  # of a coverage


@dataclass(frozen=True)
class Placements:
    """A scheme's tree and those of its listings that a form chooses."""

    scheme: Scheme
    form: TaxonomyForm
    tree: tuple[Branch, ...]
    listings: tuple[Listing, ...]

    @property
    def columns(self) -> list[Branch]:
        """The categories that a matrix shows: those asked for, and of these all that hold or could hold something."""
        asked = set(with_those_below(self.tree, self.form.chosen("category")))
        filled = {listing.category_id for listing in self.listings}
        parents = {branch.category.parent_id for branch in self.tree}
        return [
            branch
            for branch in self.tree
            if (not asked or branch.category.code in asked)
            and (branch.category.pk not in parents or branch.category.pk in filled)
        ]


def taxonomy_form(scheme: Scheme, data: QueryDict, kind: type[Form] = TaxonomyForm) -> Form:
    """The form of a page of the scheme.

    Choices are those of all editions, so that a view leads to the same view of another edition."""
    listings = Listing.objects.in_scheme(scheme)
    owners = list(listings.owners())
    return kind.read(
        data,
        editions=listings.dated_editions(),
        categories={branch.category.code: branch.label for branch in branches(scheme)},
        providers=provider_labels(owners),
        countries=provider_countries(owners),
        is_judged=is_judged(scheme),
    )


def placements(scheme: Scheme, form: TaxonomyForm) -> Placements:
    tree = tuple(branches(scheme))
    listings = (
        Listing.objects.in_edition(scheme, form.edition)
        .in_categories(with_those_below(tree, form.chosen("category")))
        .from_countries(stored(form.chosen("country")))
        .of_certainty(form.chosen("certainty"))
        .naming(form.values["q"])
        .in_order()
        .with_owners()
        .with_shelves(scheme.categories.all())
    )
    return Placements(scheme, form, tree, tuple(of_providers(listings, form.chosen("provider"))))


def of_providers(listings: Iterable[Listing], codes: Iterable[str]) -> list[Listing]:
    """By the same codes as the matrix has."""
    wanted = set(codes)
    return [listing for listing in listings if not wanted or provider_of(listing) in wanted]


def provider_of(listing: Listing) -> str:
    return provider_code(listing.vendor.slug if listing.vendor else "", listing.organisation, listing.key)


def placed(scheme: Scheme, form: TaxonomyForm | None = None) -> Exhibit:
    """The matrix; without a form the newest edition."""
    chosen = placements(scheme, form or taxonomy_form(scheme, QueryDict()))
    return matrix_of(chosen)


def matrix_of(chosen: Placements) -> Exhibit:
    form = chosen.form
    return taxonomy_exhibit(
        chosen.scheme,
        list(chosen.listings),
        chosen.tree,
        layers=len(chosen.columns),
        edition=form.edition,
        by=form.by,
        elsewhere=places_elsewhere(chosen),
        filters=form.words(),
        query=form.query(*form.FILE_FIELDS, "depth", "rows"),
    )


def coverage_of(chosen: Placements, form: CoverageForm) -> Exhibit:
    """How many products each provider, or each country, has in each category; of very many at their tops."""
    columns = counted_columns(chosen, form)
    has_all = form.values["rows"] == "all"
    if has_all and len(columns) * len({provider_of(each) for each in chosen.listings}) > MOST_CELLS:
        told = _("All rows of so many categories are too many to show: leave out rows, or choose some categories.")
        raise WrongParameters([ParameterProblem("rows", told)])
    return coverage_exhibit(
        chosen.scheme,
        list(chosen.listings),
        chosen.tree,
        columns,
        edition=form.edition,
        by=form.by,
        has_all=has_all,
        filters=form.words(),
        query=form.view_query,
    )


def counted_columns(chosen: Placements, form: CoverageForm) -> list[Branch]:
    """The categories of the matrix; where they are very many those at the top above them, each once."""
    if form.values["depth"] == "all" or len(chosen.columns) <= MOST_COUNTED:
        return chosen.columns
    return [Branch((top,)) for top in dict.fromkeys(branch.top for branch in chosen.columns)]


def places_elsewhere(chosen: Placements) -> dict[int, str]:
    """Product → where it stands in the newest editions of other schemes: "CNCF serverless: Hosted Platform"."""
    products = {listing.product_id for listing in chosen.listings if listing.product_id}
    found = Listing.objects.of_products(products).with_everything().in_order() if products else []
    newest: dict[tuple[int, int], dict[str, set[str]]] = {}
    for listing in found:
        scheme = listing.category.scheme
        if scheme.pk != chosen.scheme.pk:
            newest.setdefault((listing.product_id, scheme.pk), {}).setdefault(listing.edition, set()).add(
                f"{headed(scheme.label, listing.category.label)} ({listing.edition})"
            )
    texts: dict[int, list[str]] = {}
    for (product, _scheme), editions in newest.items():
        texts.setdefault(product, []).extend(sorted(editions[max(editions)]))
    return {product: set_apart(words) for product, words in texts.items()}
