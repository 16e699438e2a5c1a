"""Every text that the portal says is translated, and the compiled files are those of the texts."""

import ast
import re
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, override
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
APPS = ("portal", "surveys", "vendors")
FUNCTIONS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "gettext_noop"}
TEMPLATE_CALL = re.compile(r"""\b(?:gettext|ngettext|pgettext)\(u?(['"])(.*?)(?<!\\)\1""", re.DOTALL)


def catalogue(app: str, ending: str):
    file = ROOT / app / "locale" / "zh_Hans" / "LC_MESSAGES" / f"django.{ending}"
    return polib.pofile(str(file)) if ending == "po" else polib.mofile(str(file))


def said_in_python(file: Path) -> set[str]:
    """The first text of each translation call."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            place = 1 if node.func.id.startswith("pgettext") else 0
            text = node.args[place]
            assert isinstance(text, ast.Constant), f"{file}:{node.lineno}: a translated text must be written out"
            found.add(text.value)
    return found


def said_in_template(file: Path) -> set[str]:
    source = templatize(file.read_text(encoding="utf-8"), origin=str(file))
    return {
        match[2].replace("\\'", "'").replace('\\"', '"').replace("\\n", "\n")
        for match in TEMPLATE_CALL.finditer(source)
    }


@pytest.mark.parametrize("app", APPS)
def test_every_text_is_translated(app):
    texts = set().union(
        *[said_in_python(file) for file in (ROOT / app).rglob("*.py") if "migrations" not in file.parts],
        *[said_in_template(file) for file in (ROOT / app).rglob("*.html")],
    )
    known = {entry.msgid for name in APPS for entry in catalogue(name, "po") if entry.translated()}

    assert sorted(texts - known) == []


@pytest.mark.parametrize("app", APPS)
def test_no_translation_is_doubtful_and_placeholders_agree(app):
    placeholders = re.compile(r"%\(\w+\)[sd]|%[sd]")

    doubtful = [entry.msgid for entry in catalogue(app, "po") if "fuzzy" in entry.flags]
    unequal = [
        entry.msgid
        for entry in catalogue(app, "po")
        if entry.msgstr and sorted(placeholders.findall(entry.msgid)) != sorted(placeholders.findall(entry.msgstr))
    ]

    assert doubtful == []
    assert unequal == []


@pytest.mark.parametrize("app", APPS)
def test_compiled_file_is_that_of_the_texts(app):
    texts = {
        (entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural)
        for entry in catalogue(app, "po")
        if entry.translated()
    }
    compiled = {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in catalogue(app, "mo")}

    assert compiled == texts


@pytest.mark.parametrize("app", APPS)
def test_what_is_shown_is_the_translation_of_the_app(app):
    """Django joins all catalogues: a text that two of them translate is shown as the first one says, for both."""
    with override("zh-hans"):
        shown = {entry.msgid: gettext(entry.msgid) for entry in catalogue(app, "po") if not entry.msgid_plural}

    assert shown == {entry.msgid: entry.msgstr for entry in catalogue(app, "po") if not entry.msgid_plural}
