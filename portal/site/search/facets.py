"""By what matches can be narrowed, and what its values are called."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from portal.labels import choose
from portal.site.sections import Entry

FACETS = ("kind", "survey", "vendor", "topic", "year")
Chosen = Mapping[str, Collection[str]]  # facet → values to keep; one that is absent or empty keeps all


@dataclass(frozen=True)
class Value:
    """A value of a facet among the matches of a search."""

    code: str
    label: str
    count: int


class Facets:
    """Positions are those of the entries in the index.

    combinations  values of an entry in the order of FACETS, "" where it has none: many entries share one
    combined      for each entry, the place of its own among them
    members   {facet: {value: positions of the entries that have it}}
    names     {facet: {value: title in both languages}}; surveys, vendors and topics are entries themselves
    """

    def __init__(self, entries: list[Entry]):
        places: dict[tuple[str, ...], int] = {}
        self.combined = [places.setdefault(values_of(entry), len(places)) for entry in entries]
        self.combinations = list(places)
        self.members: dict[str, dict[str, set[int]]] = {facet: defaultdict(set) for facet in FACETS}
        for position, entry in enumerate(entries):
            for facet, value in zip(FACETS, values_of(entry), strict=True):
                if value:
                    self.members[facet][value].add(position)
        self.names: dict[str, dict[str, tuple[str, str]]] = {facet: {} for facet in FACETS}
        for entry in entries:
            if entry.kind in self.names:
                code = entry.address.rpartition("/")[2]
                self.names[entry.kind][code] = (entry.title_en, entry.title_zh)

    def label(self, facet: str, value: str, language: str) -> str:
        return choose(*self.names[facet].get(value, (value, value)), language)

    def allowed(self, facet: str, language: str) -> dict[str, str]:
        """Value → label of all values that a reader may ask for."""
        return {value: self.label(facet, value, language) for value in sorted(self.members[facet])}

    def kept(self, positions: set[int], chosen: Chosen) -> set[int]:
        """Those that have one of the values asked for, in each facet."""
        for facet, values in chosen.items():
            if values:
                positions = positions & set().union(*(self.members[facet].get(value, set()) for value in values))
        return positions

    def counts(self, positions: set[int], chosen: Chosen) -> dict[str, dict[str, int]]:
        """For each facet, how many have each value, among those that fit all others: so a reader sees what else is.

        Thousands of entries have a few hundred combinations of values, so only those are looked at one by one.
        """
        found: list[dict[str, int]] = [defaultdict(int) for _facet in FACETS]
        asked = [(place, chosen[facet]) for place, facet in enumerate(FACETS) if chosen.get(facet)]
        for combination, count in Counter(map(self.combined.__getitem__, positions)).items():
            values = self.combinations[combination]
            unfit = [place for place, wanted in asked if values[place] not in wanted]
            if len(unfit) > 1:
                continue
            for place in unfit or range(len(FACETS)):
                found[place][values[place]] += count
        return {facet: valued(counts) for facet, counts in zip(FACETS, found, strict=True)}

    def listed(self, facet: str, counts: Mapping[str, int], language: str) -> tuple[Value, ...]:
        """Years newest first, others the most frequent first."""
        found = [Value(code, self.label(facet, code, language), count) for code, count in counts.items()]
        if facet == "year":
            return tuple(sorted(found, key=lambda value: value.code, reverse=True))
        return tuple(sorted(found, key=lambda value: (-value.count, value.label)))


def valued(counts: Mapping[str, int]) -> dict[str, int]:
    """Without those that have no value."""
    return {value: count for value, count in counts.items() if value}


def values_of(entry: Entry) -> tuple[str, ...]:
    return tuple(getattr(entry, facet) for facet in FACETS)


def is_narrowed(chosen: Chosen, facets: Iterable[str] = FACETS) -> bool:
    """Whether any of the facets keeps only some of the matches."""
    return any(chosen.get(facet) for facet in facets)
