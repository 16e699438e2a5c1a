"""What the bench counts and prints; the bench itself is `make bench`."""

from tests.bench.client import Times
from tests.bench.report import Row, milliseconds, print_table


def test_times_by_hand():
    times = Times((0.1, 0.2)) + Times((0.6,))

    assert times.median == 0.2
    assert round(times.a_second, 6) == round(3 / 0.9, 6)


def test_p95_of_a_hundred_times():
    assert round(Times(tuple(number / 1000 for number in range(1, 101))).p95, 5) == 0.09595


def test_seconds_in_words():
    assert [milliseconds(seconds) for seconds in (0.00042, 0.25, 1.5)] == ["0.4 ms", "250.0 ms", "1.50 s"]


def test_a_table_is_aligned(capsys):
    print_table("Title", ("what", "portal", "other", "ratio", "aim"), [Row("a page", "1.0 ms", "2.0 ms", "0.50")])

    assert capsys.readouterr().out.splitlines() == [
        "",
        "Title",
        "  what    portal   other  ratio  aim",
        "  ----------------------------------",
        "  a page  1.0 ms  2.0 ms   0.50",
    ]
