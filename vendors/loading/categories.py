"""categories.csv: the places of a scheme, a tree."""

from django.utils.translation import gettext as _

from portal.loading.columns import Order, Required, Row, Text
from portal.loading.dataset import Dataset, Reference
from portal.loading.draft import Draft
from portal.loading.problems import Report
from vendors.models import Category


class CategoryRow(Row):
    scheme: Required
    code: Required
    parent: Text
    order: Order
    name_en: Required
    name_zh: Text
    definition_en: Text
    definition_zh: Text


def verify_tree(draft: Draft, report: Report) -> None:
    """No category may stand above itself."""
    for category in draft.complete("categories"):
        place = draft.place(category)
        if place and is_in_circle(category):
            report.add(
                place.file,
                place.line,
                "parent",
                place.cells["parent"],
                _("expected a category above this one, but it stands below it or is the same"),
            )


def is_in_circle(category: Category) -> bool:
    above, passed = category.parent, set()
    while above is not None and id(above) not in passed:
        if above is category:
            return True
        passed.add(id(above))
        above = above.parent
    return False


CATEGORIES = Dataset(
    name="categories",
    model=Category,
    row=CategoryRow,
    key=("scheme", "code"),
    key_of=lambda category: (category.scheme.code, category.code),
    references=(
        Reference("scheme", "schemes", ("scheme",)),
        Reference("parent", "categories", ("scheme", "parent")),
    ),
    verify=verify_tree,
)
