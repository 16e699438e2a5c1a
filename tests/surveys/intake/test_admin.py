"""The admin of datasets: listed, published, withdrawn, deleted where nobody used them; answers loaded in steps."""

import re
import time
from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from portal.administration.uploads import UploadRefused
from portal.loading.problems import Report
from portal.models import ImportRun
from portal.versions import stored_version
from surveys.intake import reading, uploads
from surveys.intake.tickets import Ticket
from surveys.loading_answers import begin
from surveys.microdata.codebook.reading import read_codebook
from surveys.microdata.codebook.writing import codebook_yaml
from surveys.models import Dataset, ResearchRequest
from tests.admin_pages import MAX_QUERIES, address, client_of, delete_selected
from tests.surveys.intake.loading import ANSWERS, CODEBOOK, codebook, make_place
from tests.surveys.microdata.answers.layouts.test_recognising import FILES
from tests.surveys.microdata.factories import make_answers, make_question
from tests.surveys.microdata.stored import make_dataset

pytestmark = pytest.mark.django_db
TICKET = re.compile(r'name="ticket" value="([^"]+)"')
LOAD = "/admin/surveys/dataset/load/"
LIST = "/admin/surveys/dataset/"


@pytest.fixture
def editor():
    return client_of()


def upload(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def dataset_of(codes=("1", "2"), **values) -> Dataset:
    return make_dataset(make_answers([make_question()], {"Q1": list(codes)}), **values)


def page_of(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode()


def ticket_of(page: str) -> str:
    found = TICKET.search(page)
    assert found, "the page offers no next step"
    return found[1]


def recognise(client, name="answers.csv", content: str | bytes = ANSWERS, **fields) -> str:
    return page_of(client.post(LOAD, {"step": "recognise", "answers": upload(name, content), **fields}))


def check(client, answers: str = ANSWERS, book: str = CODEBOOK) -> str:
    files = {"answers": upload("answers.csv", answers), "codebook": upload("book.yaml", book)}
    return page_of(client.post(LOAD, {"step": "check", **files}))


def load(client, ticket: str, **fields):
    return client.post(LOAD, {"step": "load", "ticket": ticket, **fields})


def act(client, action: str, *datasets: Dataset):
    return client.post(LIST, {"action": action, "_selected_action": [each.pk for each in datasets]}, follow=True)


def test_list_and_pages_answer_with_few_queries(editor, django_assert_max_num_queries):
    datasets = [dataset_of(codes=["1"] * number) for number in range(1, 12)]

    for page in (LIST, f"{LIST}?q=answers", address(Dataset, "change", datasets[0].pk)):
        with django_assert_max_num_queries(MAX_QUERIES):
            assert editor.get(page).status_code == 200


def test_a_dataset_cannot_be_edited(editor):
    dataset = dataset_of()

    response = editor.post(address(Dataset, "change", dataset.pk), {"respondents": "7"})

    assert response.status_code == 403
    assert editor.get(f"{LIST}add/").status_code == 403


def test_publishing_withdraws_the_revision_before_and_is_told_in_the_history(editor):
    first = dataset_of()
    second = dataset_of(["1", "1"], wave=first.wave, is_published=False)
    before = stored_version().number

    response = act(editor, "publish_selected", second)

    assert "1 revision is published now." in page_of(response)
    assert list(Dataset.objects.published()) == [second]
    assert stored_version().number == before + 1
    assert [entry.change_message for entry in LogEntry.objects.all()] == ["Published."]


def test_withdrawing(editor):
    dataset = dataset_of()

    act(editor, "withdraw_selected", dataset)

    assert not Dataset.objects.published().exists()


def test_two_revisions_of_a_wave_are_not_published_together(editor):
    first = dataset_of(is_published=False)
    second = dataset_of(["1", "1"], wave=first.wave, is_published=False)

    response = act(editor, "publish_selected", first, second)

    assert "one at a time" in page_of(response)
    assert not Dataset.objects.published().exists()


def test_a_revision_that_the_store_lacks_is_not_published(editor, settings):
    dataset = dataset_of(is_published=False)
    settings.ANSWERS_DIR = settings.ANSWERS_DIR / "elsewhere"

    from_elsewhere = act(editor, "publish_selected", dataset)

    assert "not in the store of this machine" in page_of(from_elsewhere)


def test_people_without_the_right_cannot_publish(db):
    dataset = dataset_of(is_published=False)
    reader = client_of(name="reader", group="")

    assert reader.get(LIST).status_code == 403
    act(reader, "publish_selected", dataset)

    assert not Dataset.objects.published().exists()
    assert reader.get(LOAD).status_code == 403


def test_a_published_dataset_is_not_deleted(editor):
    dataset = dataset_of()

    one = editor.post(address(Dataset, "delete", dataset.pk), {"post": "yes"})
    many = delete_selected(editor, dataset)

    assert one.status_code == 403
    assert "is published; withdraw it first" in many.content.decode()
    assert Dataset.objects.exists()


def test_a_dataset_that_was_looked_at_is_not_deleted(editor):
    dataset = dataset_of(is_published=False)
    ResearchRequest.objects.create(dataset=dataset, who=User.objects.get(), asked="rows=Q1")

    response = editor.post(address(Dataset, "delete", dataset.pk), {"post": "yes"})

    assert "1 of them cites this" in response.content.decode()
    assert Dataset.objects.exists()


@pytest.mark.parametrize("many", [False, True], ids=["one", "many"])
def test_a_deleted_dataset_takes_its_columns_and_its_file_along(
    editor, settings, django_capture_on_commit_callbacks, many
):
    make_place()
    page_of(load(editor, ticket_of(check(editor))))
    dataset = Dataset.objects.get()

    with django_capture_on_commit_callbacks(execute=True):
        if many:
            delete_selected(editor, dataset)
        else:
            editor.post(address(Dataset, "delete", dataset.pk), {"post": "yes"})

    assert not Dataset.objects.exists()
    assert not (settings.ANSWERS_DIR / dataset.revision).exists()
    assert not (settings.UPLOADS_DIR / dataset.file_sha256).exists()


def test_a_file_is_recognised_and_a_draft_offered(editor):
    page = recognise(editor, "plain.csv", (FILES / "plain.csv").read_bytes())

    assert "plain.csv: CSV, 12 rows of answers" in page
    assert "North America" in page
    for form in (".yaml", ".xlsx"):
        response = editor.post(LOAD, {"step": "draft", "ticket": ticket_of(page), "form": form})
        assert f"plain-codebook{form}" in response["Content-Disposition"]
        assert read_codebook(f"draft{form}", response.content, Report()).is_confirmed is False


def test_a_confirmed_draft_is_checked_and_loaded_without_sending_the_answers_again(editor, settings):
    wave = make_place()
    page = recognise(editor, "plain.csv", (FILES / "plain.csv").read_bytes())
    ticket = ticket_of(page)
    drafted = editor.post(LOAD, {"step": "draft", "ticket": ticket, "form": ".yaml"}).content
    book = replace(read_codebook("b.yaml", drafted, Report()), is_confirmed=True, survey="clouds", wave="2026")

    checked = page_of(
        editor.post(LOAD, {"step": "check", "ticket": ticket, "codebook": upload("b.yaml", codebook_yaml(book))})
    )
    loaded = page_of(load(editor, ticket_of(checked)))

    assert "12 rows read" in checked
    assert "The files are good. Nothing is stored yet." in checked
    assert "The answers are stored." in loaded
    dataset = Dataset.objects.get()
    assert (dataset.wave, dataset.respondents, dataset.who.username) == (wave, 12, "editor")
    assert not dataset.is_published
    kept = settings.UPLOADS_DIR / dataset.file_sha256
    assert kept.read_bytes() == (FILES / "plain.csv").read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_check_tells_answers_and_weights_and_stores_nothing(editor):
    make_place()

    page = check(editor)

    assert "Europe 2, Asia 1, Africa 1" in page
    # Weights 1, 2, 1, 2: (Σw)² / Σw² = 36 / 10 of 4 people.
    assert "<td>1.11</td>" in page
    assert "<td>90 %</td>" in page
    assert not Dataset.objects.exists()
    assert ImportRun.objects.get().outcome == "checked"


def test_a_check_tells_every_problem_with_its_place(editor):
    make_place()

    page = check(editor, ANSWERS + "Mars,yes,x\n", CODEBOOK.replace("2026", "2062"))

    assert [word for word in ("Mars", "2062", "nearest: 2026") if word not in page] == []
    assert TICKET.search(page) is None
    assert ImportRun.objects.get().outcome == "refused"


def test_what_is_held_already_is_said(editor):
    make_place()
    page_of(load(editor, ticket_of(check(editor))))

    checked = check(editor)
    loaded = page_of(load(editor, ticket_of(checked)))

    assert "The portal holds these answers already." in checked
    assert "nothing was changed" in loaded


def test_publish_at_once(editor):
    make_place()

    page_of(load(editor, ticket_of(check(editor)), publish="on"))

    assert Dataset.objects.get().is_published


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("a,b\n1,2,3\n", "expected 2 cells, found 3", id="ragged"),
        pytest.param(b"a,b\n\xe9,1\n", "Windows-1252", id="encoding"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(editor, content, words):
    assert words.lower() in recognise(editor, content=content).lower()


def test_a_codebook_without_answers_asks_for_them(editor):
    page = page_of(editor.post(LOAD, {"step": "check", "codebook": upload("book.yaml", CODEBOOK)}))

    assert "Choose the file of answers." in page


@pytest.mark.parametrize("fields", [{"step": "recognise"}, {"step": "check"}])
def test_a_form_without_files_is_shown_again(editor, fields):
    assert "This field is required." in page_of(editor.post(LOAD, fields))


@pytest.mark.parametrize("fields", [{}, {"step": "publish"}, {"step": "draft", "form": ".pdf"}])
def test_steps_that_there_are_not(editor, fields):
    ticket = Ticket(User.objects.get().pk, "a.csv", uploads.keep([b"a\n1\n"])).sign()

    assert editor.post(LOAD, {"ticket": ticket, **fields}).status_code == 400


def test_tickets_of_others_old_ones_and_forged_ones_are_refused(editor, monkeypatch):
    sha256 = uploads.keep([ANSWERS.encode()])
    mine = User.objects.get().pk
    whole = Ticket(mine, "answers.csv", sha256).with_codebook("book.yaml", sha256)
    for ticket, words in (
        ("forged", "not a check made here"),
        (Ticket(mine, "answers.csv", sha256).sign(), "not a check made here"),  # no codebook was checked
        (replace(whole, who=mine + 1).sign(), "Someone else"),
        (replace(whole, sha256="0" * 64).sign(), "no longer kept"),
        (replace(whole, sha256="../answers").sign(), "no longer kept"),
    ):
        assert words in editor.post(LOAD, {"step": "load", "ticket": ticket}, follow=True).content.decode()
    old, now = whole.sign(), time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 90_000)
    with pytest.raises(UploadRefused, match="more than a day old"):
        Ticket.read(old, who=mine)


def test_files_that_were_only_looked_at_go_after_a_day(editor, settings, monkeypatch):
    sha256 = uploads.keep([b"a\n1\n"])
    editor.get(LOAD)
    assert (settings.UPLOADS_DIR / "checked" / sha256).exists()

    now = time.time()
    monkeypatch.setattr(uploads.time, "time", lambda: now + 90_000)
    uploads.remove_old()

    assert not (settings.UPLOADS_DIR / "checked" / sha256).exists()


def test_an_upload_that_breaks_off_leaves_nothing(settings):
    def pieces():
        yield b"half"
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        uploads.keep(pieces())

    assert list((settings.UPLOADS_DIR / "checked").iterdir()) == []


def test_reading_stops_where_nobody_waits(monkeypatch):
    make_place()
    monkeypatch.setattr(reading, "TELL_EVERY", 0.01)
    told = []

    def slow(attempt, progress):
        for number in range(1000):
            told.append(number)
            progress(number + 1, None)
            time.sleep(0.02)

    monkeypatch.setattr(reading, "read", slow)
    steps = reading.read_aloud(begin("answers.csv", ANSWERS.encode(), codebook()))

    assert next(steps)[0] >= 1
    steps.close()

    assert len(told) < 1000


def test_the_codebook_of_a_dataset_can_be_taken_away(editor):
    make_place()
    page_of(load(editor, ticket_of(check(editor))))
    dataset = Dataset.objects.get()

    for form in (".yaml", ".xlsx"):
        response = editor.get(reverse("admin:surveys_dataset_codebook", args=[dataset.pk, form]))
        assert read_codebook(f"book{form}", response.content, Report()).by_code["region"].options[1].code == "asia"
        assert f"clouds-2026-codebook{form}" in response["Content-Disposition"]
    assert editor.get(reverse("admin:surveys_dataset_codebook", args=[dataset.pk, ".pdf"])).status_code == 404
    assert editor.get(reverse("admin:surveys_dataset_codebook", args=[dataset.pk + 1, ".yaml"])).status_code == 404


def test_pages_speak_chinese(editor):
    make_place()
    chinese = Client(headers={"accept-language": "zh-hans"})
    chinese.force_login(User.objects.get())

    assert "起草编码手册" in page_of(chinese.get(LOAD))
    checked = check(chinese)

    assert "文件没有问题" in checked
    assert "已读取 4 行" in checked
