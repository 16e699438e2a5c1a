"""The scripts of every page: joined in one module, each in its own scope, by the names that they import."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from portal.site import joining
from portal.site.joining import FOLDER, JOINED, NAMES, JoinedScriptsFinder, joined_scripts
from portal.site.styles import without_remarks

STATIC = FOLDER.parent


def test_each_script_runs_in_a_scope_of_its_own():
    text = joined_scripts()

    assert len(re.findall(r"^(?:const .* = )?\(\(\) => \{$", text, re.MULTILINE)) == len(NAMES)
    assert len(re.findall(r"^(?:return .*\n)?\}\)\(\);$", text, re.MULTILINE)) == len(NAMES)
    assert "\nconst { listenForTableKey } = (() => {\n" in text
    assert not re.search(r"^(import|export) |^\s*//", text, re.MULTILINE)


def test_what_is_needed_later_is_still_imported_later():
    assert 'await import("./palette.js")' in joined_scripts()
    assert 'await import("./live-chart.js")' in joined_scripts()


def test_a_script_joined_before_what_it_imports_is_refused(monkeypatch):
    monkeypatch.setattr(joining, "NAMES", ("exhibits", "copy-exhibit", "table-key"))

    with pytest.raises(ValueError, match=r"exhibits\.js imports \['listenForCopying'\] of copy-exhibit\.js"):
        joined_scripts()


def test_the_module_is_found_and_listed(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    finder = JoinedScriptsFinder()

    [(name, storage)] = finder.list([])

    assert name == JOINED
    assert Path(storage.path(name)).read_text(encoding="utf-8") == joined_scripts()
    assert finder.find(JOINED, find_all=True) == [finder.find(JOINED)] == [storage.path(name)]
    assert finder.find("portal/js/folds.js") == []
    assert finder.check() == []


def test_a_page_asks_for_one_module_beside_that_of_the_deck(client, db):
    page = client.get("/en/glossary").content.decode()

    names = re.findall(r'<script src="/static/portal/js/([\w-]+)\.js"', page)
    assert names == ["site", "deck"]


@pytest.mark.parametrize(
    ("sheet", "rules"),
    [
        ("/* Why. */\n.a {\n  margin: 0 1px;\n}\n", ".a{margin:0 1px;}"),
        ('.a::after { content: " ; { /* } "; }', '.a::after{content:" ; { /* } ";}'),
        (".a :hover,\n.b > .c {\n  width: calc(1px + 2px);\n}", ".a :hover,.b > .c{width:calc(1px + 2px);}"),
        ("@media (width >= 44rem) and (hover) { a { top: 0 } }", "@media (width >= 44rem) and (hover){a{top:0}}"),
    ],
    ids=["remark", "quotes", "selectors", "media"],
)
def test_sheets_are_joined_without_remarks(sheet, rules):
    assert without_remarks(sheet).strip() == rules


@pytest.mark.parametrize(("style", "weight"), [("Regular", 400), ("Bold", 700)])
def test_rare_letters_are_in_a_font_of_their_own(style, weight):
    faces = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8").split("@font-face")
    face = next(face for face in faces if f"PortalSansMore-{style}.woff2" in face)
    told = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face):
        told |= set(range(int(first, 16), int(last or first, 16) + 1))

    usual, rare = (
        set(TTFont(STATIC / "fonts" / f"{name}-{style}.woff2").getBestCmap())
        for name in ("PortalSans", "PortalSansMore")
    )

    assert f"font-weight: {weight};" in face
    assert rare <= told
    assert usual & told == set()
