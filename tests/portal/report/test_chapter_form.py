"""The form of a chapter says what is wrong on which line; its preview saves nothing."""

import pytest
from django.urls import reverse

from portal.models import Chapter
from tests import factories as make

pytestmark = pytest.mark.django_db
FIELDS = {"slug": "use", "number": "1", "order": "1", "title_en": "Use", "title_zh": "使用", "published": "on"}
ADD = "/admin/portal/chapter/add/"


def test_a_chapter_is_saved_with_lines_as_in_files(admin_client):
    response = admin_client.post(ADD, {**FIELDS, "body_en": "One.\r\n\r\nTwo, see [it](page:report/use)."})

    assert response.status_code == 302
    assert Chapter.objects.get().body_en == "One.\n\nTwo, see [it](page:report/use)."


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("[a](term:cold-strat)", "Line 3: “term:cold-strat” – there is no term of this code; nearest: cold-start"),
        ("[a](source:none)", "Line 3: “source:none” – there is no source of this code"),
        ("![a](exhibit:surveys/x/2020/y)", "Line 3: “exhibit:surveys/x/2020/y” – there is no exhibit at this address"),
    ],
    ids=["term", "source", "exhibit"],
)
def test_what_is_not_there_is_refused_with_its_line(admin_client, target, reason):
    make.make_term(code="cold-start")

    response = admin_client.post(ADD, {**FIELDS, "body_en": f"One.\n\n{target}"})

    assert response.status_code == 200
    assert response.context["adminform"].form.errors["body_en"] == [reason]
    assert not Chapter.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Chapter 1"), ("zh-hans", "第 1 章")], ids=["English", "Chinese"]
)
def test_the_preview_shows_what_stands_in_the_form(admin_client, language, words):
    address = reverse("admin:portal_chapter_preview", args=[language])

    response = admin_client.post(address, {**FIELDS, "body_en": "## New\n\nText.", "body_zh": "## 新\n\n正文。"})

    page = response.content.decode()
    assert words in page
    assert ("Text." in page, "正文。" in page) == (language == "en", language == "zh-hans")
    assert not Chapter.objects.exists()


def test_only_who_may_change_chapters_sees_previews(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("guest", is_staff=True))

    assert client.post(reverse("admin:portal_chapter_preview", args=["en"])).status_code == 403


def test_previews_are_in_the_languages_of_the_portal(admin_client):
    assert admin_client.post("/admin/portal/chapter/preview/fr/").status_code == 404
    assert admin_client.get("/admin/portal/chapter/preview/en/").status_code == 405


def test_the_form_says_how_exhibits_terms_and_sources_are_named(admin_client):
    page = admin_client.get(reverse("admin:portal_chapter_add")).text

    for mark in ("(exhibit:", "(term:", "(source:", "(page:", "[^1]:"):
        assert page.count(mark) == 2  # under the text of each language
