"""The categories of a scheme as a tree; a scheme of one level is a tree of tops alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from vendors.models import Category, Scheme

JOINT = " / "  # between a category and what stands below it


@dataclass(frozen=True)
class Branch:
    """A category, those above it from the top down, and itself last."""

    path: tuple[Category, ...]

    @property
    def category(self) -> Category:
        return self.path[-1]

    @property
    def top(self) -> Category:
        return self.path[0]

    @property
    def label(self) -> str:
        """ "Serverless / Framework"."""
        return JOINT.join(category.label for category in self.path)


def branches(scheme: Scheme) -> list[Branch]:
    """In reading order: each category is followed by what stands below it. The scheme comes with_categories."""
    below: dict[int | None, list[Category]] = {}
    for category in sorted(scheme.categories.all(), key=lambda each: (each.order, each.code)):
        below.setdefault(category.parent_id, []).append(category)
    found: list[Branch] = []

    def walk(parent: int | None, path: tuple[Category, ...]) -> None:
        for category in below.get(parent, ()):
            found.append(Branch((*path, category)))
            walk(category.pk, (*path, category))

    walk(None, ())
    return found


def has_levels(tree: Iterable[Branch]) -> bool:
    """Whether anything stands below a top."""
    return any(len(branch.path) > 1 for branch in tree)


def with_those_below(tree: Iterable[Branch], codes: Iterable[str]) -> list[str]:
    """The codes of these categories and of all that stand below them."""
    wanted = set(codes)
    return [branch.category.code for branch in tree if wanted & {category.code for category in branch.path}]
