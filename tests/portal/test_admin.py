"""Admin of sources, terms, chapters and import runs, and what all admin pages share."""

import pytest
from django.utils import timezone

from portal.models import Chapter, ImportRun, Source, Term
from portal.versions import stored_version
from tests.admin_pages import (
    MAX_QUERIES,
    address,
    client_of,
    delete_selected,
    errors_of,
    most_queries,
    pages_of,
    save,
    shown_values,
)
from tests.factories import make_chapter, make_fact, make_source, make_term, make_vendor

pytestmark = pytest.mark.django_db
ROWS = 3 * MAX_QUERIES  # enough that one query for each row would show
MAKERS = {"source": make_source, "term": make_term, "chapter": make_chapter}


@pytest.fixture
def editor():
    return client_of()


def make_run(**values) -> ImportRun:
    now = timezone.now()
    defaults = {"dataset": "facts", "file": "facts.csv", "sha256": "0" * 64, "started": now, "finished": now}
    return ImportRun.objects.create(**defaults | {"outcome": ImportRun.Outcome.LOADED} | values)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_page_answers_with_few_queries(editor, kind, language, django_assert_max_num_queries):
    rows = [MAKERS[kind]() for number in range(ROWS)]

    for page in pages_of(rows[0]):
        with django_assert_max_num_queries(most_queries(page)):
            response = editor.get(page, headers={"Accept-Language": language})
        assert response.status_code == 200, page


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Log out"), ("zh-CN,zh;q=0.9", "注销"), ("fr", "Log out")], ids=["en", "zh", "other"]
)
def test_language_follows_the_browser(editor, language, word):
    page = editor.get("/admin/", headers={"Accept-Language": language}).content.decode()

    assert word in page


def test_front_page_leads_to_the_upload_for_those_who_may(editor):
    link = address(ImportRun, "upload")

    assert link in editor.get("/admin/").content.decode()
    assert link not in client_of(name="reader", group="").get("/admin/").content.decode()


@pytest.mark.parametrize("word", ["Lambda", "函数", "calculus"])
def test_search_finds_by_both_languages_and_aliases(editor, word):
    found = make_term(code="faas", name_en="Lambda", name_zh="函数计算", aliases=["calculus"])
    make_term(code="other")

    results = editor.get(address(Term, "changelist"), {"q": word}).context["cl"].queryset

    assert list(results) == [found]


def test_aliases_are_edited_as_lines(editor):
    term = make_term(aliases=["one", "two"])

    save(editor, address(Term, "change", term.pk), aliases="one\r\nthree\r\n")

    assert Term.objects.get().aliases == ["one", "three"]


def test_a_term_without_aliases_keeps_an_empty_list(editor):
    term = make_term(aliases=["one"])

    save(editor, address(Term, "change", term.pk), aliases="")

    assert Term.objects.get().aliases == []


def test_adding_bumps_the_version(editor):
    before = stored_version().number

    save(editor, address(Chapter, "add"), slug="one", title_en="One", body_en="Text.")

    assert Chapter.objects.get().slug == "one"
    assert stored_version().number == before + 1


def test_changing_bumps_the_version_once(editor):
    chapter = make_chapter()
    before = stored_version().number

    save(editor, address(Chapter, "change", chapter.pk), title_en="Another title")

    assert Chapter.objects.get().title_en == "Another title"
    assert stored_version().number == before + 1


def test_saving_without_a_change_keeps_the_version(editor):
    chapter = make_chapter()
    before = stored_version().number

    response = save(editor, address(Chapter, "change", chapter.pk))

    assert response.status_code == 302
    assert stored_version().number == before


def test_a_refused_change_keeps_the_version(editor):
    chapter = make_chapter()
    before = stored_version().number

    response = save(editor, address(Chapter, "change", chapter.pk), title_en="")

    assert "required" in errors_of(response)
    assert stored_version().number == before


def test_deleting_bumps_the_version(editor):
    chapter = make_chapter()
    before = stored_version().number

    editor.post(address(Chapter, "delete", chapter.pk), {"post": "yes"})

    assert not Chapter.objects.exists()
    assert stored_version().number == before + 1


def test_deleting_many_bumps_the_version(editor):
    chapters = [make_chapter(), make_chapter()]
    before = stored_version().number

    delete_selected(editor, *chapters)

    assert not Chapter.objects.exists()
    assert stored_version().number == before + 1


def test_a_cited_source_is_kept_and_the_page_says_by_what_it_is_cited(editor):
    source = make_source()
    facts = [make_fact(source=source) for number in range(3)]

    response = editor.post(address(Source, "delete", source.pk), {"post": "yes"})

    page = response.content.decode()
    assert Source.objects.filter(pk=source.pk).exists()
    assert len(facts) == 3
    assert "3 of them cite this" in page
    assert f"/admin/vendors/fact/?source__id__in={source.pk}" in page


def test_the_link_of_the_refusal_lists_the_citing_rows(editor):
    source = make_source()
    fact = make_fact(source=source)
    make_fact()

    results = editor.get(f"/admin/vendors/fact/?source__id__in={source.pk}").context["cl"].queryset

    assert list(results) == [fact]


def test_a_source_of_a_country_is_cited_as_well(editor):
    source = make_source()
    make_vendor(country="CN", country_source=source)

    editor.post(address(Source, "delete", source.pk), {"post": "yes"})

    assert Source.objects.filter(pk=source.pk).exists()


