"""Chinese that is nowhere becomes the known piece that shares most of its characters."""

import pytest

from portal.site.search.chinese import Runs, pieces_of

KNOWN = {"函数计算", "无服务器架构", "冷启动", "函数", "云函数"}
RUNS = Runs(dict.fromkeys(KNOWN, 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("函数记算", ["函数计算"], id="one character is wrong"),
        pytest.param("无服务气", ["无服务器"], id="a piece of a longer run"),
        pytest.param("启冷动", ["冷启动"], id="characters changed places"),
        pytest.param("函书", ["函数"], id="half of two characters"),
        pytest.param("数据库表", [], id="too little is shared"),
        pytest.param("冷藏室内", [], id="one of four"),
    ],
)
def test_near(typed, meant):
    assert RUNS.near(typed) == meant


def test_the_more_common_of_two_equally_near_runs_comes_first():
    assert Runs({"云原生": 1, "云计算": 3}).near("云计生", 2) == ["云计算", "云原生"]


def test_runs_are_taken_apart_at_what_is_held():
    assert list(pieces_of("阿里云函数计算", {"阿里云", "函数", "函数计算"}.__contains__)) == ["阿里云", "函数计算"]
    assert list(pieces_of("云函数甲", {"云函数"}.__contains__)) == ["云函数", "甲"]
