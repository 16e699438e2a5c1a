"""The environment of the tests, set before Django reads its settings: pyproject.toml loads this as a pytest plugin."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if not os.environ.get("DATA_DIR"):  # make exports an empty one
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="portal-tests-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
os.environ["PORTAL_VALIDATE_CHARTS"] = "1"
# whitenoise warns of a folder that is not there, and warnings are errors.
(Path(os.environ["DATA_DIR"]) / "static").mkdir(parents=True, exist_ok=True)
