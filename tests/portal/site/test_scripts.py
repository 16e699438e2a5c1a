"""Scripts: Vega is written once for each version of the library, and modules import each other by hashed names."""

from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from portal.site import scripts
from portal.site.scripts import VEGA, ModuleStorage, VegaFinder, vega


@pytest.fixture
def finder(settings, tmp_path) -> VegaFinder:
    settings.DATA_DIR = tmp_path
    return VegaFinder()


def test_the_program_is_a_module_that_embeds_charts():
    program = vega()

    assert program.startswith("/*! Vega")
    assert program.rstrip().endswith("as embed};")
    assert "vega-licences.txt" in program[:200]
    assert (Path(scripts.__file__).parents[1] / "static/portal/js/vega-licences.txt").is_file()


def test_it_is_written_once(finder, monkeypatch):
    made = []
    monkeypatch.setattr(scripts, "vega", lambda: made.append("made") or "export const embed = 1;")

    found = Path(finder.find(VEGA))
    again = [(name, storage.path(name)) for name, storage in finder.list([])]

    assert found.read_text(encoding="utf-8") == "export const embed = 1;"
    assert again == [(VEGA, str(found))]
    assert made == ["made"]


def test_another_version_of_the_library_writes_another(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(scripts, "vega", lambda: "one")
    one = VegaFinder().find(VEGA)
    monkeypatch.setattr(scripts, "version", lambda library: "9.9")
    monkeypatch.setattr(scripts, "vega", lambda: "other")

    other = VegaFinder().find(VEGA, find_all=True)

    assert Path(one).read_text(encoding="utf-8") == "one"
    assert [Path(place).read_text(encoding="utf-8") for place in other] == ["other"]


def test_other_files_are_left_to_other_finders(finder):
    assert finder.find("portal/js/folds.js") == []


def test_a_library_that_fails_is_named(tmp_path, monkeypatch):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit('no such thing')", encoding="utf-8")
    monkeypatch.setattr(scripts, "MAKER", broken)

    with pytest.raises(RuntimeError, match=r"vl-convert-python .* did not write its browser program: no such thing"):
        vega()


def test_modules_import_by_hashed_names(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "one.js").write_text('import { two } from "./two.js";\nimport("./two.js");\n', encoding="utf-8")
    (tmp_path / "two.js").write_text("export const two = 2;\n", encoding="utf-8")
    storage = ModuleStorage(location=str(tmp_path), base_url="/static/")
    files = FileSystemStorage(location=str(tmp_path))

    list(storage.post_process({name: (files, name) for name in ("one.js", "two.js")}))

    hashed = Path(storage.stored_name("two.js")).name
    text = (tmp_path / storage.stored_name("one.js")).read_text(encoding="utf-8")
    assert hashed != "two.js"
    assert text == f'import {{ two }} from "./{hashed}";\nimport("./{hashed}");\n'
