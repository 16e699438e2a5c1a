"""Pages, files and the API of the cost of a workload: what they show, and what they refuse."""

import csv
import io

import pytest

USUAL = "requests=3000000&ms=120&mb=1536"
PAGES = ("cost", "cost/over-requests", "cost/break-even")
SUFFIXES = (".csv", ".xlsx", ".json", ".md", ".zip", ".pptx", ".txt", ".ipynb")

pytestmark = pytest.mark.usefixtures("shipped")


def rows_of(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(response.content.decode())))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pages_answer_in_both_languages(client, language, django_assert_max_num_queries):
    for address in PAGES:
        with django_assert_max_num_queries(12):
            response = client.get(f"/{language}/{address}?{USUAL}")
        page = response.content.decode()
        assert response.status_code == 200
        assert page.count("<h1") == 1
        assert ("工作负载" in page or "费用" in page) == (language == "zh-hans")


def test_every_file_of_every_page(client):
    for address in PAGES:
        for suffix in SUFFIXES:
            response = client.get(f"/en/{address}{suffix}?{USUAL}")
            assert response.status_code == 200, (address, suffix)
            assert response.content
    assert client.get(f"/en/cost/over-requests.svg?{USUAL}").content.startswith(b"<svg")


def test_the_table_ranks_whole_costs_within_their_currency(client):
    rows = rows_of(client.get(f"/en/cost.csv?{USUAL}"))

    whole = [(row["compared_currency"], row["rank"], row["product"], row["total"]) for row in rows if row["rank"]]
    assert whole == [
        ("CNY", "1", "huawei-functiongraph", "18.2112"),
        ("CNY", "1", "tencent-scf", "18.2112"),
        ("CNY", "3", "volcengine-vefaas", "44.148"),
        ("USD", "1", "azure-functions", "2.64"),
        ("USD", "2", "aws-lambda", "2.7338"),
    ]
    partial = {row["product"]: row for row in rows if row["state"] == "partial"}
    assert partial["alibaba-fc"]["total"] == ""
    assert partial["alibaba-fc"]["known_part"] == "2.07"
    assert "vCPU" in partial["alibaba-fc"]["missing"]


def test_parts_add_up_to_the_total(client):
    for row in rows_of(client.get(f"/en/cost.csv?{USUAL}&vcpu=1&cpu_ms=10")):
        parts = sum(float(row[key] or 0) for key in ("requests_cost", "compute_cost", "allowance", "base_fee"))
        if row["total"]:
            assert parts == pytest.approx(float(row["total"]), abs=1e-8)


def test_a_rate_of_the_reader_ranks_two_currencies_together(client):
    response = client.get(f"/en/cost.csv?{USUAL}&rate=CNY:USD:0.1:2026-11-01")

    whole = [row for row in rows_of(response) if row["rank"]]
    # 18.2112 CNY are 1.82112 USD, 44.148 are 4.4148
    assert [(row["rank"], row["product"], row["compared_total"], row["currency"]) for row in whole] == [
        ("1", "huawei-functiongraph", "1.82112", "CNY"),
        ("1", "tencent-scf", "1.82112", "CNY"),
        ("3", "azure-functions", "2.64", "USD"),
        ("4", "aws-lambda", "2.7338", "USD"),
        ("5", "volcengine-vefaas", "4.4148", "CNY"),
    ]
    assert {row["compared_currency"] for row in whole} == {"USD"}
    assert "on 2026-11-01" in whole[0]["rate"]
    page = client.get(f"/en/cost?{USUAL}&rate=CNY:USD:0.1:2026-11-01").content.decode()
    assert "1 CNY = 0.1 USD on 2026-11-01" in page


def test_break_even_points_are_a_table(client):
    rows = rows_of(client.get("/en/cost/break-even.csv?ms=120&mb=512&products=azure-functions~digitalocean-functions"))

    late = [row for row in rows if int(row["requests"]) > 10**7]
    assert [(row["requests"], row["cheaper_before"], row["cheaper_from"], row["leads"]) for row in late] == [
        ("98700001", "azure-functions/consumption", "digitalocean-functions/standard", "yes")
    ]


def test_the_curve_has_the_cost_of_the_workload_itself(client):
    response = client.get(f"/en/cost/over-requests.csv?{USUAL}&currency=USD&products=aws-lambda")

    assert {"requests": "3000000", "cost": "2.7338"}.items() <= next(
        row.items() for row in rows_of(response) if row["requests"] == "3000000"
    )


def test_the_page_says_what_is_missing_product_by_product(client):
    page = client.get(f"/en/cost?{USUAL}").content.decode()

    assert "No source gives this price: Price per GB-second." in page
    assert "vCPU time is billed apart" in page
    assert "It needs 1,536 MB; the maximum is 1,024 MB." in page
    assert '"/en/products/aws-lambda/price_per_gb_second"' in page


