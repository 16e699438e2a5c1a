"""Feeds, each made from the exhibit of the same things: Atom (RFC 4287) and JSON Feed 1.1."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.labels import language_now

NEWEST = 100  # entries in a feed
SINCE = "2026"  # the year from which on our tag URIs are ours (RFC 4151)
HTML_CODES = {"en": "en", "zh-hans": "zh-Hans"}


@dataclass(frozen=True)
class FeedPlace:
    """Where a feed stands: scheme and host of the site, its own path, and the path of the page it belongs to."""

    root: str
    path: str
    page: str

    def tag(self, *parts: str) -> str:
        """An identifier that stays, whatever becomes of the address (RFC 4151)."""
        host = urlsplit(self.root).hostname or "localhost"
        return f"tag:{host},{SINCE}:{quote('/'.join((language_now(), *parts)))}"


class Feed(Atom1Feed):
    """Says the day of the last change of the data, not that of its newest entry: older entries may be corrected."""

    def latest_post_date(self):
        return self.feed["changed"]


def summary_of(row: dict) -> str:
    """The date as exact as it is, with what it is about."""
    return _("%(date)s (%(kind)s)") % {"date": row["date"], "kind": row[label_column("kind")]}


def atom_feed(
    exhibit: Exhibit,
    place: FeedPlace,
    *,
    of: str = "news",
    title: str = "",
    subtitle: str = "",
    summary: Callable[[dict], str] = summary_of,
) -> str:
    """The newest rows (key, what, day, address, kind) as Atom; `of` is a part of the identifier of each entry."""
    feed = Feed(
        title=title or title_of(exhibit),
        link=f"{place.root}{place.page}",
        description="",
        language=HTML_CODES[language_now()],
        author_name=_("Serverless Market Watch"),
        subtitle=subtitle or exhibit.subtitle,
        feed_url=f"{place.root}{place.path}",
        feed_guid=place.tag(exhibit.address),
        feed_copyright=exhibit.licence.code,
        changed=exhibit.updated,
    )
    for row in exhibit.rows[:NEWEST]:
        feed.add_item(
            title=row["what"],
            link=link_of(row, place),
            description=summary(row),
            unique_id=place.tag(of, row["key"]),
            pubdate=day_of(row),
            updateddate=day_of(row),
            categories=[row["kind"]],
        )
    return feed.writeString("utf-8")


def json_feed(exhibit: Exhibit, place: FeedPlace) -> dict:
    """As https://www.jsonfeed.org/version/1.1/ has it."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title_of(exhibit),
        "description": exhibit.subtitle,
        "home_page_url": f"{place.root}{place.page}",
        "feed_url": f"{place.root}{place.path}",
        "language": HTML_CODES[language_now()],
        "authors": [{"name": _("Serverless Market Watch"), "url": f"{place.root}/"}],
        "items": [
            {
                "id": place.tag("news", row["key"]),
                "url": link_of(row, place),
                "title": row["what"],
                "content_text": summary_of(row),
                "date_published": day_of(row).isoformat(),
                "tags": [row["kind"]],
            }
            for row in exhibit.rows[:NEWEST]
        ],
    }


def title_of(exhibit: Exhibit) -> str:
    return _("%(name)s: %(text)s") % {"name": _("Serverless Market Watch"), "text": exhibit.title}


def link_of(row: dict, place: FeedPlace) -> str:
    """The page of what is new; the page of the feed where it has none of its own."""
    return f"{place.root}/{language_now()}/{row['address']}" if row["address"] else f"{place.root}{place.page}"


def day_of(row: dict) -> datetime:
    """The day by which it was so, where the date is a year or a month only."""
    return datetime.fromisoformat(row["day"]).replace(tzinfo=UTC)
