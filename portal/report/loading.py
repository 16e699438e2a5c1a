"""Files of chapters → rows of chapters: both languages of a slug make one row."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.loading.columns import Flag, Order, Required, Row, Text
from portal.loading.dataset import Dataset
from portal.loading.draft import Draft
from portal.loading.formats import Format, Tables
from portal.loading.problems import Report
from portal.loading.reader import RawRow, RawTable
from portal.models import Chapter
from portal.report.front_matter import ENDINGS, ChapterFile, read_chapter
from portal.report.targets import Known, wrong_targets


class ChapterRow(Row):
    slug: Required
    number: Text
    order: Order
    title_en: Required
    title_zh: Text
    summary_en: Text
    summary_zh: Text
    body_en: Required
    body_zh: Text
    published: Flag


CHAPTERS = Dataset(
    name="chapters",
    model=Chapter,
    row=ChapterRow,
    key=("slug",),
    key_of=lambda chapter: (chapter.slug,),
    watches=frozenset({"sources", "terms"}),
)
Languages = dict[str, ChapterFile]


def translate(files: list[ChapterFile], draft: Draft, report: Report) -> Tables:
    chapters = by_slug(files, report)
    stored = {each.slug: each for each in draft.complete(CHAPTERS.name) if isinstance(each, Chapter)}
    known = known_to(draft, {*chapters, *stored})
    tables: Tables = []
    for slug, languages in chapters.items():
        for file in languages.values():
            for wrong in wrong_targets(file.manuscript, known):
                report.add(file.name, file.line(wrong.line), "", wrong.value, wrong.expected)
        first = languages.get("en") or languages["zh-hans"]
        cells = cells_of(languages, stored.get(slug), report)
        if cells:
            row = RawRow(first.lines["slug"], cells, frozenset(), is_ragged=False)
            tables.append((CHAPTERS.name, RawTable(first.name, [row], is_sound=True)))
    return tables


def by_slug(files: list[ChapterFile], report: Report) -> dict[str, Languages]:
    chapters: dict[str, Languages] = {}
    for file in files:
        line = file.lines["slug"]
        languages = chapters.setdefault(file.slug, {})
        if not is_named_after(file):
            expected = _("expected the slug of the file's name, which is <order>-<slug>.<language>.md")
            report.add(file.name, line, "slug", file.slug, expected)
        elif earlier := languages.get(file.language):
            expected = _("expected once in a language; it stands in %(file)s already") % {"file": earlier.name}
            report.add(file.name, line, "slug", file.slug, expected)
        languages.setdefault(file.language, file)
    return chapters


def is_named_after(file: ChapterFile) -> bool:
    return file.name.partition("-")[2].partition(".")[0] == file.slug


def known_to(draft: Draft, chapters: set[str]) -> Known:
    """Of the database and of the tables of the same load."""
    codes = {name: [key[0] for key in draft.objects[name]] for name in ("terms", "sources")}
    return Known(**codes, chapters=sorted(chapters))


def cells_of(languages: Languages, stored: Chapter | None, report: Report) -> dict[str, str]:
    """The row of a chapter; a language without a file stays as it is stored. Nothing without English."""
    english, chinese = languages.get("en"), languages.get("zh-hans")
    if english is None and stored is None and chinese is not None:
        expected = _("expected the English file of the chapter beside it: a name that ends with .en.md")
        report.add(chinese.name, chinese.lines["slug"], "slug", chinese.slug, expected)
        return {}
    cells = stored_cells(stored)
    if english is not None:
        cells |= {key: english.values[key] for key in ("slug", "number", "order", "published")}
        cells |= texts_of(english, "en")
        if chinese is None and not cells["body_zh"]:
            words = _("has no Chinese file; readers in Chinese see the English text")
            report.note(english.name, english.lines["slug"], "slug", english.slug, words)
    if chinese is not None:
        cells |= texts_of(chinese, "zh")
    return cells


def stored_cells(stored: Chapter | None) -> dict[str, str]:
    if stored is None:
        return dict.fromkeys(CHAPTERS.columns, "")
    cells = {column: str(getattr(stored, column)) for column in CHAPTERS.columns}
    return cells | {"published": str(stored.published).lower()}


def texts_of(file: ChapterFile, ending: str) -> dict[str, str]:
    texts = {"title": file.values["title"], "summary": file.values["summary"], "body": file.body}
    return {f"{key}_{ending}": text for key, text in texts.items()}


CHAPTER_FILES = Format(
    holds=gettext_lazy("A chapter of the report in Markdown, with its title and place above the text"),
    suffixes=tuple(ENDINGS),
    example="11-definition.en.md",
    datasets=(CHAPTERS.name,),
    read=read_chapter,
    translate=translate,
    own=(CHAPTERS,),
)
