"""Every file in tests/files/bad has one problem: it is found, named with its place, and nothing is written."""

import pytest

from portal.loading.run import load
from tests.loading_files import BAD, load_good, stored_rows

FORMULA = "no spreadsheet takes for a formula"
SHARE = "a number from 0 to 100"
COUNT = "a whole number from 1 to 2147483647"
DATE = "a date of the calendar"
PLAIN = "a number in plain digits"
# file → line, column, text as written (or its beginning), words of what was expected
CASES = {
    "attributes-currency-of-number.csv": (2, "unit", "currency/MB", "no currency"),
    "attributes-money-without-currency.csv": (2, "unit", "million requests", "such as currency/GB-s"),
    "attributes-type-changed.csv": (2, "value_type", "boolean", "has another type"),
    "attributes-unit-of-boolean.csv": (2, "unit", "cards", "only numbers and money"),
    "categories-circle.csv": (2, "parent", "instance", "a category above this one"),
    "categories-own-parent.csv": (2, "parent", "function", "a category above this one"),
    "categories-parent-unknown.csv": (2, "parent", "instances", "for layers; nearest: instance"),
    "facts-boolean-yes.csv": (2, "value", "yes", "true or false"),
    "facts-doubled.csv": (3, "product, attribute, observed_on", "acme-functions / max_memory_mb / 2026-06", "line 2"),
    "facts-list-twice.csv": (2, "value", "python; python", "different items"),
    "facts-money-other-order.csv": (2, "value", "USD 0.20", "such as 0.20 USD"),
    "facts-money-two-points.csv": (2, "value", "0.2.0 USD", PLAIN),
    "facts-money-without-currency.csv": (2, "value", "0.20", "such as 0.20 USD"),
    "facts-number-negative.csv": (2, "value", "-1", "no negative number"),
    "facts-number-too-exact.csv": (2, "value", "1234567890.1234567", "at most 15 digits"),
    "facts-number-too-many-decimals.csv": (2, "value", "0.1234567890123", "12 decimal places"),
    "facts-number-with-unit.csv": (2, "value", "10240 MB", PLAIN),
    "facts-product-unknown.csv": (2, "product", "acme-function", "products.csv; nearest: acme-functions"),
    "facts-text-too-long.csv": (2, "value", "xxx", "at most 300 characters"),
    "facts-value-empty.csv": (2, "value", "", "found none"),
    "figures-base-fraction.csv": (2, "base_n", "1.5", COUNT),
    "figures-base-negative.csv": (2, "base_n", "-5", COUNT),
    "figures-base-too-large.csv": (2, "base_n", "2147483648", COUNT),
    "figures-base-words.csv": (2, "base_n", "n=500", COUNT),
    "figures-base-zero.csv": (2, "base_n", "0", COUNT),
    "figures-basis-unknown.csv": (2, "basis", "quotd", "quoted, derived; nearest: quoted"),
    "figures-doubled.csv": (3, "survey, wave, question, option, segment", "cloud-users / 2020", "line 2"),
    "figures-interval-beside-percent.csv": (2, "high, low, percent", "60 / 50 / 41.5", "An interval holds its share"),
    "figures-interval-half.csv": (2, "high", "", "both ends of the interval"),
    "figures-key-empty.csv": (2, "option", "", "found none"),
    "figures-key-segment-without-dimension.csv": (2, "segment", "asia", "segments.csv"),
    "figures-key-unknown-option.csv": (2, "option", "costs", "for cloud-users / concerns; nearest: cost"),
    "figures-key-unknown-question.csv": (2, "question", "concern", "for cloud-users; nearest: concerns"),
    "figures-key-unknown-segment.csv": (2, "segment", "region=asien", "nearest: region=asia"),
    "figures-key-unknown-source.csv": (2, "source", "reports", "sources.csv; nearest: report"),
    "figures-key-unknown-survey.csv": (2, "survey", "cloud-user", "nearest: cloud-users"),
    "figures-key-unknown-wave.csv": (2, "wave", "2021", "waves.csv for cloud-users; nearest: 2020"),
    "figures-percent-below-0.csv": (2, "percent", "-1", SHARE),
    "figures-percent-blank-inside.csv": (2, "percent", "4 1", SHARE),
    "figures-percent-comma.csv": (2, "percent", "41,5", SHARE),
    "figures-percent-empty.csv": (2, "percent", "", SHARE),
    "figures-percent-exponent.csv": (2, "percent", "1e3", SHARE),
    "figures-percent-full-width-digits.csv": (2, "percent", "１２", SHARE),
    "figures-percent-huge.csv": (2, "percent", "9" * 40, SHARE),
    "figures-percent-inf.csv": (2, "percent", "inf", SHARE),
    "figures-percent-minus-0.csv": (2, "percent", "-0", SHARE),
    "figures-percent-nan.csv": (2, "percent", "NaN", SHARE),
    "figures-percent-over-100.csv": (2, "percent", "100.01", SHARE),
    "figures-percent-percent-sign.csv": (2, "percent", "41.5%", SHARE),
    "figures-percent-thousands.csv": (2, "percent", "1,000", SHARE),
    "figures-percent-three-decimals.csv": (2, "percent", "41.555", SHARE),
    "figures-percent-underscore.csv": (2, "percent", "4_1", SHARE),
    "figures-percent-word.csv": (2, "percent", "many", SHARE),
    "figures-total-of-whole.csv": (2, "percent", "100.6", "at most 100.5"),
    "figures-total-over-100.csv": (3, "percent", "100.6", "at most 100.5"),
    "figures-total-with-stored.csv": (2, "percent", "100.6", "cloud-users / 2020 / stage / region=asia"),
    "figures-wording-missing.csv": (2, "question", "cloud-users / 2019 / concerns", "a row in wordings.csv"),
    "figures.xlsx": (None, "", "figures.xlsx", "a CSV file named after a dataset"),
    "figurs.csv": (None, "", "figurs.csv", "nearest: figures.csv"),
    "listings-category-unknown.csv": (2, "category", "functions", "for layers; nearest: function"),
    "listings-flag-unknown.csv": (2, "is_open_source", "maybe", "true, false or nothing"),
    "listings-removed-before-added.csv": (2, "removed", "2019", "no date before 2020-05"),
    "meters-kind-unknown.csv": (2, "kind", "calls", "base, requests, memory, vcpu, active_cpu"),
    "meters-price-of-something-else.csv": (2, "price", "max_memory_mb", "a price for this kind of meter"),
    "meters-tariff-unknown.csv": (2, "tariff", "on-demnd", "tariffs.csv for acme-functions; nearest: on-demand"),
    "options-single-not-exclusive.csv": (2, "is_exclusive", "false", "exclude each other"),
    "products-retired-before-launch.csv": (2, "retired, launched", "2019 / 2020", "before its launch"),
    "products-vendor-unknown.csv": (2, "vendor", "pine", "vendors.csv; nearest: pines"),
    "questions-code-with-hyphen.csv": (2, "code", "age-group", "single underscores"),
    "questions-flag-yes.csv": (2, "is_ordered", "yes", "true or false"),
    "questions-order-negative.csv": (2, "order", "-1", "a whole number from 0 to 32767"),
    "questions-single-with-stored-options.csv": (
        None,
        "is_exclusive",
        "cloud-users/concerns/cost",
        "exclude each other",
    ),
    "schemes-kind-unknown.csv": (2, "kind", "landscpe", "taxonomy, landscape; nearest: landscape"),
    "segments-order-fraction.csv": (2, "order", "1.5", "a whole number"),
    "sources-address-script.csv": (2, "url", "javascript:alert(1)", "valid URL"),
    "sources-kind-unknown.csv": (2, "kind", "reprot", "nearest: report"),
    "surveys-country-in-words.csv": (2, "publisher_country", "China", "two capital letters"),
    "tariffs-gigabyte-fraction.csv": (2, "gigabyte_mb", "1000.5", COUNT),
    "tariffs-rule-unknown.csv": (2, "rules", "max_memory", "some of billing_granularity_ms"),
    "terms-alias-twice.csv": (2, "aliases", "PaaS; PaaS", "different items"),
    "terms-blank-lines-only.csv": (None, "", "", "the file is empty"),
    "terms-column-doubled.csv": (1, "source", "", "once, found 2 times"),
    "terms-column-missing.csv": (1, "aliases", "", "the column is missing"),
    "terms-column-unknown.csv": (1, "defnition_en", "", "nearest: definition_en"),
    "terms-column-without-name.csv": (1, "", "", "no name"),
    "terms-control-character.csv": (2, "name_en", r"Plat\x07form", "without control characters"),
    "terms-empty.csv": (None, "", "", "the file is empty; expected a first line with the columns code,name_en"),
    "terms-encoding-gb18030.csv": (2, "", "byte 83 is 0xBC", "looks like GB18030"),
    "terms-encoding-half-a-character.csv": (2, "", "byte 151 is 0xE5", "expected UTF-8; save it"),
    "terms-encoding-latin1.csv": (2, "", "byte 73 is 0xE9", "expected UTF-8; save it"),
    "terms-encoding-utf16-without-mark.csv": (None, "", "", "looks like UTF-16"),
    "terms-encoding-utf16.csv": (None, "", "", "looks like UTF-16"),
    "terms-formula-at.csv": (2, "name_en", "@SUM(A1)", FORMULA),
    "terms-formula-dash.csv": (2, "name_en", "-", FORMULA),
    "terms-formula-equals.csv": (2, "name_en", "=HYPERLINK", FORMULA),
    "terms-formula-fullwidth.csv": (2, "name_en", "＝1", FORMULA),
    "terms-formula-minus.csv": (2, "name_en", "-SUM(A1)", FORMULA),
    "terms-formula-plus.csv": (2, "name_en", "+SUM(A1)", FORMULA),
    "terms-formula-tab.csv": (2, "name_en", r"\t=1", FORMULA),
    "terms-lost-character.csv": (2, "name_en", "Plat�form", "lost in a conversion"),
    "terms-nul.csv": (2, "", "NUL", "byte 74 is NUL"),
    "terms-quotation-mark-inside.csv": (2, "", "", "written twice"),
    "terms-quotation-mark-open.csv": (2, "", "", "unexpected end of data"),
    "terms-ragged-long.csv": (2, "", "paas,Platform", "7 cells, found 8"),
    "terms-ragged-short.csv": (2, "", "paas,Platform", "7 cells, found 6"),
    "terms-semicolons.csv": (1, "", "code;name_en", "commas, found semicolons"),
    "terms-tabs.csv": (1, "", "code\tname_en", "commas, found tabs"),
    "terms-workbook-xls.csv": (None, "", "", "this is a workbook"),
    "terms-workbook-xlsx.csv": (None, "", "", "this is a workbook"),
    "vendors-country-without-source.csv": (2, "country, country_source", "DE", "needs the source"),
    "vendors-crunchbase-taken.csv": (2, "crunchbase", "acme", "once; acme has it already"),
    "waves-date-before-start.csv": (2, "fieldwork_end", "2021-04-30", "no date before 2021-05"),
    "waves-date-full-width-digits.csv": (2, "fieldwork_start", "２０２１", DATE),
    "waves-date-month-13.csv": (2, "fieldwork_start", "2021-13", DATE),
    "waves-date-not-in-calendar.csv": (2, "fieldwork_start", "2026-02-30", DATE),
    "waves-date-other-form.csv": (2, "fieldwork_start", "30.2.2021", DATE),
    "waves-name-too-long.csv": (2, "name_en", "xxx", "at most 40 characters"),
    "waves-sample-size-word.csv": (2, "sample_size", "about 500", COUNT),
    "waves-slug-capital.csv": (2, "slug", "2021-Spring", "Write small letters"),
    "waves-slug-reserved.csv": (2, "slug", "trend", "part of other addresses"),
    "waves-slug-with-blank.csv": (2, "slug", "2021 spring", "slug"),
    "wordings-break-without-reason.csv": (2, "comparable, break_reason_en", "no", "Say why"),
    "wordings-not-published-with-figures.csv": (2, "question", "cloud-users / 2020 / concerns", "published no figures"),
}
TWO_PROBLEMS = {"categories-circle.csv", "attributes-type-changed.csv"}  # each row, or each stored fact, says it


@pytest.fixture
def _good(db):
    load_good()


@pytest.mark.usefixtures("_good")
@pytest.mark.parametrize("name", CASES)
def test_bad_file_is_refused_with_its_place(name):
    line, column, value, expected = CASES[name]
    before = stored_rows()

    run = load([BAD / name])

    found = [problem for problem in run.problems if (problem["line"], problem["column"]) == (line, column)]
    assert run.outcome == "refused"
    assert len(run.problems) == (2 if name in TWO_PROBLEMS else 1)
    assert found[0]["value"].startswith(value[:100])
    assert expected in found[0]["expected"]
    assert stored_rows() == before


def test_every_bad_file_has_its_case():
    assert {file.name for file in BAD.iterdir()} == set(CASES)
