"""The files of the CNCF landscape, whole, where they are at hand."""

from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from portal.loading.run import load
from portal.models import ImportRun
from tests.vendors.landscapes.test_writing import items_by_place
from vendors.models import Category, Listing

FILES = Path(settings.BASE_DIR).parent / "shared" / "data" / "landscape"
ITEMS = {"2021": 1659, "2026": 2413}
SECOND_PATHS = {"2021": 0, "2026": 115}

pytestmark = [
    pytest.mark.skipif(not FILES.exists(), reason="the original data are not beside this checkout"),
    pytest.mark.django_db,
]


def original(edition: str) -> Path:
    return FILES / f"landscape-{edition}.yml"


def test_both_files_load_whole_and_twice_and_come_back_item_by_item(client):
    load([settings.FIXTURES_DIR])

    first = load([original(edition) for edition in ITEMS])

    assert (first.outcome, first.refusals) == (ImportRun.Outcome.LOADED, [])
    assert first.counts["listings"]["added"] == sum(ITEMS.values()) + sum(SECOND_PATHS.values())
    rows = Listing.objects.filter(category__scheme__code="cncf-landscape")
    assert Counter(rows.filter(is_second_path=False).values_list("edition", flat=True)) == ITEMS
    assert rows.filter(is_second_path=True).count() == SECOND_PATHS["2026"]
    assert Category.objects.filter(scheme__code="cncf-landscape", parent=None).count() == 15
    for edition in ITEMS:
        keys = list(rows.filter(edition=edition, is_second_path=False).values_list("key", flat=True))
        assert len(set(keys)) == len(keys)
        exported = client.get(f"/en/landscape/cncf-landscape/{edition}.yml").content
        assert items_by_place(exported) == items_by_place(original(edition).read_bytes())
        items = client.get(f"/en/landscape/cncf-landscape/{edition}.items.json").json()
        assert len(items) == ITEMS[edition]
    check_notes(first)
    check_keys(rows)
    second = load([original(edition) for edition in ITEMS])
    assert second.outcome == ImportRun.Outcome.UNCHANGED


def check_notes(run: ImportRun) -> None:
    """What is known of the two files by looking at them."""
    notes = {(note["file"], note["column"], note["value"]) for note in run.notes}
    unresolved = [note["value"] for note in run.notes if "no such subcategory" in note["expected"]]
    markers = [note for note in run.notes if "marker" in note["expected"]]

    assert sorted(unresolved) == [
        "Kyverno: AI Native Infra / Governance, Policy & Security",
        "Open Policy Agent (OPA): Serverless / Embedded Functions",
        "OpenFunction: Serverless / Installable Platforms",
    ]
    assert [(note["line"], note["value"]) for note in markers] == [(11616, "KubeReport")]
    assert ("landscape-2026.yml", "homepage_url", "https://catalyst.zoho.com/?utm_source=cncf") in notes
    assert ("landscape-2026.yml", "second_path", "Kgateway: AI Native Infra / Gateway") in notes


def check_keys(rows) -> None:
    """Renames and moves between 2021 and 2026 that the files show."""

    def key(name: str, edition: str) -> str:
        return rows.get(name_en=name, edition=edition, is_second_path=False).key

    assert key("Keda", "2021") == key("KEDA", "2026")
    assert key("SaltStack", "2021") == key("Salt Project", "2026")
    assert key("AWS Lambda", "2026") == "aws-lambda"
    assert rows.get(name_en="AWS Lambda", edition="2026").product.slug == "aws-lambda"
    assert rows.get(name_en="AWS Lambda", edition="2026").vendor.slug == "aws"
    assert key("OpenGauss", "2026") != key("openGauss", "2026")


@pytest.mark.parametrize("edition", ["2018", "2019", "2020", "2022", "2023", "2024", "2025"])
def test_files_of_the_serverless_part_complete_what_is_known(edition):
    load([settings.FIXTURES_DIR])
    before = Listing.objects.filter(edition=edition).count()
    known = Listing.objects.exclude(vendor=None).filter(edition=edition).count()

    run = load([FILES / f"serverless-{edition}.yml"])

    rows = Listing.objects.filter(edition=edition, category__scheme__code="cncf-serverless")
    main = rows.filter(is_second_path=False)
    assert run.refusals == []
    assert run.counts["listings"]["added"] == 0
    assert Listing.objects.filter(edition=edition).count() == before
    assert Listing.objects.exclude(vendor=None).filter(edition=edition).count() >= known
    assert main.exclude(crunchbase="").count() >= main.count() - 1
    assert load([FILES / f"serverless-{edition}.yml"]).outcome == ImportRun.Outcome.UNCHANGED
