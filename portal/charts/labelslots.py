"""Moves labels apart that want the same place, as little as possible."""


def spread(wanted: list[float], heights: list[float], top: float, bottom: float) -> list[float]:
    """Middles of labels, in order from top to bottom, that do not overlap.

    Labels that touch form a block around the mean of their wishes; blocks that touch are joined.
    """
    blocks: list[list[int]] = []
    for index in range(len(wanted)):
        blocks.append([index])
        while len(blocks) > 1 and _end(blocks[-2], wanted, heights, top, bottom) > _start(
            blocks[-1], wanted, heights, top, bottom
        ):
            lower = blocks.pop()
            blocks[-1] += lower
    middles = []
    for block in blocks:
        start = _start(block, wanted, heights, top, bottom)
        for index in block:
            middles.append(start + heights[index] / 2)
            start += heights[index]
    return middles


def _start(block, wanted, heights, top: float, bottom: float) -> float:
    """Upper edge of a block that lies as near to its wishes as the room allows."""
    offset, offsets = 0.0, []
    for index in block:
        offsets.append(wanted[index] - offset - heights[index] / 2)
        offset += heights[index]
    return max(min(sum(offsets) / len(offsets), bottom - offset), top)


def _end(block, wanted, heights, top: float, bottom: float) -> float:
    return _start(block, wanted, heights, top, bottom) + sum(heights[index] for index in block)
