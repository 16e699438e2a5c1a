"""Two chapters to print, the first with an exhibit that is there, one that is gone, and everything text can hold.

surveys/users/2020/use   yes 40.5, no 30 (source "report"), drawn as bars
"""

import pytest
from django.core.cache import cache

from tests import factories as make

USE, GONE = "surveys/users/2020/use", "surveys/users/1990/use"
ENGLISH = f"""\
Servers **exist**, see [the other](page:report/outlook), [all products](page:products) and [this](term:server).[^1]

## How it is used

![Who uses it](exhibit:{USE})

![Who used it](exhibit:{GONE})

- Nothing to *run*
- Nothing to pay

| thing | count |
| --- | ---: |
| servers | 12 |

### A detail

Text.[^1]

[^1]: [source](source:report), p. 7
"""
CHINESE = f"""\
服务器**仍然存在**，见[另一章](page:report/outlook)。[^1]

## 使用情况

![谁在使用](exhibit:{USE})

- 无需*运维*

[^1]: [source](source:report)，第 7 页
"""


@pytest.fixture
def chapters(db, settings) -> None:
    settings.PUBLIC_URL = "https://portal.example"
    cache.clear()  # files of other tests, whose data have the same version
    report = make.make_source(
        code="report",
        title="Report on functions",
        publisher="An Institute",
        published="2021",
        url="https://report.example",
    )
    survey = make.make_survey(slug="users", name_en="Users", name_zh="用户调查")
    wave = make.make_wave(survey=survey, slug="2020", name_en="2020", name_zh="2020 年", source=report)
    question = make.make_question(survey=survey, code="use", name_en="Use", name_zh="使用情况", kind="single")
    make.make_wording(question=question, wave=wave, source=report)
    for order, (code, name, percent) in enumerate((("yes", "Yes", "40.5"), ("no", "No", "30"))):
        option = make.make_option(question=question, code=code, name_en=name, name_zh=f"{name} 中文", order=order)
        make.make_figure(option=option, wave=wave, percent=percent, source=report)
    make.make_chapter(
        slug="use",
        number="1.1",
        order=1,
        title_en="Functions in use",
        title_zh="函数的使用",
        summary_en="Who runs functions.",
        summary_zh="谁在运行函数。",
        body_en=ENGLISH,
        body_zh=CHINESE,
    )
    make.make_chapter(
        slug="outlook", order=2, title_en="Outlook", title_zh="展望", body_en="## What comes\n\nMore.", body_zh="更多。"
    )
    make.make_chapter(slug="draft", order=3, title_en="Draft", published=False)
