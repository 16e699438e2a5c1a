"""Files of chapters: both languages become one row, and every mistake is said with its place."""

import pytest

from portal.loading.files import InputFile
from portal.loading.run import load
from portal.models import Chapter, ImportRun
from tests import factories as make

pytestmark = pytest.mark.django_db
HEAD = 'slug: use\nnumber: "2.1"\norder: 21\ntitle: Use\nsummary: Who uses it.\npublished: true\n'
CHINESE_HEAD = "slug: use\ntitle: 使用\nsummary: 谁在使用。\n"


def english(body: str = "Text.\n", head: str = HEAD, name: str = "21-use.en.md") -> InputFile:
    return InputFile(name, f"---\n{head}---\n\n{body}".encode())


def chinese(body: str = "正文。\n", head: str = CHINESE_HEAD) -> InputFile:
    return InputFile("21-use.zh-hans.md", f"---\n{head}---\n\n{body}".encode())


def said(run: ImportRun) -> list[tuple]:
    return [(each["file"], each["line"], each["value"], each["expected"]) for each in run.refusals]


def test_both_languages_make_one_chapter():
    run = load([english(), chinese()])

    assert run.outcome == ImportRun.Outcome.LOADED
    assert run.counts["chapters"] == {"added": 1, "changed": 0, "unchanged": 0}
    row = Chapter.objects.values().get()
    del row["id"]
    assert row == {
        "slug": "use",
        "number": "2.1",
        "order": 21,
        "title_en": "Use",
        "title_zh": "使用",
        "summary_en": "Who uses it.",
        "summary_zh": "谁在使用。",
        "body_en": "Text.\n",
        "body_zh": "正文。\n",
        "published": True,
    }


def test_loading_again_changes_nothing():
    load([english(), chinese()])

    assert load([english(), chinese()]).outcome == ImportRun.Outcome.UNCHANGED


def test_a_language_without_file_stays_as_it_is():
    load([english(), chinese()])

    run = load([english("New text.\n")])

    assert run.notes == []
    assert Chapter.objects.values_list("body_en", "body_zh").get() == ("New text.\n", "正文。\n")


def test_a_missing_translation_is_noted():
    run = load([english()])

    assert run.outcome == ImportRun.Outcome.LOADED
    assert [(note["file"], note["line"]) for note in run.notes] == [("21-use.en.md", 2)]


def test_a_folder_brings_its_chapters(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "README.md").write_text("No chapter.")
    (tmp_path / "chapters" / "21-use.en.md").write_bytes(english().content)

    assert load([tmp_path]).outcome == ImportRun.Outcome.LOADED
    assert Chapter.objects.get().slug == "use"


WRONG = {
    "no front matter": (InputFile("21-use.en.md", b"Text."), 1, "Text.", "expected a line ---, then keys such as"),
    "bad YAML": (english(head="slug: [use\n"), 3, "", "cannot be read as YAML from here on"),
    "no keys": (english(head="use\n"), 2, "", "expected keys with values"),
    "unknown key": (english(head=f"{HEAD}titel: x\n"), 8, "", "there is no such key here; nearest: title"),
    "missing key": (english(head=HEAD.replace("order: 21\n", "")), 2, "", "the key is missing"),
    "list": (english(head=HEAD.replace("title: Use", "title: [a]")), 5, "", "expected a single value"),
    "no text": (english("\n"), 9, "", "expected text below the front matter"),
    "other name": (english(name="21-usage.en.md"), 2, "use", "expected the slug of the file's name"),
    "order": (english(head=HEAD.replace("21\n", "x\n")), 2, "x", "expected a whole number from 0"),
    "Chinese alone": (chinese(), 2, "use", "expected the English file of the chapter beside it"),
    "term": (english("A\n\n[b](term:none)\n"), 12, "term:none", "there is no term of this code"),
    "source": (english("[b](source:none)\n"), 10, "source:none", "there is no source of this code"),
    "page": (english("[b](page:none/at/all)\n"), 10, "page:none/at/all", "no page of the portal has this address"),
    "chapter": (
        english("[b](page:report/usa)\n"),
        10,
        "page:report/usa",
        "there is no chapter of this slug; nearest: use",
    ),
    "exhibit": (english("![b](exhibit:none)\n"), 10, "exhibit:none", "no page of the portal has this address"),
    "language": (
        english("![b](exhibit:en/compare)\n"),
        10,
        "exhibit:en/compare",
        "expected the address of a page without a",
    ),
    "suffix": (
        english("![b](exhibit:compare.csv)\n"),
        10,
        "exhibit:compare.csv",
        "expected the address of the page, without .csv",
    ),
    "no exhibit": (english("![b](exhibit:search)\n"), 10, "exhibit:search", "this page holds no exhibit of its own"),
}


@pytest.mark.parametrize(("file", "line", "value", "expected"), WRONG.values(), ids=WRONG)
def test_mistakes_are_said_with_their_place(file, line, value, expected):
    run = load([file])

    assert run.outcome == ImportRun.Outcome.REFUSED
    (problem,) = said(run)
    assert problem[:3] == (file.name, line, value)
    assert problem[3].startswith(expected)
    assert not Chapter.objects.exists()


def test_a_slug_stands_once_in_a_language():
    run = load([english(), english(name="22-use.en.md")])

    assert said(run) == [("22-use.en.md", 2, "use", "expected once in a language; it stands in 21-use.en.md already")]


def test_what_the_same_load_brings_is_known():
    make.make_source(code="report")
    terms = "code,name_en,name_zh,aliases,definition_en,definition_zh,source\nfaas,FaaS,,,Functions.,,report\n"

    run = load([english("[a](term:faas)[b](source:report)\n"), InputFile("terms.csv", terms.encode())])

    assert run.refusals == []