def test_facts_are_those_known_on_a_day(client):
    response = client.get(f"/en/cost.csv?{USUAL}&as_of=2024-08-01&products=huawei-functiongraph~volcengine-vefaas")

    # Huawei's prices are of 2024-09, Volcengine's of 2024-06
    assert {row["product"]: row["total"] for row in rows_of(response)} == {
        "huawei-functiongraph": "",
        "volcengine-vefaas": "44.148",
    }


def test_without_parameters_it_is_a_small_api_and_defaults_leave_the_address(client):
    plain, said = client.get("/en/cost.json").json(), client.get("/en/cost.json?requests=3000000&ms=120&mb=512").json()

    assert plain["rows"] == said["rows"]
    assert plain["exhibit"]["address"] == said["exhibit"]["address"]


WRONG = [
    "requests=-1",
    "requests=1e6",
    "requests=1_000",
    "requests=３",
    "requests=1.5",
    "requests=007",
    "requests=1000000000001",
    "requests=many",
    "requests=%00",
    "ms=0",
    "ms=2678400001",
    "mb=0",
    "mb=NaN",
    "vcpu=0",
    "vcpu=inf",
    "vcpu=1025",
    "cpu_ms=-0.1",
    "cpu_ms=0.1234567",
    "arch=risc",
    "free=yes",
    "products=aws-lamda",
    "products=aws-step-functions",
    "currency=EUR",
    "currency=usd",
    "rate=CNY:USD:0.14",
    "rate=CNY:USD:0:2026-11-01",
    "rate=CNY:CNY:1:2026-11-01",
    "rate=CNY:USD:0.14:2026-02-30",
    "rate=CNY:USD:0.14:2026-11-01~USD:EUR:0.9:2026-11-01",
    "as_of=2026-02-30",
    "as_of=yesterday",
    "colour=red",
    "requests=1&requests=2",
    "requests=<script>",
]


def test_wrong_parameters_are_refused_everywhere(client):
    for address in ("/en/cost", "/zh-hans/cost/over-requests", "/en/cost/break-even.csv", "/en/cost.png"):
        for query in WRONG:
            if query == "requests=1&requests=2" and "break" not in address:
                continue  # pages join what a form repeats, and refuse it then
            response = client.get(f"{address}?{query}", follow=True)
            assert response.status_code == 400, (address, query)
            assert "<script>alert" not in response.content.decode()


def test_the_api_refuses_them_too_and_names_what_comes_near(client):
    for query in [*WRONG, "requests=", "lang=de", "labels=code", "excel=1"]:
        response = client.get(f"/api/v1/cost?{query}")
        assert response.status_code == 400, query
        assert response["Content-Type"] == "application/problem+json"
        assert response["Access-Control-Allow-Origin"] == "*"
    errors = client.get("/api/v1/cost?products=aws-lamda").json()["errors"]
    assert [(error["parameter"], error["nearest"][0]) for error in errors] == [("products", "aws-lambda")]


def test_the_api_answers_the_numbers_of_the_page(client):
    answer = client.get(f"/api/v1/cost?{USUAL}&products=aws-lambda~alibaba-fc").json()

    assert answer["data"]["workload"]["free"] is True
    whole, partial = answer["data"]["costs"]
    assert (whole["product"], whole["tariff"], whole["state"], whole["rank"]) == (
        "aws-lambda",
        "on-demand",
        "complete",
        1,
    )
    assert (whole["total"], whole["currency"]) == (2.7338, "USD")
    assert whole["split"] == {"requests": 0.6, "compute": 9.0018, "allowance": -6.868, "base": None}
    assert [line["cost"] for line in whole["lines"]] == [0.4, 2.3338]
    assert whole["inputs"][0]["source"]["title"]
    assert whole["inputs"][0]["value"] == 0.2
    assert (partial["product"], partial["state"], partial["total"], partial["rank"]) == (
        "alibaba-fc",
        "partial",
        None,
        None,
    )
    assert partial["known_part"] == 2.07
    assert partial["missing"] == [
        {
            "kind": "input",
            "name": "vcpu",
            "detail": "vCPU time is billed apart: say how many vCPU an instance has.",
        }
    ]


def test_the_api_speaks_chinese_and_lists_break_even_points(client):
    query = "ms=120&mb=512&products=azure-functions~digitalocean-functions&lang=zh-hans"
    answer = client.get(f"/api/v1/cost?{query}").json()

    assert answer["meta"]["lang"] == "zh-hans"
    assert "免费" in answer["data"]["costs"][0]["formula"]
    assert answer["data"]["break_even"][-1] == {
        "requests": 98700001,
        "after": "digitalocean-functions/standard",
        "before": "azure-functions/consumption",
        "cost": 107.89200111,  # 98,700,001 × 0.00000111 − 1.665 = 109.55700111 − 1.665
        "currency": "USD",
        "leads": True,
    }
