"""The sitemap: what it costs to say where all pages are."""

import pytest

from portal.site import sitemap


@pytest.mark.parametrize("limit", [5000, 10], ids=["one file", "an index"])
def test_pages_are_gathered_once_for_an_answer(client, db, monkeypatch, limit):
    asked = []
    monkeypatch.setattr(sitemap.PagesSitemap, "limit", limit)
    monkeypatch.setattr(sitemap, "sections", lambda: asked.append("all") or [])

    answer = client.get("/sitemap.xml")

    assert answer.status_code == 200
    assert ("<sitemapindex" in answer.content.decode()) is (limit == 10)
    assert asked == ["all"]
