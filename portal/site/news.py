"""What is new: data loaded here, and everything dated that the apps know, newest first."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.models import Chapter, ImportRun
from portal.site.sections import News, sections
from portal.words import headed, joined, write_count

KINDS = {
    "load": gettext_lazy("Data loaded here"),
    "survey": gettext_lazy("Survey"),
    "product": gettext_lazy("Product"),
    "fact": gettext_lazy("Fact about a product"),
    "landscape": gettext_lazy("Landscape"),
    "report": gettext_lazy("Report"),
}
MOST_LOADS = 200


def all_news(kinds: Iterable[str] = ()) -> list[News]:
    """Of these kinds, or all; those of one day by their key, so that the order never depends on the database."""
    found = [*loads(), *chapters(), *(news for section in sections() for news in section.news())]
    wanted = set(kinds) or set(KINDS)
    ordered = sorted((news for news in found if news.kind in wanted), key=lambda news: news.key)
    return sorted(ordered, key=lambda news: news.known_by, reverse=True)


def loads() -> list[News]:
    """Runs that changed data, each with how many rows."""
    return [
        News(
            kind="load",
            date=run.finished.date().isoformat(),
            text=headed(_("Data loaded"), changes_of(run)),
            address="data",
            key=f"load/{run.finished:%Y%m%dT%H%M%S%f}",
        )
        for run in ImportRun.objects.newest_loads(MOST_LOADS)
    ]


def chapters() -> list[News]:
    """Loads that brought chapters of the report, or changed some; none while no chapter is published."""
    if not Chapter.objects.published().exists():
        return []
    found = [(run, run.counts.get("chapters", {})) for run in ImportRun.objects.newest_loads(MOST_LOADS)]
    return [
        News(
            kind="report",
            date=run.finished.date().isoformat(),
            text=headed(_("Report"), chapter_changes(count)),
            address="report",
            key=f"report/{run.finished:%Y%m%dT%H%M%S%f}",
        )
        for run, count in found
        if touches(count)
    ]


def chapter_changes(count: dict[str, int]) -> str:
    added, changed = count.get("added", 0), count.get("changed", 0)
    parts = []
    if added:
        parts.append(
            ngettext("%(count)s chapter added", "%(count)s chapters added", added) % {"count": write_count(added)}
        )
    if changed:
        parts.append(
            ngettext("%(count)s chapter revised", "%(count)s chapters revised", changed)
            % {"count": write_count(changed)}
        )
    return joined(parts)


def changes_of(run: ImportRun) -> str:
    """How many rows a load added and changed."""
    added, changed = (sum(count.get(name, 0) for count in run.counts.values()) for name in ("added", "changed"))
    parts = []
    if added:
        parts.append(_("%(count)s records added") % {"count": write_count(added)})
    if changed:
        parts.append(_("%(count)s records changed") % {"count": write_count(changed)})
    return joined(parts)


def touches(count: dict[str, int]) -> bool:
    """Whether a load added or changed anything of a dataset."""
    return bool(count.get("added") or count.get("changed"))
