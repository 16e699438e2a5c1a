"""The panels that say how to cite and to embed."""

import json
import re
from html import unescape

import pytest

from portal.exhibits.citing import citations_of
from portal.sharing.codes import TABLE_HEIGHT, height_of, live_code
from portal.sharing.panels import citation_forms
from tests.portal.exhibits.examples import make_exhibit

ROOT = "https://watch.example"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_forms_taken_apart_at_the_day_are_the_citation(language):
    exhibit = make_exhibit(language=language, query="as_of=2026-11-24")
    cited = citations_of(exhibit, root=ROOT)

    forms = {form.code: form.before + form.day + form.after for form in citation_forms(exhibit, ROOT)}

    assert forms == {
        "text": cited.text,
        "bibtex": cited.bibtex,
        "ris": cited.ris.replace("\r\n", "\n"),
        "csl": cited.csl,
    }


def test_the_day_is_written_as_each_form_writes_it():
    days = {form.code: (form.writing, form.day) for form in citation_forms(make_exhibit(), ROOT)}

    assert days == {
        "text": ("iso", "2026-11-24"),
        "bibtex": ("iso", "2026-11-24"),
        "ris": ("slashes", "2026/11/24"),
        "csl": ("list", "2026,11,24"),
    }


def test_forms_lead_to_their_files():
    exhibit = make_exhibit(query="by=industry")

    assert [form.href for form in citation_forms(exhibit, ROOT)] == [
        "",
        "/en/surveys/users/2020/use.bib?by=industry",
        "/en/surveys/users/2020/use.ris?by=industry",
        "/en/surveys/users/2020/use.csl.json?by=industry",
    ]


def test_live_code_names_the_view_and_escapes_its_title():
    code = live_code(make_exhibit(finding='Most "use" <it>', query="by=industry&sort=-value"), ROOT, height=400)

    assert code == (
        f'<iframe src="{ROOT}/embed/en/surveys/users/2020/use?by=industry&amp;sort=-value" '
        'title="Most &quot;use&quot; &lt;it&gt;" width="100%" height="400" loading="lazy" '
        f'frameborder="0"></iframe>\n<script src="{ROOT}/embed.js" async></script>'
    )


def test_the_height_follows_the_chart():
    chart = '<svg viewBox="0 0 780 200" width="100%">'

    assert height_of({"wide": chart}) == 460
    assert height_of({}) == TABLE_HEIGHT


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "Cite this"), ("zh-hans", "引用")])
def test_every_exhibit_page_has_both_panels(client, question, language, words):
    page = client.get(f"/{language}/{question}").text

    assert f'<summary class="sharing__summary">{words}</summary>' in page
    live = unescape(re.search(r'id="embed-live"[^>]*>(.*?)</pre>', page, re.DOTALL)[1])
    assert f'src="http://testserver/embed/{language}/{question}"' in live
    assert f'data-copy-from="/embed/frozen/{language}/{question}"' in page
    csl = re.sub("<[^>]+>", "", re.search(r'id="cite-csl"[^>]*>(.*?)</pre>', page, re.DOTALL)[1])
    assert json.loads(unescape(csl))[0]["URL"] == f"http://testserver/{language}/{question}"


@pytest.mark.django_db
def test_copy_buttons_are_hidden_until_their_script_runs(client, question):
    buttons = re.findall(r'<button class="copy"[^>]*>', client.get(f"/en/{question}").text)

    assert len(buttons) >= 6
    assert all(" hidden" in button for button in buttons)