def test_the_action_over_many_refuses_when_one_is_cited(editor):
    cited, free = make_source(), make_source()
    make_term(source=cited)

    page = delete_selected(editor, cited, free).content.decode()

    assert Source.objects.count() == 2
    assert "1 of them cites this" in page


def test_a_natural_key_stays_once_it_is_made(editor):
    source = make_source(code="kept")

    save(editor, address(Source, "change", source.pk), code="changed", title="New title")

    assert (Source.objects.get().code, Source.objects.get().title) == ("kept", "New title")


def test_copy_sites_are_not_linked(editor):
    make_source(url="https://copy.example/page", standing=Source.Standing.COPY_SITE)

    assert "https://copy.example/page" not in editor.get(address(Source, "changelist")).content.decode()


def test_a_wrong_date_is_refused_in_words(editor):
    source = make_source()

    response = save(editor, address(Source, "change", source.pk), published="2026-02-30")

    assert "2026-02-30 is not a date" in errors_of(response)


@pytest.mark.parametrize("key", ["abc", "9" * 30, "-1", "1 OR 1"])
def test_a_wrong_choice_is_refused_and_shown_again(editor, key):
    term = make_term()

    response = save(editor, address(Term, "change", term.pk), source=key)

    assert "Select a valid choice" in errors_of(response)


@pytest.mark.parametrize("term", ["a b", "'", '"', "\x00", "%", "\\", "x" * 5000])
def test_autocomplete_answers_whatever_is_typed(editor, term):
    query = {"app_label": "portal", "model_name": "term", "field_name": "source", "term": term}

    assert editor.get("/admin/autocomplete/", query).status_code == 200


def test_autocomplete_tells_sources_of_the_same_title_apart(editor):
    make_source(code="one", title="Pricing"), make_source(code="two", title="Pricing")
    query = {"app_label": "portal", "model_name": "term", "field_name": "source", "term": "pricing"}

    results = editor.get("/admin/autocomplete/", query).json()["results"]

    assert [result["text"] for result in results] == ["Pricing (one)", "Pricing (two)"]


def test_a_chosen_row_is_shown_by_the_same_words(editor):
    term = make_term(source=make_source(code="one", title="Pricing"))

    assert "Pricing (one)" in editor.get(address(Term, "change", term.pk)).content.decode()


@pytest.mark.parametrize(
    "query",
    [{"q": "\x00"}, {"e": "1"}, {"p": "999"}, {"p": "x"}, {"o": "99.-7"}, {"nothing": "1"}, {"kind__exact": "?"}],
)
def test_wrong_parameters_of_a_list_are_answered(editor, query):
    make_source()

    assert editor.get(address(Source, "changelist"), query).status_code in (200, 302, 400)


@pytest.mark.parametrize("key", ["0", "abc", "9" * 30, "_00"])
def test_a_row_that_is_not_there_leads_back(editor, key):
    assert editor.get(address(Source, "change", key)).status_code in (302, 404)


@pytest.mark.parametrize("page", ["/admin/auth/user/", "/admin/auth/group/", "/admin/auth/user/add/"])
def test_users_are_not_for_editors(editor, page):
    assert editor.get(page).status_code == 403


def test_readers_are_asked_to_log_in(client):
    response = client.get(address(Source, "changelist"))

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_runs_are_listed_and_read(editor, django_assert_max_num_queries):
    problem = {
        "file": "facts.csv",
        "line": 7,
        "column": "value",
        "value": "<b>ten</b>",
        "expected": "expected a number",
    }
    counts = {"facts": {"added": 3, "changed": 1, "unchanged": 40}}
    run = make_run(problems=[problem], outcome=ImportRun.Outcome.REFUSED)
    for _number in range(ROWS):
        make_run(counts=counts)

    with django_assert_max_num_queries(MAX_QUERIES):
        changelist = editor.get(address(ImportRun, "changelist")).content.decode()
    page = editor.get(address(ImportRun, "change", run.pk)).content.decode()

    assert "+3, ~1" in changelist
    assert "&lt;b&gt;ten&lt;/b&gt;" in page
    assert "expected a number" in page


@pytest.mark.parametrize("superuser", [False, True], ids=["editor", "superuser"])
def test_runs_stay_as_they_were(superuser):
    run = make_run(counts={"facts": {"added": 3, "changed": 0, "unchanged": 0}})
    team = client_of(name="someone", superuser=superuser)

    added = team.get(address(ImportRun, "add"))
    changed = team.post(address(ImportRun, "change", run.pk), {"file": "other.csv"})
    deleted = team.post(address(ImportRun, "delete", run.pk), {"post": "yes"})

    assert [response.status_code for response in (added, changed, deleted)] == [403, 403, 403]
    assert ImportRun.objects.get().file == "facts.csv"


def test_lists_of_runs_offer_no_deletion(editor):
    run = make_run()

    delete_selected(editor, run)

    assert ImportRun.objects.filter(pk=run.pk).exists()


def test_form_shows_both_languages_in_one_row(editor):
    response = editor.get(address(Term, "add"))

    lines = [[field.field.name for field in line] for fieldset in response.context["adminform"] for line in fieldset]
    assert ["name_en", "name_zh"] in lines
    assert ["definition_en", "definition_zh"] in lines
    assert "code" in shown_values(response)
