"""Texts of the team: in every form, for the views they are meant for, and marked when their numbers have changed."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict

from portal.exhibits.lookup import exhibit_at
from portal.exhibits.texts import fingerprint_of, generated_texts
from portal.models import ExhibitText
from portal.sharing.text_form import state_of, taken_apart
from portal.versions import bump_version, forget_version, stored_version
from surveys.models import Figure
from tests.admin_pages import address, client_of, errors_of, save
from tests.portal.sharing.conftest import QUESTION

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return client_of()


def write(**values) -> ExhibitText:
    text = ExhibitText.objects.create(**{"address": QUESTION, "finding_en": "Six in ten"} | values)
    changed()
    return text


def changed() -> None:
    """As a saved change does once it is committed, which no test is."""
    bump_version()
    forget_version()


def exhibit(query: str = "", language: str = "en"):
    return exhibit_at(QUESTION, QueryDict(query), language=language).exhibit


def test_a_text_of_the_team_stands_in_every_form(client, question):
    write(description_en="Told by the team.")

    page = client.get(f"/en/{question}").text
    file = json.loads(client.get(f"/en/{question}.json").content)["exhibit"]
    assert "Six in ten</h" in page
    assert '<meta property="og:title" content="Six in ten">' in page
    assert "Six in ten" in client.get(f"/en/{question}.md").text
    assert "Six in ten" in client.get(f"/en/{question}.vl.json").text
    assert "<desc" in page
    assert "Told by the team.</desc>" in page
    assert (file["finding"], file["finding_by"]) == ("Six in ten", "edited")
    assert (file["description"], file["description_by"]) == ("Told by the team.", "edited")


def test_what_the_team_did_not_write_stays_generated(question):
    before = exhibit(language="zh-hans")
    write()

    english, chinese = exhibit(), exhibit(language="zh-hans")
    assert english.edited == ("finding",)
    assert english.written_by("description") == "generated"
    assert (chinese.finding, chinese.edited) == (before.finding, ())


def test_a_text_for_one_view_is_for_this_view_only(question):
    write(query="sort=order")

    assert exhibit("sort=order").finding == "Six in ten"
    assert exhibit().edited == ()


def test_a_text_for_one_view_goes_before_that_for_all(question):
    write(is_for_all_views=True, finding_en="For all", finding_zh="所有")
    write(query="sort=order", finding_en="For one")

    assert exhibit().finding == "For all"
    assert exhibit("sort=order").finding == "For one"
    assert exhibit("sort=order", "zh-hans").finding == "所有"


def test_generated_texts_can_be_had_beside_it(question):
    write()

    with generated_texts():
        assert exhibit().edited == ()
    assert exhibit().edited == ("finding",)


def test_a_fingerprint_is_of_the_numbers_alone(question):
    before = fingerprint_of(exhibit())
    write()

    assert fingerprint_of(exhibit(language="zh-hans")) == before
    Figure.objects.update(percent="61")
    assert fingerprint_of(exhibit()) != before


def test_saving_in_the_admin_finds_the_exhibit_and_bumps_the_version(editor, question):
    before = stored_version().number

    response = save(
        editor,
        address(ExhibitText, "add"),
        address=f" https://watch.example/zh-hans/{question}?sort=order ",
        finding_en="Six in ten",
    )

    assert response.status_code == 302
    text = ExhibitText.objects.get()
    assert (text.address, text.query) == (question, "sort=order")
    assert text.fingerprint == fingerprint_of(exhibit("sort=order"))
    assert stored_version().number == before + 1


def test_a_text_for_all_views_names_none(editor, question):
    save(
        editor,
        address(ExhibitText, "add"),
        address=question,
        query="sort=order",
        is_for_all_views="on",
        finding_en="For all",
    )

    assert ExhibitText.objects.get().query == ""


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"address": "nowhere"}, "No exhibit has the address"),
        ({"address": "search"}, "No exhibit has the address"),
        ({"address": "../admin/"}, "No exhibit has the address"),
        ({"address": "云"}, "No exhibit has the address"),
        ({"address": "http://[half"}, "No exhibit has the address"),
        ({"query": "srot=order"}, "srot"),
        ({"query": "by=nothing"}, "by"),
        ({"finding_en": ""}, "Write a finding or a description"),
        ({"address": ""}, "required"),
    ],
)
def test_wrong_addresses_and_empty_texts_are_refused_with_the_reason(editor, question, values, reason):
    values = {"address": question, "finding_en": "Six in ten"} | values

    assert reason in errors_of(save(editor, address(ExhibitText, "add"), **values))
    assert not ExhibitText.objects.exists()


def test_a_view_has_one_text(editor, question):
    write()

    errors = errors_of(save(editor, address(ExhibitText, "add"), address=question, finding_en="Another"))

    assert "This view has a text already." in errors


@pytest.mark.parametrize(
    "values", [{"finding_en": ""}, {"is_for_all_views": True, "query": "sort=order"}], ids=["empty", "all views of one"]
)
def test_the_database_refuses_it_too(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ExhibitText.objects.create(**{"address": QUESTION, "finding_en": "Six in ten"} | values)
    with pytest.raises(ValidationError):
        ExhibitText(**{"address": QUESTION, "finding_en": "Six in ten"} | values).full_clean()


def test_a_text_whose_numbers_have_changed_is_to_be_checked_until_it_is_saved_again(editor, question):
    save(editor, address(ExhibitText, "add"), address=question, finding_en="Six in ten")
    text = ExhibitText.objects.get()
    forget_version()
    assert state_of(text) == "in force"
    Figure.objects.update(percent="61")
    changed()

    assert "check again" in state_of(text)
    assert "check again" in editor.get(address(ExhibitText, "changelist")).text
    save(editor, address(ExhibitText, "change", text.pk))
    assert state_of(ExhibitText.objects.get()) == "in force"


def test_a_text_whose_exhibit_is_gone_says_so(editor, question):
    text = write()
    Figure.objects.all().delete()
    text.address = "surveys/sharers/1999/use"

    assert state_of(text) == "has no exhibit any more"


def test_the_form_shows_what_is_generated(editor, question):
    with generated_texts():
        english, chinese = exhibit(), exhibit(language="zh-hans")
    text = write(finding_zh="六成")

    page = editor.get(address(ExhibitText, "change", text.pk)).text

    for generated in (english, chinese):
        assert generated.finding in page
        assert f'href="{generated.href()}"' in page


def test_deleting_a_text_brings_the_generated_one_back(editor, question):
    text = write()

    editor.post(address(ExhibitText, "delete", text.pk), {"post": "yes"})
    forget_version()

    assert exhibit().edited == ()


@pytest.mark.parametrize(
    ("address", "query", "expected"),
    [
        ("surveys/a/2020/b", "", ("surveys/a/2020/b", "")),
        ("/en/surveys/a", "?by=x", ("surveys/a", "by=x")),
        ("https://watch.example/zh-hans/surveys/a?by=x#source-1", "", ("surveys/a", "by=x")),
        ("surveys/a?by=x", "by=y", ("surveys/a", "by=y")),
    ],
)
def test_addresses_may_be_pasted_as_they_are(address, query, expected):
    assert taken_apart(address, query) == expected
