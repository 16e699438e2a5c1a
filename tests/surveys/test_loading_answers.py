"""Answers into the portal: stored and recorded, or refused with every reason and recorded too."""

import hashlib

import numpy as np
import pytest

from portal.loading.problems import Report
from portal.models import ImportRun
from portal.versions import stored_version
from surveys.loading_answers import load_answers
from surveys.microdata.store.folders import open_answers
from surveys.models import Dataset
from tests.factories import make_option, make_question, make_source
from tests.surveys.intake.loading import ANSWERS, CODEBOOK, codebook, make_place

pytestmark = pytest.mark.django_db


def load(answers: str = ANSWERS, book: str = CODEBOOK, **options):
    return load_answers("answers.csv", answers.encode(), codebook(book), codebook_name="book.yaml", **options)


def expected(loaded) -> list[str]:
    return [problem["expected"] for problem in loaded.run.refusals]


def test_answers_are_stored_with_a_dataset_and_a_run():
    wave = make_place()

    loaded = load()

    dataset = Dataset.objects.get()
    assert loaded.dataset == dataset
    assert (dataset.wave, dataset.source, dataset.respondents) == (wave, wave.source, 4)
    assert (dataset.file_name, dataset.is_published) == ("answers.csv", False)
    assert dataset.file_sha256 == hashlib.sha256(ANSWERS.encode()).hexdigest() == loaded.run.sha256
    run = ImportRun.objects.get()
    assert (run.outcome, run.dataset, run.file) == ("loaded", "answers", "answers.csv")
    assert run.counts == {"answers": {"added": 4, "changed": 0, "unchanged": 0}}
    assert np.array_equal(open_answers(dataset.revision).columns["region"], [0, 1, 0, 2])


def test_warnings_stay_with_the_dataset_and_the_run():
    make_place()

    loaded = load()

    assert any("fewer than" in warning["expected"] for warning in loaded.dataset.warnings)
    assert loaded.run.notes == loaded.dataset.warnings
    assert loaded.run.refusals == []


def test_the_same_answers_twice_change_nothing():
    make_place()
    first = load()

    second = load()

    assert second.run.outcome == "unchanged"
    assert second.run.counts == {"answers": {"added": 0, "changed": 0, "unchanged": 4}}
    assert second.dataset == first.dataset
    assert Dataset.objects.count() == 1


def test_other_answers_are_another_revision_beside_the_first():
    make_place()
    first = load()

    second = load(ANSWERS + "Asia,yes,1\n")

    assert Dataset.objects.count() == 2
    assert open_answers(first.dataset.revision).respondents == 4
    assert open_answers(second.dataset.revision).respondents == 5


def test_an_unpublished_load_leaves_the_version_as_it_is():
    make_place()
    before = stored_version().number

    load()

    assert stored_version().number == before


def test_a_published_load_withdraws_the_revision_before_it():
    make_place()
    first = load(is_published=True)
    before = stored_version().number

    second = load(ANSWERS + "Asia,yes,1\n", is_published=True)

    assert stored_version().number == before + 1
    assert list(Dataset.objects.published()) == [second.dataset]
    first.dataset.refresh_from_db()
    assert not first.dataset.is_published


def test_publishing_what_is_loaded_already_is_a_change():
    make_place()
    load()

    loaded = load(is_published=True)

    assert loaded.run.outcome == "loaded"
    assert loaded.run.counts["answers"]["unchanged"] == 4
    assert load(is_published=True).run.outcome == "unchanged"


def test_a_dry_run_reads_everything_and_stores_nothing(settings):
    make_place()

    loaded = load(dry_run=True)

    assert loaded.run.outcome == "checked"
    assert loaded.run.counts == {"answers": {"added": 4, "changed": 0, "unchanged": 0}}
    assert loaded.answers.respondents == 4
    assert not Dataset.objects.exists()
    assert not settings.ANSWERS_DIR.exists()


def test_a_dry_run_says_what_is_held_already():
    make_place()
    load()

    assert load(dry_run=True).run.counts["answers"] == {"added": 0, "changed": 0, "unchanged": 4}


def test_everything_wrong_is_told_at_once_and_recorded(settings):
    make_place()
    wrong = CODEBOOK.replace("wave: '2026'", "wave: '2027'\nsource: nobody\nconfirmed: false")

    loaded = load(ANSWERS + "Mars,yes,x\n", wrong)

    places = [(problem["file"], problem["column"], problem["value"]) for problem in loaded.run.refusals]
    assert ("book.yaml", "confirmed", "false") in places
    assert ("book.yaml", "wave", "2027") in places
    assert ("book.yaml", "source", "nobody") in places
    assert any(file == "answers.csv" and column == "region" for file, column, value in places)
    assert any(file == "answers.csv" and column == "w" for file, column, value in places)
    assert ImportRun.objects.get().outcome == "refused"
    assert not Dataset.objects.exists()
    assert not settings.ANSWERS_DIR.exists()


def test_a_codebook_that_cannot_be_read_is_a_recorded_refusal():
    report = Report()
    report.add("book.yaml", 3, "kind", "sinlge", "expected single")

    loaded = load_answers("answers.csv", ANSWERS.encode(), None, report=report)

    assert loaded.run.outcome == "refused"
    assert expected(loaded) == ["expected single"]


def test_survey_and_wave_may_be_given_beside_the_codebook():
    wave = make_place()

    loaded = load(book=CODEBOOK.replace("survey: clouds\nwave: '2026'\n", ""), survey="clouds", wave="2026")

    assert loaded.dataset.wave == wave
    assert open_answers(loaded.dataset.revision).codebook.wave == "2026"


def test_a_codebook_without_a_place_says_what_is_missing():
    loaded = load(book=CODEBOOK.replace("survey: clouds\nwave: '2026'\n", ""))

    assert "the survey and the wave" in expected(loaded)[0]


def test_unknown_places_come_with_the_nearest():
    make_place()

    wave = load(book=CODEBOOK.replace("2026", "2062"))
    survey = load(book=CODEBOOK.replace("clouds", "cloud"))

    assert expected(wave) == ["expected a wave of clouds; nearest: 2026"]
    assert expected(survey) == ["expected the slug of a survey that has waves; add it first; nearest: clouds"]


def test_the_source_is_the_one_that_the_codebook_names():
    make_place()
    source = make_source(code="raw-file")

    assert load(book=CODEBOOK.replace("questions:", "source: raw-file\nquestions:", 1)).dataset.source == source


def test_questions_that_differ_from_those_of_the_portal_are_noted():
    wave = make_place()
    use = make_question(survey=wave.survey, code="use", kind="multiple")
    make_option(question=use, code="yes")
    region = make_question(survey=wave.survey, code="region", kind="single")
    for code in ("europe", "asia", "africa", "oceania"):
        make_option(question=region, code=code, is_exclusive=True)

    loaded = load()

    told = [(note["column"], note["value"]) for note in loaded.run.notes if note["file"] == "book.yaml"]
    assert told == [("use", "single"), ("use", "no")]
    assert loaded.run.outcome == "loaded"


def test_progress_tells_rows():
    make_place()
    told = []

    load(progress=lambda done, total: told.append(done))

    assert told == [4]


@pytest.mark.parametrize("name", ["missing.csv", "answers.docx"])
def test_a_file_that_cannot_be_opened_is_a_recorded_refusal(tmp_path, name):
    make_place()

    loaded = load_answers(name, tmp_path / name, codebook())

    assert loaded.run.outcome == "refused"
    assert len(loaded.run.refusals) == 1
