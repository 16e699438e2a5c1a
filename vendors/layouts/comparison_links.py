"""Links in the heads of a comparison: each is the address of another view, so they work without JavaScript."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vendors.filters.comparison import CompareForm
from vendors.selections.comparison import Compared

PLACE = "code-in-this-place"  # stands for a code while the rest of an address is written once for all


@dataclass(frozen=True)
class HeadLink:
    """`sign` is what is seen, `label` what is heard."""

    sign: str
    label: str
    href: str
    is_chosen: bool = False


def product_links(found: Compared, form: CompareForm) -> dict[str, tuple[HeadLink, ...]]:
    """Slug → move to one side or the other, and remove; no moving where requirements or values give the order."""
    slugs = [product.slug for product in found.chosen.products]
    pattern = form.view_with(products=PLACE)
    before, after = (_("Move up"), _("Move down")) if form.is_on("transposed") else (_("Move left"), _("Move right"))
    signs = ("↑", "↓") if form.is_on("transposed") else ("←", "→")
    chosen = list(form.products) or slugs

    def href(codes: list[str]) -> str:
        return pattern.replace(PLACE, "~".join(codes))

    links: dict[str, tuple[HeadLink, ...]] = {}
    for place, product in enumerate(found.chosen.products):
        moves = []
        if not form.is_reordered and place > 0:
            moves.append(HeadLink(signs[0], _say(before, product.label), href(swapped(slugs, place - 1))))
        if not form.is_reordered and place < len(slugs) - 1:
            moves.append(HeadLink(signs[1], _say(after, product.label), href(swapped(slugs, place))))
        if len(chosen) > 1:
            rest = [slug for slug in chosen if slug != product.slug]
            moves.append(HeadLink("×", _say(_("Remove"), product.label), href(rest)))
        links[product.slug] = tuple(moves)
    return links


def swapped(codes: list[str], place: int) -> list[str]:
    """With the code at this place after its neighbour."""
    return [*codes[:place], codes[place + 1], codes[place], *codes[place + 2 :]]


def attribute_links(found: Compared, form: CompareForm) -> dict[str, tuple[HeadLink, ...]]:
    """Code → sort the products by it, either way; the way in force leads back to the reader's own order."""
    pattern, unsorted, sort = form.view_with(sort=PLACE), form.view_with(sort=""), form.values["sort"]

    def link(sign: str, words: str, code: str, label: str) -> HeadLink:
        if sort == code:
            return HeadLink(sign, _say(_("Sort no longer"), label), unsorted, is_chosen=True)
        return HeadLink(sign, _say(words, label), pattern.replace(PLACE, code))

    return {
        each.code: (
            link("▲", _("Sort products, smallest first"), each.code, each.label),
            link("▼", _("Sort products, largest first"), f"-{each.code}", each.label),
        )
        for each in found.attributes
    }


def _say(words: str, label: str) -> str:
    return _("%(action)s: %(thing)s") % {"action": words, "thing": label}
