"""What is odd about a landscape file, said once for each kind of oddity with its number."""

from dataclasses import dataclass, field

from django.utils.translation import ngettext

from portal.loading.problems import Report


@dataclass
class Tally:
    """Notes on one file; the same words about the same key are one note, with the place of the first."""

    file: str
    _first: dict[tuple[str, str, str], tuple[int | None, str]] = field(default_factory=dict)
    _times: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def add(self, line: int | None, column: str, value: object, words: object, *, each: bool = False) -> None:
        """`each`: values differ, and each is worth a note of its own."""
        kind = (column, str(words), str(value) if each else "")
        self._first.setdefault(kind, (line, str(value)))
        self._times[kind] = self._times.get(kind, 0) + 1

    def report_to(self, report: Report) -> None:
        """In the order in which each first came up."""
        for kind, (line, value) in self._first.items():
            column, words, _ = kind
            more = self._times[kind] - 1
            if more:
                also = ngettext("%(words)s; and %(count)d more", "%(words)s; and %(count)d more", more)
                words = also % {"words": words, "count": more}
            report.note(self.file, line, column, value, words)
        self._first.clear()
        self._times.clear()
