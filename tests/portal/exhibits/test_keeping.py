"""Pictures are kept by data version, and drawn without the cache where it fails."""

from pathlib import Path

import pytest
from django.core.cache.backends.base import BaseCache

from portal.exhibits import keeping
from portal.exhibits.keeping import kept
from tests.factories import make_figure, make_option, make_question, make_survey, make_wave, make_wording
from tests.portal.exhibits.examples import make_exhibit

pytestmark = pytest.mark.django_db


class BrokenCache(BaseCache):
    """Counts how often it is asked; always fails."""

    asked = 0

    def __init__(self, location, params):
        super().__init__(params)

    def get(self, key, default=None, version=None):
        type(self).asked += 1
        raise OSError("nobody is there")

    def set(self, key, value, timeout=None, version=None):
        type(self).asked += 1
        raise OSError("nobody is there")


@pytest.fixture(autouse=True)
def _trusted():
    keeping.trust_cache()
    yield
    keeping.trust_cache()


@pytest.fixture
def broken(settings):
    BrokenCache.asked = 0
    settings.CACHES = {"default": {"BACKEND": f"{__name__}.BrokenCache"}}


class Drawing:
    """Counts how often it is drawn."""

    def __init__(self):
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"picture"


def test_a_picture_is_made_once():
    drawing = Drawing()

    found = [kept(make_exhibit(), "a form", drawing) for _ in range(3)]

    assert found == [b"picture"] * 3
    assert drawing.times == 1


def test_forms_are_kept_apart():
    assert [kept(make_exhibit(), form, lambda form=form: form.encode()) for form in ("a", "b")] == [b"a", b"b"]


def test_without_the_cache_it_is_made_each_time_and_said_once(broken, caplog):
    drawing = Drawing()

    found = [kept(make_exhibit(), "a form", drawing) for _ in range(3)]

    assert found == [b"picture"] * 3
    assert drawing.times == 3
    assert [record.getMessage() for record in caplog.records] == [
        "the cache fails, pictures are drawn anew for 10 seconds: nobody is there"
    ]


def test_a_cache_that_failed_is_left_alone_for_a_while(broken, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(keeping.time, "monotonic", lambda: now[0])

    kept(make_exhibit(), "a form", Drawing())
    now[0] += 9
    kept(make_exhibit(), "a form", Drawing())
    after_nine = BrokenCache.asked
    now[0] += 2
    kept(make_exhibit(), "a form", Drawing())

    assert (after_nine, BrokenCache.asked) == (1, 2)


def test_a_damaged_entry_is_made_anew_and_the_cache_goes_on(settings, tmp_path, caplog):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(tmp_path)}
    }
    drawing = Drawing()
    kept(make_exhibit(), "a form", drawing)
    (entry,) = Path(tmp_path).glob("*.djcache")
    entry.write_bytes(entry.read_bytes()[:-4])

    again = [kept(make_exhibit(), "a form", drawing) for _ in range(2)]

    assert again == [b"picture"] * 2
    assert drawing.times == 2
    assert "made anew" in caplog.text


def test_a_page_draws_its_chart_without_the_cache(client, broken):
    question = make_question(code="use", survey=make_survey(slug="annual"))
    wave = make_wave(survey=question.survey, slug="2020")
    make_wording(question=question, wave=wave)
    make_figure(wave=wave, option=make_option(question=question, code="yes"), percent=60)

    answer = client.get("/en/surveys/annual/2020/use")

    assert answer.status_code == 200
    assert '<svg xmlns="http://www.w3.org/2000/svg" viewBox' in answer.text
    assert BrokenCache.asked == 1
