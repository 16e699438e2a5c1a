"""The scripts that every page has, joined into one module: a page asks for one file instead of seven.

They stay apart in the source, each runs in a scope of its own. `JoinedScriptsFinder` is one of
settings.STATICFILES_FINDERS and works as that of the style sheets does.
"""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from portal.site.styles import write_joined

JOINED = "portal/js/site.js"  # beside the modules that it imports when they are needed
FOLDER = Path(__file__).parents[1] / "static" / "portal" / "js"
# Each after what it imports.
NAMES = ("search-key", "folds", "copy", "terms", "copy-exhibit", "table-key", "exhibits")
IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w-]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)


class JoinedScriptsFinder(BaseFinder):
    """Offers the joined module to Django's static files."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "scripts" / "joined")

    def check(self, **kwargs) -> list:
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != JOINED:
            return []
        written = str(self._written())
        return [written] if find_all else written

    def list(self, ignore_patterns):
        self._written()
        yield JOINED, self.storage

    def _written(self) -> Path:
        return write_joined(Path(self.storage.path(JOINED)), joined_scripts())


def joined_scripts() -> str:
    given: dict[str, list[str]] = {}
    return "".join(scoped(name, given) for name in NAMES)


def scoped(name: str, given: dict[str, list[str]]) -> str:
    """The script in a scope of its own, which gives what the script exports; notes that in `given`."""
    text = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    for names, other in IMPORT.findall(text):
        if missing := set(names.split(", ")) - set(given.get(other, [])):
            raise ValueError(f"{name}.js imports {sorted(missing)} of {other}.js, which must be joined before it.")
    given[name] = EXPORT.findall(text)
    body = COMMENT.sub("", EXPORT.sub("", IMPORT.sub("", text)))
    if not given[name]:
        return f"(() => {{\n{body}}})();\n"
    exports = ", ".join(given[name])
    return f"const {{ {exports} }} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"
