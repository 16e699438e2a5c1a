"""The program that brings charts to life in the browser, made from the library that draws them on the server.

`VegaFinder` is one of settings.STATICFILES_FINDERS. It writes the file into DATA_DIR once for each version of the
library: making it takes seconds and a process of its own. `ModuleStorage` gives modules the hashed names of what they
import.
"""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from portal.site.styles import write_whole

VEGA = "portal/js/vega.js"  # beside the portal's modules, which import it
MAKER = Path(__file__).parents[1] / "charts" / "bundle.py"
LIBRARY = "vl-convert-python"
LICENCES = "/*! Vega and what it is made of; authors and licences: vega-licences.txt beside this file. */\n"
TIME_LIMIT = 120  # seconds; it takes about four


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """Hashed, compressed static files whose modules import each other by hashed names."""

    support_js_module_import_aggregation = True


class VegaFinder(BaseFinder):
    """Offers the program to Django's static files."""

    def __init__(self, app_names=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.DATA_DIR / "scripts" / version(LIBRARY))

    def check(self, **kwargs) -> list:
        return []

    def find(self, path, find_all=False, **kwargs):
        if path != VEGA:
            return []
        written = self._written()
        return [str(written)] if find_all else str(written)

    def list(self, ignore_patterns):
        self._written()
        yield VEGA, self.storage

    def _written(self) -> Path:
        place = Path(self.storage.path(VEGA))
        return place if place.is_file() else write_whole(place, vega())


def vega() -> str:
    """The program as text, with where its licences stand."""
    made = subprocess.run(
        [sys.executable, "-P", str(MAKER)], capture_output=True, encoding="utf-8", timeout=TIME_LIMIT, check=False
    )
    if made.returncode:
        raise RuntimeError(f"{LIBRARY} {version(LIBRARY)} did not write its browser program: {made.stderr[-500:]}")
    return LICENCES + made.stdout
