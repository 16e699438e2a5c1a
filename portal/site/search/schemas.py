"""A search as the API sends it."""

from ninja import Schema
from pydantic import Field

from portal.api.envelope import Links, Meta


class Part(Schema):
    text: str = Field(description="A piece of the text.", examples=["AWS"])
    is_match: bool = Field(description="Whether it is what was searched for.", examples=[True])


class FoundThing(Schema):
    kind: str = Field(
        description="What it is: product, question, option, figure, fact, listing, source …", examples=["product"]
    )
    title: str = Field(description="Its name in the language asked for.", examples=["AWS Lambda"])
    preview: str = Field(description="A value or a remark, such as a share.", examples=["5%"])
    title_parts: list[Part] = Field(description="The title in pieces, those told apart that were searched for.")
    preview_parts: list[Part] = Field(description="The preview in pieces, in the same way.")
    href: str = Field(description="Its page.", examples=["https://example.org/en/products/aws-lambda"])


class KindCount(Schema):
    kind: str = Field(description="What they are.", examples=["product"])
    label: str = Field(description="The same in words.", examples=["Products"])
    count: int = Field(description="How many match, whatever kinds are asked for.", examples=[3])


class FacetValue(Schema):
    code: str = Field(description="What the parameter takes.", examples=["cncf-annual"])
    label: str = Field(description="The same in words.", examples=["CNCF annual survey"])
    count: int = Field(description="How many match, whatever is asked for of the same facet.", examples=[12])


class SearchFacets(Schema):
    survey: list[FacetValue] = Field(default=[], description="Matches by survey, the most frequent first.")
    vendor: list[FacetValue] = Field(default=[], description="Matches by vendor, the most frequent first.")
    topic: list[FacetValue] = Field(default=[], description="Matches by topic, the most frequent first.")
    year: list[FacetValue] = Field(default=[], description="Matches by year, the newest first.")


class SearchOffer(Schema):
    query: str = Field(description="Words that find something.", examples=["aws lambda"])
    count: int = Field(description="How much they find.", examples=[40])


class SearchAnswer(Schema):
    data: list[FoundThing] = Field(description="The best matches first.")
    total: int = Field(description="How many match in all.", examples=[12])
    kinds: list[KindCount] = Field(description="How many of each kind, the best kinds first.")
    facets: SearchFacets = Field(description="Values by which the matches can be narrowed.")
    suggestion: str = Field(description="Words that were searched instead, because the given ones are nowhere.")
    offers: list[SearchOffer] = Field(description="Searches that come near, where nothing is found.")
    links: Links
    meta: Meta
