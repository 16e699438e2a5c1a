"""What the pages of the report show: its chapters in order, one of them set, what stands before and after it."""

import re
from math import ceil

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.exhibits.citations import CC_BY_4
from portal.exhibits.exhibit import Exhibit
from portal.labels import language_now
from portal.models import Chapter, Source
from portal.report.manuscript import read_manuscript
from portal.report.setting import exhibit_of, set_chapter
from portal.versions import current_version

HTML_LANGUAGES = {"en": "en", "zh-hans": "zh-Hans"}
REPORT_OF_2021 = "report-leadleo-2021"
HAN = re.compile("[\u3400-\u9fff]")
WORD = re.compile(r"[A-Za-z0-9][\w'’.-]*")
HAN_A_MINUTE, WORDS_A_MINUTE = 400, 230  # as adults read at ease
TARGET = re.compile(r"\]\([^)]*\)")


def cover_context(chapters: list[Chapter]) -> dict:
    """Chapters with their summaries, and what they rest on."""
    rows = [{**row_of(chapter), "minutes": reading_minutes(chapter.text("body"))} for chapter in chapters]
    return {
        "chapters": rows,
        "exhibits": sum(len(read_manuscript(chapter.text("body")).places) for chapter in chapters),
        "minutes": sum(row["minutes"] for row in rows),
        "source": Source.objects.of_codes([REPORT_OF_2021]).first(),
        "pictured": first_pictured(chapters, language_now()),
    }


def chapter_context(chapter: Chapter, chapters: list[Chapter]) -> dict:
    """`chapters` are all that readers see, in order; a chapter that is previewed may not be among them."""
    place = next((index for index, each in enumerate(chapters) if each.slug == chapter.slug), None)
    before = chapters[place - 1] if place else None
    after = chapters[place + 1] if place is not None and place + 1 < len(chapters) else None
    text = set_chapter(chapter.text("body"), language_now())
    return {
        "chapter": row_of(chapter),
        "text": text,
        "pictured": next((each["value"] for each in text.exhibits if each["charts"]), None),
        "minutes": reading_minutes(chapter.text("body")),
        "is_untranslated": language_now() == "zh-hans" and not chapter.body_zh,
        "previous": link_to(before),
        "following": link_to(after),
        "crumbs": [(_("Report"), reverse("report:cover"))],
    }


def first_pictured(chapters: list[Chapter], language: str) -> Exhibit | None:
    """The first exhibit with a chart: what other sites show of the report."""
    places = (place for chapter in chapters for place in read_manuscript(chapter.text("body")).places)
    exhibits = (exhibit_of(place, language) for place in places)
    return next((each for each in exhibits if each and each.shape is not None and not each.is_empty), None)


def row_of(chapter: Chapter) -> dict:
    return {
        "slug": chapter.slug,
        "number": chapter.number,
        "title": chapter.label,
        "summary": chapter.text("summary"),
        "href": chapter.get_absolute_url() if chapter.slug else "",
    }


def link_to(chapter: Chapter | None) -> dict | None:
    if chapter is None:
        return None
    return {"href": chapter.get_absolute_url(), "text": f"{chapter.number} {chapter.label}".strip()}


def reading_minutes(markdown: str) -> int:
    """At least one; addresses are not read."""
    text = TARGET.sub("]", markdown)
    return max(1, ceil(len(HAN.findall(text)) / HAN_A_MINUTE + len(WORD.findall(text)) / WORDS_A_MINUTE))


def article_of(chapter: dict, root: str) -> dict:
    """The chapter as schema.org describes articles: https://schema.org/Article"""
    page = f"{root}{chapter['href']}"
    organisation = {"@type": "Organization", "name": _("Serverless Market Watch"), "url": f"{root}/"}
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": page,
        "url": page,
        "headline": chapter["title"],
        "description": chapter["summary"],
        "inLanguage": HTML_LANGUAGES[language_now()],
        "dateModified": current_version().changed.date().isoformat(),
        "author": organisation,
        "publisher": organisation,
        "isPartOf": {
            "@type": "Report",
            "name": _("Research report on cloud serverless"),
            "url": f"{root}{reverse('report:cover')}",
        },
        "license": CC_BY_4.url,
    }
