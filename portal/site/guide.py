"""What the style guide shows: each part in its states, with the portal's own exhibits where there are any."""

from django.utils.translation import gettext as _

from portal.charts.palette import CATEGORIES, STEPS
from portal.exhibits.exhibit import Exhibit
from portal.exhibits.responses import shown
from portal.exhibits.tables import MISSING, Cell, Heading, Table, TableRow
from portal.refreshing.guide import sample_report
from portal.site.home import WAYS, is_map
from portal.site.search.pages import Choice, Narrowing
from portal.site.sections import Answer, Download, sections
from portal.versions import current_version

COLOURS = (
    *("paper", "surface", "raised", "ink", "ink-soft", "ink-faint", "rule", "rule-strong"),
    *("accent", "accent-strong", "accent-tint", "warn", "warn-tint", "warn-rule", "mark"),
)
TONES = (
    *("emph", "soft", "muted", "using-0", "using-1", "trying-0", "trying-1", "none"),
    *(f"cat-{index}" for index in range(CATEGORIES)),
    *(f"seq-{index}" for index in range(STEPS)),
)


def guide_context() -> dict:
    exhibits = [exhibit for section in sections() for exhibit in section.headlines()]
    charts = [exhibit for exhibit in exhibits if exhibit.shape and not exhibit.is_empty and not is_map(exhibit)]
    charted = first(iter(charts))
    silent = first(exhibit for exhibit in exhibits if exhibit.is_empty)
    return {
        "charted": shown(charted) if charted else None,
        "embedded": shown(charts[-1]) if charts else None,
        "failed": {**shown(charted, with_chart=False), "chart_failed": True} if charted else None,
        "silent": shown(silent) if silent else None,
        "deck_item": deck_item(charted) if charted else None,
        "table": sample_table(),
        "refreshed": sample_report(),
        "colours": COLOURS,
        "tones": TONES,
        "searches": [{"text": _("a text"), "href": "#type"}],
        "narrowings": [Narrowing(_("Year"), (Choice("2020", 12, "#type", is_active=True), Choice("2018", 3, "#type")))],
        "answer": sample_answer(charted) if charted else None,
        "brief": {"events": [sample_event()], "ways": list(WAYS.items())},
        "news": [
            ("2020-05", [{"what": _("Something that happened"), "address": "style-guide", "kind_label": _("Kind")}])
        ],
        "downloads": sample_downloads(),
        "crumbs": [(_("Surveys"), "/"), (_("A survey"), "/")],
        "cards": [
            {"title": _("A card"), "address": "style-guide", "text": _("With a text that says what is behind it.")},
            {"title": _("A card with a tag"), "address": "style-guide", "tag": _("2020")},
        ],
        "parts": [part for section in sections() if (part := section.guide())],
        "before": {"href": "#pager", "text": _("The page before")},
        "after": {"href": "#pager", "text": _("The page after")},
    }


def deck_item(exhibit: Exhibit) -> dict:
    """An exhibit as the page of a deck shows it."""
    member = {"number": 1, "exhibit": exhibit, "headline": exhibit.headline, "item": {"title": _("A title")}}
    return {"member": member, "text": exhibit.address, "href": exhibit.href(), "picture": "", "is_first": True}


def sample_answer(exhibit: Exhibit) -> dict:
    """An exhibit as it leads the front page."""
    value = Answer(_("A topic"), "style-guide", "28%", exhibit.subtitle, exhibit, exhibit)
    return {"value": value, "chart": shown(exhibit)}


def sample_event() -> dict:
    """Something that happened, as the front page says it."""
    return {"date": "2020-05-17", "address": "style-guide", "text": _("Something that happened")}


def sample_downloads() -> dict:
    """One table in the catalogue of data."""
    download = Download("survey", _("A table"), "style-guide", (("CSV", "sources.csv"),), rows=12)
    rows = [{"download": download, "updated": current_version().changed.date()}]
    return {"code": "a-kind", "label": _("Kind"), "count": 1, "rows": rows, "href": ""}


def first(exhibits) -> Exhibit | None:
    return next(exhibits, None)


def sample_table() -> Table:
    """One row for each state of a cell."""
    states = [
        (_("A number"), Cell("28%", is_number=True)),
        (_("Missing"), Cell(MISSING, is_number=True, is_missing=True)),
        (_("With a link"), Cell(_("the style guide"), address="style-guide")),
        (_("With a tag"), Cell(_("a text"), tag=_("in doubt"))),
    ]
    return Table(
        corner=Heading(_("State")),
        headings=(Heading(_("Cell")),),
        rows=tuple(TableRow(Cell(name), ((cell,),)) for name, cell in states),
    )
