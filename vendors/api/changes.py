"""What changed in the API: the changes of the page `changes`, in pages."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import override
from ninja import Router, Schema
from pydantic import Field

from portal.api.columns import nested_source, present
from portal.api.documents import refusals
from portal.api.envelope import ListLinks, Meta, json_response, meta
from portal.api.forms import lang_parameter, language_of, read_form
from portal.api.links import absolute, with_parameters
from portal.api.parameter_documents import parameter
from portal.api.schemas import CitedSource, Row, described, source_key
from portal.api.selection import DEFAULT_LIMIT, LARGEST_LIMIT
from portal.exhibits.exhibit import Exhibit
from portal.parameters import WholeNumberField
from vendors.api.cost_parameters import DAY
from vendors.filters.changes import MOST_PAGES, ChangesForm
from vendors.history.change import KINDS
from vendors.selections.changes import chosen_changes, labels_of_changes

router = Router()
NAMES = r"^[a-z0-9][a-z0-9_-]*(~[a-z0-9][a-z0-9_-]*)*$"
Value = float | bool | str | list[str] | None


class Change(Row):
    """A value documented or changed, a launch, an end, or what happened to an item of a landscape."""

    date: str = described("When, as exact as known; dated_by says what date it is.", "2020-12-01")
    dated_by: str = described(
        "source: date that the source shows; read: day on which a source without a date was read; product: date given "
        "for the product; file: day on which the landscape file changed.",
        "source",
    )
    kind: str = described("What happened.", "changed")
    product: str | None = described("Slug of the product; null for items of landscapes.", "aws-lambda")
    product_name: str | None = described("Its name.", "AWS Lambda")
    attribute: str | None = described("Code of the attribute; null where no fact changed.", "max_memory_mb")
    attribute_name: str | None = described("Its name.", "Maximum memory")
    scheme: str | None = described("Code of the landscape; null where nothing happened in one.", "cncf-serverless")
    item: str | None = described("Key of the item of the landscape.", "openfaas")
    item_name: str | None = described("Its name on that day.", "OpenFaaS")
    previous: Value = described("Value, name or category before; null where there was none.", 3008)
    value: Value = described("Value, name or category after; null where there is none.", 10240)
    unit: str | None = described("Unit of the value.", "MB")
    text: str = described("The change in words.", "AWS Lambda · Maximum memory: 3,008 MB → 10,240 MB")
    source: CitedSource = source_key("the change")


class ChangesPage(Schema):
    limit: int = Field(description="Changes on a page at most.", examples=[50])
    page: int = Field(description="Number of this page, from 1.", examples=[1])
    pages: int = Field(description="How many pages there are.", examples=[15])
    count: int = Field(description="Changes in all.", examples=[704])


class ChangesAnswer(Schema):
    data: list[Change] = Field(description="Newest first.")
    page: ChangesPage
    links: ListLinks
    meta: Meta


class ChangesQuery(ChangesForm):
    """The form of the page without what only files need, with the size of a page."""

    def __init__(self, data, **labels):
        super().__init__(data, **labels)
        for name in self.FILE_FIELDS:
            del self.fields[name]
        self.fields["limit"] = WholeNumberField(required=False, min_value=1, max_value=LARGEST_LIMIT)
        self.fields["page"] = WholeNumberField(required=False, min_value=1, max_value=MOST_PAGES)


def read_query(given: QueryDict) -> ChangesQuery:
    return ChangesQuery.read(given, **labels_of_changes())


def parameters() -> list[dict[str, Any]]:
    day, names = {"type": "string", "pattern": DAY}, {"type": "string", "pattern": NAMES}
    kinds = {"type": "string", "enum": [kind.value for kind in KINDS]}
    size = {"type": "integer", "minimum": 1, "maximum": LARGEST_LIMIT, "default": DEFAULT_LIMIT}
    page = {"type": "integer", "minimum": 1, "maximum": MOST_PAGES, "default": 1}
    return [
        parameter("from", "Only changes after this day; each fact once, from its value then.", day, "2020-01-01"),
        parameter("to", "Only changes until this day.", day, "2024-12-28"),
        parameter("kind", "Only changes of this kind; several separated by ~.", kinds, "changed"),
        parameter("product", "Only changes of these products, separated by ~.", names, "aws-lambda"),
        parameter("attribute", "Only changes of facts about these attributes, separated by ~.", names, "max_memory_mb"),
        parameter("scheme", "Only changes in these landscapes, separated by ~.", names, "cncf-serverless"),
        parameter("limit", "Changes on a page.", size, 100),
        parameter("page", "Number of the page.", page, 2),
        lang_parameter(),
    ]


@router.get(
    "/changes",
    response=ChangesAnswer,
    operation_id="list_changes",
    url_name="list_changes",
    tags=["changes"],
    summary="What changed, newest first",
    openapi_extra={"parameters": parameters(), "responses": refusals(without=(404,))},
)
def list_changes(request: HttpRequest):
    """Values documented and changed, launches and ends of products, and what happened in landscapes."""
    language = language_of(request.GET)
    form = read_form(request, read_query)
    with override(language):
        exhibit = chosen_changes(form, form.query("limit", "page"))
    limit, number = form.values["limit"] or DEFAULT_LIMIT, form.values["page"] or 1
    pages = max(1, -(-len(exhibit.frame) // limit))
    body = {
        "data": [change_entry(row, exhibit) for row in exhibit.rows[(number - 1) * limit : number * limit]],
        "page": {"limit": limit, "page": number, "pages": pages, "count": len(exhibit.frame)},
        "links": {
            "self": with_parameters(request),
            "next": with_parameters(request, page=str(number + 1)) if number < pages else None,
            "csv": absolute(request, exhibit.href(".csv")),
        },
        "meta": meta(language),
    }
    return json_response(body, language)


def change_entry(row: dict, exhibit: Exhibit) -> dict[str, Any]:
    citation = exhibit.citations[exhibit.citation_numbers[row["source"]] - 1]
    names = {f"{key}_name": present(row[exhibit.column(key).shown_column(exhibit.language)]) for key in KEYS}
    return {
        "date": row["date"],
        "dated_by": row["dated_by"],
        "kind": row["kind"],
        **{key: present(row[key]) for key in (*KEYS, "scheme")},
        **names,
        "item": present(row["item_key"]),
        "item_name": present(row["item"]),
        "previous": row["previous"],
        "value": row["value"],
        "unit": present(row["unit"]),
        "text": row["what"],
        "source": nested_source(
            citation.code, citation.title, citation.url, citation.standing, citation.publisher, citation.published
        ),
    }


KEYS = ("product", "attribute")
