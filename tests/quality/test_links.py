"""Fragments lead to places that exist, and translations name each other."""

import re
from functools import cache
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.browser.server import fetch
from tests.quality.pages import LANGUAGES

pytestmark = pytest.mark.quality

LINK = re.compile(r'<a [^>]*href="([^"]+#[^"]+)"')
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"')
COMPLETE = {"en", "zh-Hans", "x-default"}


@cache
def answer_of(page: str) -> tuple[int, str]:
    status, _, body = fetch(page)
    return status, body.decode()


def test_fragments_lead_to_places(documents, site):
    lost = set()
    for page, path in documents.items():
        for link in LINK.findall(path.read_text(encoding="utf-8")):
            target, fragment = urldefrag(urljoin(page, link.replace("&amp;", "&")))
            if target.startswith(site):
                status, body = answer_of(target)
                if page != target and status != 200 or f'id="{fragment}"' not in body:
                    lost.add(f"{page}: {link} {status}")

    assert lost == set()


def test_translations_name_each_other(documents, site):
    wrong = []
    for page, path in documents.items():
        named = dict(ALTERNATE.findall(path.read_text(encoding="utf-8")))
        if not named:
            continue
        if set(named) != COMPLETE:
            wrong.append(f"{page}: {sorted(named)}")
        for address in (named.get("en", ""), named.get("zh-Hans", "")):
            if dict(ALTERNATE.findall(answer_of(address.replace("&amp;", "&"))[1])) != named:
                wrong.append(f"{page}: {address} names others")
    kinds = [page for page in documents if urlsplit(page).path in {f"/{code}/" for code in LANGUAGES}]

    assert len(kinds) == len(LANGUAGES)
    assert wrong == []
