"""Columns that survey tools add of themselves, and headings that say what a column is."""

import re

from surveys.microdata.codebook.questions import Kind

# Keys of respondents; other columns of the tools say when, from where and how far somebody answered.
IDS = {"respondent id", "respondentid", "responseid", "response id", "id", "respondent", "序号", "答卷编号", "编号"}
SYSTEM = {
    # SurveyMonkey
    "collector id", "collectorid", "start date", "startdate", "end date", "enddate", "ip address", "ipaddress",
    "email address", "emailaddress", "first name", "firstname", "last name", "lastname", "custom data 1",
    "customdata", "date created", "date modified", "language", "rds",
    # Qualtrics
    "status", "progress", "duration (in seconds)", "finished", "recordeddate", "recipientlastname",
    "recipientfirstname", "recipientemail", "externalreference", "locationlatitude", "locationlongitude",
    "distributionchannel", "userlanguage",
    # LimeSurvey
    "submitdate", "date submitted", "lastpage", "last page", "startlanguage", "start language", "seed", "token",
    "datestamp", "date last action", "date started", "ipaddr", "refurl", "referrer url", "interviewtime", "total time",
    # 问卷星
    "提交答卷时间", "所用时间", "来源", "来源详情", "来自ip", "总分",
}  # fmt: skip
# Of forms of office programs, whose files carry no other mark.
ALWAYS = {"timestamp", "时间戳记", "start time", "completion time", "last modified time", "ip address", "submitdate"}
WEIGHT = re.compile(r"(weights?|wt|wgt|w|权重|加权)[\s_-]?\d*", re.I)
OTHER = re.compile(r"other\b.*|.*please (specify|describe).*|(其他|其它).*", re.I | re.S)


def known_kind(heading: str, *, is_of_tool: bool) -> Kind | None:
    """ID, WEIGHT or IGNORE where the heading alone says so. `is_of_tool`: a survey tool signed the file; in others
    "language" or "status" may be a question.
    """
    name = " ".join(heading.lower().split())
    if name in IDS:
        return Kind.ID
    if name in ALWAYS or (is_of_tool and name in SYSTEM):
        return Kind.IGNORE
    return Kind.WEIGHT if WEIGHT.fullmatch(name) else None


def is_other(label: str) -> bool:
    """Whether it is the label of the line on which people write an answer of their own."""
    return OTHER.fullmatch(label.strip()) is not None
