"""Words of requirements and of facts made alike: as in the search, but C++ and C# are not C."""

from portal.site.search.folding import fold

SIGNS = str.maketrans({"+": "plus", "＋": "plus", "#": "sharp", "＃": "sharp"})


def alike(text: str) -> str:
    """Width, case and punctuation do not count; empty where there is nothing else."""
    return fold(text.translate(SIGNS))
