"""Atom feeds of changes, made from the exhibit of the same changes."""

from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from portal.exhibits.exhibit import Exhibit
from portal.labels import language_now
from portal.site.feeds import HTML_CODES, NEWEST, Feed, FeedPlace, day_of, link_of


def changes_feed(exhibit: Exhibit, place: FeedPlace, *, about: str = "") -> str:
    """The newest changes as Atom; `about` names the product, attribute or landscape."""
    title = _("Serverless Market Watch: what changed")
    feed = Feed(
        title=_("%(title)s – %(about)s") % {"title": title, "about": about} if about else title,
        link=f"{place.root}{place.page}",
        description="",
        language=HTML_CODES[language_now()],
        author_name=_("Serverless Market Watch"),
        subtitle=exhibit.finding,
        feed_url=f"{place.root}{place.path}",
        feed_guid=place.tag(exhibit.address),
        feed_copyright=exhibit.licence.code,
        changed=exhibit.updated,
    )
    for row in exhibit.frame.head(NEWEST).to_dict("records"):
        day = day_of(row)
        feed.add_item(
            title=row["what"],
            link=link_of(row, place),
            description=summary_of(row, exhibit.language),
            unique_id=place.tag("changes", row["key"]),
            pubdate=day,
            updateddate=day,
            categories=[row["kind"]],
        )
    return feed.writeString("utf-8")


def summary_of(row: dict, language: str) -> str:
    """HTML: the date as exact as it is and what date it is, a doubt, the source."""
    suffix = "zh" if language == "zh-hans" else "en"
    dated = _("%(date)s (%(kind)s)") % {"date": row["date"], "kind": row[f"dated_by_label_{suffix}"]}
    title = row["source_title"]
    link = format_html('<a href="{}">{}</a>', row["source_url"], title) if row["source_url"] else escape(title)
    source = format_html(_("Source: %(source)s").replace("%(source)s", "{}"), link)
    return format_html_join("", "<p>{}</p>", ((part,) for part in (dated, row["doubt_tag"], source) if part))
