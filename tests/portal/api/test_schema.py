"""The OpenAPI document: valid, complete, and true – schemathesis holds every answer against it."""

import json
import os
import re
from io import StringIO

import orjson
import pytest
import schemathesis
from django.conf import settings as django_settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis_settings
from openapi_spec_validator import validate
from schemathesis.config import PositiveDataAcceptanceConfig, SchemathesisConfig

from portal.api.operations import published
from portal.api.service import api

TABLES = ("crosstab", "toplines")  # made of answers of which not everything is published
CONVERTED = r"<(?:\w+:)?(\w+)>"  # a part of an address as Django writes it
# For each operation. A run draws the same ones every time, so that what fails has been changed; now and then run
# SCHEMA_EXAMPLES=100, which draws others.
EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "3"))
# A schema cannot say which names exist, nor sign a cursor, nor know the calendar: well formed, yet 400.
UNKNOWABLE = (
    "is not known.",
    "is none that this portal gave",
    "is too long.",
    "must be a date of the calendar",
    "both ways",
    "is not known here.",
    "is not one of",
    "is no rate",
    "give it once, in one direction",
    "straight to the one that you compare in",
    "day of the calendar",
    "yet to come",
    "Choose a day before",
    "At most 10 rates",
    "There is no question",
    "has no option",
    "It is given more than once",
    "stands in the filter twice",
    "At most 3 values",
    "broken down by itself",
    "There is no such parameter here.",  # f.<attribute>: which attributes there are
)


@pytest.fixture
def document(client, db) -> dict:
    return client.get("/api/v1/openapi.json").json()


def operations(document: dict):
    for path, methods in document["paths"].items():
        for operation in methods.values():
            yield path, operation


def parameters(document: dict, operation: dict):
    for parameter in operation["parameters"]:
        name = parameter.get("$ref", "").rpartition("/")[2]
        yield document["components"]["parameters"][name] if name else parameter


def test_document_is_valid_openapi_3_1(document):
    assert document["openapi"].startswith("3.1.")
    validate(document)


def test_every_parameter_is_described_with_an_example(document):
    lacking = [
        f"{path}: {parameter['name']}"
        for path, operation in operations(document)
        for parameter in parameters(document, operation)
        if not parameter.get("description") or ("example" not in parameter and parameter["name"] != "cursor")
    ]

    assert lacking == []


def test_every_key_of_every_row_is_described(document):
    lacking = [
        f"{name}.{key}"
        for name, schema in document["components"]["schemas"].items()
        for key, value in schema.get("properties", {}).items()
        if name in {resource.row.__name__ for resource in published.values()} and not value.get("description")
    ]

    assert lacking == []


def test_every_operation_says_its_refusals(document):
    for path, operation in operations(document):
        expected = {"200", "400", "405", "414"}
        expected |= {"503"} if path.endswith(".csv") else {"406"}
        expected |= {"404"} if "{" in path else set()
        expected |= {"422"} if path.rpartition("/")[2] in TABLES else set()
        assert set(operation["responses"]) == expected, path


def test_operation_ids_read_well(document):
    names = [operation["operationId"] for _, operation in operations(document)]

    assert len(names) == len(set(names))
    assert {"list_figures", "download_figures", "get_figure", "get_figure_in_segment", "get_config"} <= set(names)


def test_every_address_is_in_the_document(document):
    mounted = {"/api/v1/" + re.sub(CONVERTED, r"{\1}", str(pattern.pattern)) for pattern in api.urls[0]}

    assert set(document["paths"]) == mounted - {"/api/v1/", "/api/v1/docs", "/api/v1/openapi.json"}


def test_examples_of_filters_are_readable(client, document, db):
    """Each example is of the form that its filter reads; names in it need not exist."""
    for resource in published.values():
        for name, parameter in list(parameters_of(document, resource.name)):
            example = parameter["example"]
            text = ",".join(map(str, example)) if isinstance(example, list) else str(example)
            text = text.lower() if isinstance(example, bool) else text
            response = client.get(f"/api/v1/{resource.name}", {name: text})
            reasons = [error["detail"] for error in response.json().get("errors", [])]
            assert all(reason.endswith("is not known.") for reason in reasons), (resource.name, name, reasons)


def parameters_of(document: dict, resource: str):
    for name, parameter in document["components"]["parameters"].items():
        if name.partition(".")[0] == resource:
            yield parameter["name"], parameter


def test_examples_of_addresses_stand_in_the_shipped_data(client, document):
    call_command("load", str(django_settings.FIXTURES_DIR), verbosity=0, stdout=StringIO())

    for path, operation in operations(document):
        names = {each["name"]: each["example"] for each in parameters(document, operation) if each["in"] == "path"}
        # Chapters are written in the admin, answers of respondents are not shipped.
        if names and not {"chapters", "datasets"} & set(path.split("/")):
            assert client.get(path.format(**names)).status_code == 200, (path, names)


def test_docs_page_draws_from_our_own_files(client, db):
    response = client.get("/api/v1/docs")

    page = response.content.decode()
    assert response.status_code == 200
    assert "<script>" not in page
    assert "//cdn" not in page
    assert 'data-document="/api/v1/openapi.json"' in page


@pytest.fixture
def one_connection():
    """Requests through WSGI leave the connection of the test open, as Django's own test client sees to."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


def application(environ, start_response):
    """The API in process, with the settings of the running test."""
    return WSGIHandler()(environ, start_response)


CHECKED = schemathesis.openapi.from_dict(
    json.loads(orjson.dumps(api.get_openapi_schema(path_prefix="api/v1/"), option=orjson.OPT_NON_STR_KEYS)),
    config=SchemathesisConfig(),
)
CHECKED.app = application
CHECKED.config.phases.coverage.enabled = False
CHECKED.config.update(base_url="http://testserver")
CHECKED.config.checks.positive_data_acceptance = PositiveDataAcceptanceConfig(
    expected_statuses=["2xx", "400", "404", "422"]
)


@schemathesis.check
def refuses_only_what_a_schema_cannot_say(ctx, response, case):
    """Well-formed parameters are refused for names that do not exist, cursors and the calendar, nothing else."""
    if case.meta and case.meta.generation.mode.is_positive and response.status_code == 400:
        details = [error["detail"] for error in response.json()["errors"]]
        assert all(any(reason in detail for reason in UNKNOWABLE) for detail in details), details


@pytest.mark.usefixtures("world", "one_connection")
@CHECKED.parametrize()
@hypothesis_settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="SCHEMA_EXAMPLES" not in os.environ,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_answers_are_as_documented(case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})  # werkzeug's client does not unpack
