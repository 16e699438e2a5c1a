"""An edition of a landscape in the API, as items with the keys of landscape2."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Router, Schema
from pydantic import Field, create_model

from portal.api.documents import refusals
from portal.api.envelope import Links, Meta, json_response, meta
from portal.api.links import with_parameters
from portal.api.problems import NOT_FOUND, ProblemError, Wrong, clean, shown
from portal.api.selection import refuse_parameters
from portal.labels import LANGUAGES
from portal.nearest import nearest_names
from vendors.landscapes.item_json import items_of
from vendors.landscapes.known_keys import EXTRA_KEYS, EXTRA_LISTS, SUMMARY
from vendors.models import Listing, Scheme

router = Router()


class PlaceInLandscape(Schema):
    category: str = Field(description="Category.", examples=["Serverless"])
    subcategory: str = Field(description="Subcategory.", examples=["Framework"])


class Repository(Schema):
    url: str = Field(description="Its address.", examples=["https://github.com/dapr/dapr"])
    branch: str | None = Field(None, description="Branch that is looked at.", examples=["main"])
    license: str | None = Field(None, description="Licence, where the file says it.", examples=["Apache-2.0"])
    primary: bool = Field(description="Whether it is the item's main repository.", examples=[True])


class ItemBase(Schema):
    """An item of a landscape with the keys of landscape2; what is unknown is left out. Logos are not served."""

    category: str = Field(description="Category.", examples=["App Definition and Development"])
    subcategory: str = Field(description="Subcategory.", examples=["Application Definition & Image Build"])
    id: str = Field(description="Category, subcategory and name, as landscape2 writes them.", examples=["a--b--dapr"])
    name: str = Field(description="Its name in that edition.", examples=["Dapr"])
    homepage_url: str = Field(description="Its home page; empty where the file has none.", examples=["https://dapr.io"])
    logo: Any = Field(None, description="File name of the logo in the landscape's own folder.", examples=["dapr.svg"])
    description: str | None = Field(None, description="Its description as listed then.")
    country: str | None = Field(None, description="Country of the vendor's headquarters, ISO 3166-1.", examples=["CN"])
    crunchbase_url: str | None = Field(None, description="Crunchbase address of the organisation.")
    maturity: str | None = Field(None, description="Stage of the project, as the file says.", examples=["sandbox"])
    oss: bool | None = Field(None, description="Whether its source is open; left out where unknown.")
    additional_categories: list[PlaceInLandscape] | None = Field(None, description="Second places, as the file says.")
    repositories: list[Repository] | None = Field(None, description="Its repositories, the main one first.")
    enduser: Any = Field(None, description="Whether it is an end user.")
    joined_at: Any = Field(None, description="When the member joined the foundation.", examples=["2024-05-14"])
    twitter_url: Any = Field(None, description="Account at Twitter.")
    openssf_best_practices_url: Any = Field(None, description="OpenSSF best practices badge.")
    unnamed_organization: Any = Field(None, description="Whether the organisation is not named.")


more: dict[str, Any] = {
    key: (Any, Field(None, description=f"As the file says under extra.{written}."))
    for written, key in EXTRA_KEYS.items()
    if not key.startswith(SUMMARY)
}
summary: dict[str, Any] = {
    key.removeprefix(SUMMARY): (
        list[str] | None if key in EXTRA_LISTS else Any,
        Field(None, description=f"As the file says under extra.{written}."),
    )
    for written, key in EXTRA_KEYS.items()
    if key.startswith(SUMMARY)
}
Summary = create_model("LandscapeSummary", __base__=Schema, **summary)
more["summary"] = (Summary | None, Field(None, description="What the file says for the summary table."))
LandscapeItem: Any = create_model("LandscapeItem", __base__=ItemBase, __doc__=ItemBase.__doc__, **more)


class LandscapeItems(Schema):
    data: list[LandscapeItem] = Field(description="All items of the edition, by name.")
    links: Links
    meta: Meta


@router.get(
    "/landscape/{scheme}/{edition}/items.json",
    response=LandscapeItems,
    operation_id="get_landscape_items",
    url_name="get_landscape_items",
    tags=["landscape"],
    summary="An edition of a landscape with the keys of landscape2",
    openapi_extra={"responses": refusals()},
)
def get_landscape_items(
    request: HttpRequest,
    scheme: str = Path(..., description="Code of the scheme.", example="cncf-serverless"),
    edition: str = Path(..., description="The edition.", example="2026"),
):
    """Every item of one edition; whole, because a landscape is read as a whole."""
    refuse_parameters(request.GET)
    schemes = {each.code: each for each in Scheme.objects.landscapes()}
    if scheme not in schemes:
        raise not_found("scheme", scheme, schemes)
    editions = Listing.objects.in_scheme(schemes[scheme]).editions()
    if edition not in editions:
        raise not_found("edition", edition, editions)
    rows = Listing.objects.in_edition(schemes[scheme], edition).as_in_files()
    body = {"data": items_of(rows), "links": {"self": with_parameters(request)}, "meta": meta(LANGUAGES[0])}
    return json_response(body, LANGUAGES[0])


def not_found(part: str, wanted: str, known: Any) -> ProblemError:
    wrong = Wrong(part, f"{shown(wanted)} is not known.", nearest_names(wanted, known))
    return ProblemError(NOT_FOUND, f"There is no landscape {part} {clean(wanted)}.", [wrong])
