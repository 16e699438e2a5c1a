"""Chinese words as they were perhaps meant: known ones that share most characters, and runs taken apart."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from operator import eq

LONGEST_RUN, LONGEST_PIECE = 24, 8  # characters of Chinese that are taken apart, and of a part
LEAST_SHARED = 0.6  # of the characters, for a word to be taken for another
MOST_COMPARED = 200  # known runs


class Runs:
    """Finds pieces of known runs of Chinese that differ from a wanted one by a character or two."""

    def __init__(self, counts: Mapping[str, int]):
        """`counts` says how often each known run stands somewhere."""
        self.counts = counts
        self.holders: dict[str, list[str]] = defaultdict(list)
        for run in counts:
            for character in set(run):
                self.holders[character].append(run)

    def near(self, wanted: str, most: int = 1) -> list[str]:
        """Pieces as long as `wanted`, those first that share most of its characters in most of its places."""
        shared = Counter(run for character in set(wanted) for run in self.holders.get(character, ()))
        scored: dict[str, tuple[int, int, int]] = {}
        for run, _count in shared.most_common(MOST_COMPARED):
            piece, in_place, in_all = best_piece(run, wanted)
            if piece != wanted and in_all >= max(1, LEAST_SHARED * len(wanted)) or is_half_of_two(wanted, in_place):
                scored[piece] = max(scored.get(piece, (0, 0, 0)), (in_all, in_place, self.counts[run]))
        return sorted(scored, key=lambda piece: (scored[piece], piece), reverse=True)[:most]


def is_half_of_two(wanted: str, in_place: int) -> bool:
    """Words of two characters have no majority: one in its place is enough."""
    return len(wanted) == 2 and in_place == 1


def best_piece(run: str, wanted: str) -> tuple[str, int, int]:
    """(piece of the run, characters in their places, characters in all) for the piece most like `wanted`."""
    size = len(wanted)
    pieces = [run[start : start + size] for start in range(max(1, len(run) - size + 1))]
    characters = Counter(wanted)
    scored = [(likeness(piece, wanted, characters), -start, piece) for start, piece in enumerate(pieces)]
    (in_all, in_place), _start, piece = max(scored)
    return piece, in_place, in_all


def likeness(piece: str, wanted: str, characters: Mapping[str, int]) -> tuple[int, int]:
    """(characters in all, characters in their places) that two pieces share; `characters` counts those wanted."""
    in_all = sum(min(piece.count(character), count) for character, count in characters.items())
    return in_all, sum(map(eq, piece, wanted))


def pieces_of(run: str, holds: Callable[[str], bool]) -> Iterator[str]:
    """The longest pieces, of two characters or more, that are held; what is left over comes last."""
    while run:
        ends = range(min(len(run), LONGEST_PIECE), 1, -1)
        piece = next((run[:end] for end in ends if holds(run[:end])), "")
        if not piece:
            yield run
            return
        yield piece
        run = run[len(piece) :]
