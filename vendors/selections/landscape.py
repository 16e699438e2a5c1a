"""What stands in an edition of a landscape, and what changed since the one before."""

from portal.exhibits.exhibit import Exhibit
from vendors.category_tree import branches, has_levels, with_those_below
from vendors.changes import Changes, changes_between
from vendors.exhibits.landscape import View, landscape_exhibit
from vendors.filters.landscape import LandscapeForm
from vendors.filters.tables import stored
from vendors.frames.landscape import Class, classes_of
from vendors.models import Listing, Scheme


def landscape_form(data, scheme: Scheme, edition: str) -> LandscapeForm:
    """The parameters of an edition, read from `data`; the scheme comes with_categories."""
    tree = branches(scheme)
    return LandscapeForm.read(
        data,
        categories={branch.category.code: branch.label for branch in tree},
        countries=Listing.objects.in_edition(scheme, edition).countries(),
        has_subcategories=has_levels(tree),
    )


def mapped(scheme: Scheme, edition: str, form: LandscapeForm | None = None) -> Exhibit:
    listings = Listing.objects.in_edition(scheme, edition).with_owners().in_order()
    categories = [branch.category for branch in branches(scheme)]
    for category in categories:
        category.scheme = scheme
    if form is None:
        return landscape_exhibit(scheme, edition, listings.with_shelves(categories))
    listings = (
        listings.in_categories(with_those_below(branches(scheme), form.chosen("category")))
        .from_countries(stored(form.chosen("country")))
        .of_maturity(form.chosen("maturity"))
        .open_source(form.chosen("open_source"))
        .naming(form.values["q"])
    )
    view = View(form.group, form.classify, form.values["view"] or "", form.words(), form.view_query)
    return landscape_exhibit(scheme, edition, listings.with_shelves(categories), view)


def legend_of(exhibit: Exhibit, form: LandscapeForm) -> list[Class]:
    return classes_of(exhibit.frame, form.classify)


def changes_of(scheme: Scheme, edition: str, editions: list[str]) -> Changes | None:
    """What changed since the edition before; None for the first."""
    before = max((each for each in editions if each < edition), default="")
    if not before:
        return None
    old, new = (list(Listing.objects.in_edition(scheme, each).names()) for each in (before, edition))
    return changes_between(old, new, since=before)
