"""Rows of surveys, waves, questions and figures as the API sends them."""

from portal.api.schemas import CitedSource, Row, chosen, described, source_key
from surveys import models


class Survey(Row):
    """A series of surveys by one publisher; usage data and reviews of documents stand here too."""

    slug: str = described("Slug of the survey.", "cncf-annual")
    name: str = described("Its name.", "CNCF Cloud Native Survey")
    kind: str = chosen(models.Survey.Kind, "Survey, usage data or review of documents.", "survey")
    publisher: str = described("Who publishes it.", "Cloud Native Computing Foundation")
    publisher_country: str | None = described("Country of the publisher, ISO 3166-1.", "US")


class Wave(Row):
    """One fieldwork of a survey: who was asked, when, how many and how."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    survey_name: str = described("Name of the survey.", "CNCF Cloud Native Survey")
    slug: str = described("Slug of the wave in its survey; slugs sort as time does.", "2021-part2")
    name: str = described("Its name.", "2021, part 2")
    fieldwork_start: str | None = described("Begin of fieldwork, as exact as known.", "2021-08")
    fieldwork_end: str | None = described("End of fieldwork.", "2021-11")
    sample_size: int | None = described("People who answered; null where not published.", 1527, unit="people")
    population: str | None = described("Who was asked.", "CNCF community")
    geography: str | None = described("Where.", "worldwide")
    mode: str | None = described("How.", "online")
    source: CitedSource = source_key("the wave")


class Question(Row):
    """What a survey asks, the same over its waves."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    survey_name: str = described("Name of the survey.", "CNCF Cloud Native Survey")
    code: str = described("Code of the question in its survey.", "serverless_approach")
    name: str = described("Its subject.", "Hosted or installable serverless")
    kind: str = chosen(models.Question.Kind, "How it is answered.", "single")
    topic: str = chosen(models.Question.Topic, "Topic.", "practice")
    order: int = described("Its place in the survey.", 3)
    is_ordered: bool = described("Whether its options have an order of their own, as stages do.", False)


class Wording(Row):
    """A question as one wave asked it."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    wave: str = described("Slug of the wave.", "2021-part2")
    wave_name: str = described("Name of the wave.", "2021, part 2")
    question: str = described("Code of the question.", "serverless_approach")
    question_name: str = described("Subject of the question.", "Hosted or installable serverless")
    text: str | None = described(
        "The words as asked; null where not published.", "How is your organization using serverless technology?"
    )
    asked: str | None = described("Who was asked, or what the base is.", "Those who answered the question")
    is_published: bool = described("False where the wave asked but published no number.", True)
    is_whole: bool = described("Whether the shares are parts of a whole.", True)
    comparable: str = chosen(models.Wording.Comparable, "Whether answers compare with the wave before.", "yes")
    break_reason: str | None = described("Why they do not compare.", "Another base")
    note: str | None = described("What to know about the question in this wave.", "Read off a chart")
    page: str | None = described("Page of the source.", "sheet Question 12")
    source: CitedSource = source_key("the wording")


class Option(Row):
    """An answer that a question offers."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    question: str = described("Code of the question.", "serverless_hosted_platform")
    question_name: str = described("Subject of the question.", "Hosted serverless platforms used")
    code: str = described("Code of the option in its question.", "aws_lambda")
    name: str = described("Its words.", "AWS Lambda")
    order: int = described("Its place in the question.", 1)
    is_exclusive: bool = described("Whether it cannot be chosen together with others.", False)
    product: str | None = described("Slug of the product it names, where it names one.", "aws-lambda")


class Segment(Row):
    """A part of a sample, such as a region; figures without one speak of the whole sample."""

    dimension: str = described("Code of the dimension.", "region")
    dimension_name: str = described("Name of the dimension.", "Region")
    code: str = described("Code of the segment in its dimension.", "africa")
    name: str = described("Its name.", "Africa")
    order: int = described("Its place in the dimension.", 1)


class Figure(Row):
    """A percentage as published, with base and interval where those were published."""

    survey: str = described("Slug of the survey.", "cncf-annual")
    survey_label: str = described("Name of the survey.", "CNCF Cloud Native Survey")
    wave: str = described("Slug of the wave.", "2021-part2")
    wave_label: str = described("Name of the wave.", "2021, part 2")
    question: str = described("Code of the question.", "serverless_approach")
    question_label: str = described("Subject of the question.", "Hosted or installable serverless")
    topic: str = chosen(models.Question.Topic, "Topic of the question.", "practice")
    option: str = described("Code of the option.", "hosted")
    option_label: str = described("Words of the option.", "Hosted platform")
    product: str | None = described("Slug of the product that the option names.", "aws-lambda")
    dimension: str | None = described("Code of the segment's dimension; null for the whole sample.", "region")
    segment: str | None = described("Code of the segment; null for the whole sample.", "africa")
    segment_label: str | None = described("Name of the segment.", "Africa")
    value: float = described("The share as published, in per cent.", 76.92, unit="%")
    unit: str = described("Unit of the value.", "%")
    base_n: int | None = described("Answers the share is of; null where not published.", 26, unit="people")
    ci_low: float | None = described("Lower end of the published interval.", 75.0, unit="%")
    ci_high: float | None = described("Upper end of the published interval.", 78.8, unit="%")
    note: str | None = described("What to know about the figure.", "Read off a chart")
    page: str | None = described("Page of the source.", "sheet Question 12")
    basis: str = chosen(models.Figure.Basis, "Quoted from the source, or derived from it.", "quoted")
    source: CitedSource = source_key("the figure")
    address: str = described(
        "Path of the number's own page, without language: /en/ or /zh-hans/ goes before it, .txt or .json behind.",
        "n/cncf-annual/2021-part2/serverless_approach/hosted/region/africa",
    )
