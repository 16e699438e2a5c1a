"""Atom feeds of changes, made from the exhibit of the same changes."""

from django.utils.html import escape, format_html, format_html_join
from django.utils.translation import gettext as _

from portal.exhibits.columns import label_column
from portal.exhibits.exhibit import Exhibit
from portal.site.feeds import FeedPlace, atom_feed


def changes_feed(exhibit: Exhibit, place: FeedPlace, *, about: str = "") -> str:
    """The newest changes as Atom; `about` names the product, attribute or landscape."""
    title = _("Serverless Market Watch: what changed")
    return atom_feed(
        exhibit,
        place,
        of="changes",
        title=_("%(title)s – %(about)s") % {"title": title, "about": about} if about else title,
        subtitle=exhibit.finding,
        summary=summary_of,
    )


def summary_of(row: dict) -> str:
    """HTML: the date as exact as it is and what date it is, a doubt, the source."""
    dated = _("%(date)s (%(kind)s)") % {"date": row["date"], "kind": row[label_column("dated_by")]}
    title = row["source_title"]
    link = format_html('<a href="{}">{}</a>', row["source_url"], title) if row["source_url"] else escape(title)
    source = format_html(_("Source: %(source)s").replace("%(source)s", "{}"), link)
    return format_html_join("", "<p>{}</p>", ((part,) for part in (dated, row["doubt_tag"], source) if part))
