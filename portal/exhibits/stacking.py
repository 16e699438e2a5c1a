"""Labels of the cells of a table where it becomes a list."""

from collections.abc import Container

from portal.exhibits.exhibit import Exhibit


def labels_when_stacked(exhibit: Exhibit, speaking: Container[str]) -> dict[int, str]:
    """Number of a cell in its row, from 0 after the head → the heading that it carries itself.

    `speaking` are columns whose values say what they are: "Hosted", "Higher is better".
    """
    columns = [column for column in exhibit.columns if column.on_page][1:]
    return {place: column.label for place, column in enumerate(columns) if column.key not in speaking}
