"""How answers are kept as numbers: the one place that knows codes, masks and their widths.

single, scale   int8, int16 above 126 options: the place of the option, -1 for no answer
multiple        masks of bits, the lowest the first option; the top bit says that the question was asked;
                uint16, uint32 or uint64, and several uint64 above 63 options, each with its top bit
numeric         float64, NaN for no answer
weight          float64
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from surveys.microdata.codebook.questions import Kind, Question

MISSING = -1
MOST_SMALL = 126  # options that an int8 holds
WIDTHS = {16: np.uint16, 32: np.uint32, 64: np.uint64}  # bits of a mask → its type


def code_type(options: int) -> type:
    return np.int8 if options <= MOST_SMALL else np.int16


def mask_width(options: int) -> int:
    """Bits of a mask that holds so many options and the bit that says asked."""
    return next((width for width in WIDTHS if options < width), 64)


def mask_spans(options: int) -> list[tuple[int, int]]:
    """(first, one behind the last) place of the options in each mask."""
    room = mask_width(options) - 1
    return [(start, min(start + room, options)) for start in range(0, options, room)]


def masks_of(chosen: np.ndarray, asked: np.ndarray) -> list[np.ndarray]:
    """The masks of a multiple-response question: `chosen` is (n, options) of bool, `asked` is (n,) of bool."""
    options = chosen.shape[1]
    width = mask_width(options)
    kind: Any = WIDTHS[width]
    top = kind(1) << kind(width - 1)
    masks = []
    for start, end in mask_spans(options):
        mask = np.where(asked, top, kind(0)).astype(kind)
        for bit, place in enumerate(range(start, end)):
            mask |= np.where(chosen[:, place] & asked, kind(1) << kind(bit), kind(0)).astype(kind)
        masks.append(mask)
    return masks


def file_names(question: Question) -> list[str]:
    """Names of the stored columns of a question, without ending."""
    if question.kind is Kind.MULTIPLE:
        count = len(mask_spans(len(question.options)))
        return [question.code] if count == 1 else [f"{question.code}.{number}" for number in range(count)]
    return [question.code]


def checked(question: Question, columns: Sequence[np.ndarray], respondents: int) -> None:
    """ValueError where columns are not as this module says."""
    for column in columns:
        if column.shape != (respondents,):
            raise ValueError(f"{question.code}: a column of shape {column.shape}, expected ({respondents},)")
    if question.kind in (Kind.SINGLE, Kind.SCALE):
        wanted: type = code_type(len(question.options))
    elif question.kind is Kind.MULTIPLE:
        wanted = WIDTHS[mask_width(len(question.options))]
    else:
        wanted = np.float64
    if any(column.dtype != wanted for column in columns) or len(columns) != len(file_names(question)):
        raise ValueError(f"{question.code}: columns of {[c.dtype.name for c in columns]}, expected {wanted.__name__}")
