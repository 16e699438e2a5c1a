"""What the code of an option tells: a stage of adoption, or an answer that stands apart such as “other”.

Codes are those of the data, shared by all surveys; a new survey that uses them is drawn and worded right at once.
"""

from collections.abc import Sequence

USING, TRYING, NONE, UNKNOWN = "using", "trying", "none", "unknown"
STAGES = {
    **dict.fromkeys(("production", "production_most", "production_few", "using", "in_use", "test", "pilot"), USING),
    **dict.fromkeys(("study", "research", "learning", "evaluating", "considering", "planning", "interested"), TRYING),
    **dict.fromkeys(("not_using", "no", "none", "never"), NONE),
    **dict.fromkeys(("dk", "dont_know", "not_sure", "unknown"), UNKNOWN),
}
# Answers that never lead a ranking, beside the stages of not using and not knowing.
APART = {"other", "others", "na", "not_applicable", "no_answer", "none_of_these"}
TESTING = {"test", "pilot"}
TONES = {USING: ("using-0", "using-1"), TRYING: ("trying-0", "trying-1"), NONE: ("none",), UNKNOWN: ("muted",)}


def is_apart(code: str) -> bool:
    """Whether an option stands last and grey: other, none, do not know."""
    return code in APART or code.startswith("other_") or STAGES.get(code) in (NONE, UNKNOWN)


def stages_of(codes: Sequence[str]) -> dict[str, str]:
    """{code: stage} where all options are stages and at least two kinds of stage are there; otherwise empty."""
    found = {code: STAGES[code] for code in codes if code in STAGES}
    kinds = set(found.values()) - {UNKNOWN}
    is_staged = len(found) == len(codes) and len(kinds) > 1 and bool(kinds & {USING, TRYING})
    return found if is_staged else {}


def tones_of(stages: dict[str, str]) -> dict[str, str]:
    """{code: palette role}: the further on, the stronger."""
    seen: dict[str, int] = {}
    tones = {}
    for code, stage in stages.items():
        place = seen.get(stage, 0)
        seen[stage] = place + 1
        tones[code] = TONES[stage][min(place, len(TONES[stage]) - 1)]
    return tones
