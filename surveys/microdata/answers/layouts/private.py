"""Whether a column of a draft looks like personal data, by the rules that loading keeps."""

import re

from surveys.microdata.answers.layouts.blocks import Column
from surveys.microdata.answers.layouts.profiles import Profile
from surveys.microdata.answers.personal import ENOUGH, HEADING, WHOLE_HEADING, looks_personal
from surveys.microdata.codebook.questions import Kind, Question

NUMBER = re.compile(r"q?[0-9]+ ?[.、:：)] ?", re.I)  # that tools put before a heading


def is_private(column: Column, text: str, question: Question, found: Profile) -> bool:
    """Whether the question that was made of the column should be ignored. A heading that only mentions an e-mail
    address is no reason where people chose between options.
    """
    headings = [column.heading, column.label, text]
    if any(WHOLE_HEADING.fullmatch(NUMBER.sub("", each, count=1).rstrip(" :：*")) for each in headings):
        return True
    if question.kind.has_options:
        return any(map(looks_personal, found.values))
    if any(HEADING.search(each) for each in headings):
        return True
    is_id = question.kind is not Kind.OPEN
    alike = sum(looks_personal(value, is_id=is_id) for value in found.values)
    return alike > 0 and alike >= ENOUGH * len(found.values)
