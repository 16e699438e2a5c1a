"""Where a chart cannot be drawn the page has its table, and nothing keeps that answer."""

import pytest

from portal.charts.pictures import DrawingError
from portal.exhibits import responses
from tests.factories import make_figure, make_option, make_question, make_survey, make_wave, make_wording

pytestmark = pytest.mark.django_db

PAGE = "/en/surveys/annual/2020/use"


@pytest.fixture
def question():
    question = make_question(code="use", survey=make_survey(slug="annual"))
    wave = make_wave(survey=question.survey, slug="2020")
    make_wording(question=question, wave=wave)
    make_figure(wave=wave, option=make_option(question=question, code="yes"), percent=60)
    make_figure(wave=wave, option=make_option(question=question, code="no"), percent=40)


@pytest.fixture
def broken_drawing(monkeypatch):
    def fail(*exhibit, **options):
        raise DrawingError("draw: took more than 20 seconds")

    monkeypatch.setattr(responses, "page_charts", fail)
    monkeypatch.setattr(responses, "exhibit_file", fail)


def test_the_page_has_its_table_and_is_kept_nowhere(client, question, broken_drawing, caplog):
    answer = client.get(PAGE)

    assert answer.status_code == 200
    assert "60%" in answer.text
    assert answer["Cache-Control"] == "no-store"
    assert "ETag" not in answer
    assert "took more than 20 seconds" in caplog.text


def test_the_next_request_draws_again(client, question, broken_drawing, monkeypatch):
    client.get(PAGE)
    monkeypatch.setattr(responses, "page_charts", lambda exhibit: {})

    assert "ETag" in client.get(PAGE)


def test_a_picture_may_be_asked_for_again_soon(client, question, broken_drawing):
    answer = client.get(f"{PAGE}.png")

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
