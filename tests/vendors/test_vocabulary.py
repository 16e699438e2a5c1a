"""Words of lists: in Chinese on Chinese pages, the product's own word kept."""

import csv

import pytest
from django.conf import settings
from django.utils import translation

from vendors.vocabulary import WORDS, item_words


@pytest.mark.parametrize(
    ("item", "chinese"),
    [
        ("timer", "定时"),
        ("queue (SQS, Amazon MQ)", "消息队列（SQS, Amazon MQ）"),
        ("custom runtime (Debian 10/11/12)", "自定义运行时（Debian 10/11/12）"),
        ("Kafka (CKafka)", "Kafka (CKafka)"),
        ("Node.js 18/20", "Node.js 18/20"),
        ("topic (", "主题 ("),
        ("", ""),
    ],
)
def test_item_in_both_languages(item, chinese):
    with translation.override("en"):
        assert item_words(item) == item
    with translation.override("zh-hans"):
        assert item_words(item) == chinese


def test_every_word_stands_in_the_shipped_lists():
    with (settings.BASE_DIR / "fixtures" / "facts.csv").open(encoding="utf-8", newline="") as opened:
        heads = {item.partition(" (")[0] for row in csv.DictReader(opened) for item in row["value"].split("; ")}

    assert sorted(set(WORDS) - heads) == []
