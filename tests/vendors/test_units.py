"""Words for every unit of the shipped attributes, in both languages."""

import csv

import pytest
from django.conf import settings
from django.utils import translation

from vendors.units import unit_words

# unit → many in English, one in English, Chinese; money in CNY
WORDS = {
    "%": ("%", "%", "%"),
    "GB-s/month": ("GB-seconds per month", "GB-second per month", "GB-秒/月"),
    "KB": ("KB", "KB", "KB"),
    "MB": ("MB", "MB", "MB"),
    "branches": ("branches", "branch", "个分支"),
    "buses": ("buses", "bus", "条总线"),
    "cards": ("cards", "card", "张卡"),
    "containers": ("containers", "container", "个容器"),
    "currency/GB-h": ("CNY per GB-hour", "CNY per GB-hour", "CNY/GB-小时"),
    "currency/GB-s": ("CNY per GB-second", "CNY per GB-second", "CNY/GB-秒"),
    "currency/million events": ("CNY per million events", "CNY per million events", "CNY/百万个事件"),
    "currency/million ms": ("CNY per million ms", "CNY per million ms", "CNY/百万毫秒"),
    "currency/million requests": ("CNY per million requests", "CNY per million requests", "CNY/百万次请求"),
    "currency/million transitions": (
        "CNY per million transitions",
        "CNY per million transitions",
        "CNY/百万次状态转换",
    ),
    "currency/month": ("CNY per month", "CNY per month", "CNY/月"),
    "currency/vCPU-h": ("CNY per vCPU-hour", "CNY per vCPU-hour", "CNY/vCPU-小时"),
    "currency/vCPU-s": ("CNY per vCPU-second", "CNY per vCPU-second", "CNY/vCPU-秒"),
    "days": ("days", "day", "天"),
    "events": ("events", "event", "个事件"),
    "events/s": ("events per second", "event per second", "个事件/秒"),
    "executions": ("executions", "execution", "次执行"),
    "instances": ("instances", "instance", "个实例"),
    "ms": ("ms", "ms", "毫秒"),
    "regions": ("regions", "region", "个地域"),
    "requests": ("requests", "request", "个请求"),
    "requests/month": ("requests per month", "request per month", "次请求/月"),
    "resources": ("resources", "resource", "个资源"),
    "rules": ("rules", "rule", "条规则"),
    "s": ("s", "s", "秒"),
    "steps": ("steps", "step", "个步骤"),
    "targets": ("targets", "target", "个目标"),
    "transitions/month": ("transitions per month", "transition per month", "次状态转换/月"),
    "triggers": ("triggers", "trigger", "个触发器"),
    "vCPU": ("vCPU", "vCPU", "vCPU"),
    "vCPU-s/month": ("vCPU-seconds per month", "vCPU-second per month", "vCPU-秒/月"),
}


@pytest.mark.parametrize("unit", WORDS)
def test_unit_in_both_languages(unit):
    many, one, chinese = WORDS[unit]

    with translation.override("en"):
        assert (unit_words(unit, currency="CNY"), unit_words(unit, number=1, currency="CNY")) == (many, one)
    with translation.override("zh-hans"):
        assert (unit_words(unit, currency="CNY"), unit_words(unit, number=1, currency="CNY")) == (chinese, chinese)


def test_every_unit_of_the_attributes_has_words():
    with (settings.BASE_DIR / "fixtures" / "attributes.csv").open(encoding="utf-8", newline="") as opened:
        units = {row["unit"] for row in csv.DictReader(opened)} - {""}

    assert units == set(WORDS)


def test_fraction_is_of_many():
    with translation.override("en"):
        assert unit_words("GB-s/month", number=0.5) == "GB-seconds per month"


def test_currency_that_is_not_known_yet():
    with translation.override("en"):
        assert unit_words("currency/GB-s") == "currency per GB-second"
