"""Selection: what a client asks of a resource, read from the query and checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from portal.api.columns import BOTH, CODES_ONLY, View
from portal.api.kinds import OPERATORS, UnreadableError, read_value
from portal.api.links import changed
from portal.api.problems import Wrong, clean, refuse, shown
from portal.api.resources import Resource
from portal.dates import is_partial_date, last_today
from portal.labels import LANGUAGES
from portal.nearest import nearest_names

DEFAULT_LIMIT, LARGEST_LIMIT = 50, 1000
LONGEST_SEARCH = 200  # characters
LONGEST_CURSOR = 4000
WHOLE_DAY = 10  # characters of YYYY-MM-DD

ROW_PARAMETERS = ("fields", "lang", "labels")
FILE_PARAMETERS = ("q", "sort", *ROW_PARAMETERS, "excel")
LIST_PARAMETERS = ("q", "sort", "limit", "cursor", *ROW_PARAMETERS, "count")


@dataclass(frozen=True)
class Filter:
    key: str
    operator: str
    values: tuple[Any, ...]
    parameter: str  # as the client wrote it


@dataclass(frozen=True)
class Selection:
    view: View = View()
    fields: tuple[str, ...] = ()  # columns, in order; empty: all
    filters: tuple[Filter, ...] = ()
    search: str = ""
    as_of: str = ""  # a day, for resources that know what was known then
    sort: tuple[tuple[str, bool], ...] = ()  # (column, is descending)
    limit: int = DEFAULT_LIMIT
    cursor: str = ""
    wants_count: bool = False
    for_excel: bool = False


def read_selection(
    resource: Resource, query: QueryDict, parameters: tuple[str, ...], *, takes_filters: bool = True
) -> Selection:
    """The selection, or a 400 that names every wrong parameter at once."""
    if resource.as_of and takes_filters:
        parameters = (*parameters, "as_of")
    reader = Reader(resource, query, resource.places if takes_filters else {})
    filters = [reader.filter(name) for name in query if name not in parameters and reader.knows(name, parameters)]
    given = {name: reader.single(name) for name in parameters if name in query}
    view = View(
        language=reader.one_of("lang", given, LANGUAGES) or "en",
        labels=reader.one_of("labels", given, (CODES_ONLY, BOTH)),
    )
    selection = Selection(
        view=view,
        fields=reader.names("fields", given, resource.by_key),
        filters=tuple(found for found in filters if found),
        search=reader.search(given),
        as_of=reader.day(given),
        sort=reader.sort(given),
        limit=reader.limit(given),
        cursor=given.get("cursor", ""),
        wants_count=reader.one_of("count", given, ("0", "1")) == "1",
        for_excel=reader.one_of("excel", given, ("0", "1")) == "1",
    )
    if reader.errors:
        raise refuse(reader.errors)
    return selection


def refuse_parameters(query: QueryDict) -> None:
    """For addresses that take none."""
    if query:
        raise refuse([Wrong(clean(name), "is no parameter here.") for name in query])


class Reader:
    """Reads parameters and collects what is wrong with them."""

    def __init__(self, resource: Resource, query: QueryDict, places: dict):
        self.resource, self.query, self.places = resource, query, places
        self.errors: list[Wrong] = []

    def wrong(self, parameter: str, detail: str, names: Iterable[str] = (), value: str = "") -> None:
        near = nearest_names(value, names)
        self.errors.append(Wrong(clean(parameter), detail, near))

    def knows(self, name: str, parameters: tuple[str, ...]) -> bool:
        """Whether `name` is a filter of this resource; says what comes near otherwise."""
        key, _, operator = name.partition("__")
        if key in self.places and operator in (*OPERATORS, "") and name != f"{key}__":
            return True
        detail = "is no parameter here."
        if key in self.places:
            detail = f"has no operator {shown(operator)}; use {', '.join(OPERATORS)}."
        elif name in LIST_PARAMETERS + FILE_PARAMETERS:
            detail = "does not go with this address."
        near = nearest_names(key, [*self.places, *parameters])
        fixed = f"{near[0]}{name[len(key) :]}" if near and key not in self.places else ""
        href = "?" + changed(self.query, without=(name,), **{fixed: str(self.query[name])}) if fixed else None
        self.errors.append(Wrong(clean(name), detail, near, href))
        return False

    def single(self, name: str) -> str:
        """The value of a parameter; given twice it must say the same twice."""
        values = set(self.query.getlist(name))
        if len(values) > 1:
            self.wrong(name, "is given more than once; separate several values by commas.")
        text = str(self.query[name])
        if "\x00" in text or "\x00" in name:
            self.wrong(name, "holds a NUL character.")
        elif text == "" and name in (*LIST_PARAMETERS, *FILE_PARAMETERS, "as_of"):
            self.wrong(name, "is empty; leave the parameter out.")
        return text.replace("\x00", "")

    def filter(self, name: str) -> Filter | None:
        key, _, operator = name.partition("__")
        operator, place = operator or "eq", self.places[key][0]
        if operator not in place.operators:
            self.wrong(name, f"{key} ({place.kind}) takes {', '.join(place.operators)}.")
            return None
        text = self.single(name)
        parts = dict.fromkeys(text.split(",")) if operator == "in" else [text]
        try:
            return Filter(key, operator, tuple(read_value(place, operator, part) for part in parts), name)
        except UnreadableError as error:
            self.wrong(name, f"{shown(text)} {error}", place.choices, text)
            return None

    def one_of(self, name: str, given: dict[str, str], allowed: tuple[str, ...]) -> str:
        text = given.get(name, "")
        if text and text not in allowed:
            self.wrong(name, f"{shown(text)} must be one of {', '.join(allowed)}.", allowed, text)
        return text

    def names(self, name: str, given: dict[str, str], known: Iterable[str]) -> tuple[str, ...]:
        """Comma-separated names out of `known`, each once."""
        names = tuple(dict.fromkeys(given[name].split(","))) if given.get(name) else ()
        for unknown in [each for each in names if each not in known]:
            self.wrong(name, f"{shown(unknown)} is no column that can stand here.", known, unknown)
        return names

    def sort(self, given: dict[str, str]) -> tuple[tuple[str, bool], ...]:
        if not given.get("sort"):
            return tuple((key, False) for key in self.resource.order)
        both_ways = {sign + key for key in self.resource.sortable for sign in ("", "-")}
        names = self.names("sort", given, sorted(both_ways))
        keys = [name.removeprefix("-") for name in names]
        if len(set(keys)) < len(keys):
            self.wrong("sort", "names a column both ways.")
        return tuple((key, name.startswith("-")) for key, name in zip(keys, names, strict=True))

    def search(self, given: dict[str, str]) -> str:
        text = given.get("q", "")
        if len(text) > LONGEST_SEARCH:
            self.wrong("q", f"must have at most {LONGEST_SEARCH} characters.")
        return text

    def day(self, given: dict[str, str]) -> str:
        text = given.get("as_of", "")
        if text and (len(text) != WHOLE_DAY or not is_partial_date(text)):
            self.wrong("as_of", f"{shown(text)} must be a date of the calendar: YYYY-MM-DD, from 1900 to 2100.")
        elif text > last_today():
            self.wrong("as_of", f"{shown(text)} is yet to come.")
        return text

    def limit(self, given: dict[str, str]) -> int:
        text = given.get("limit", "")
        if not text:
            return DEFAULT_LIMIT
        if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LARGEST_LIMIT):
            self.wrong("limit", f"{shown(text)} must be a whole number from 1 to {LARGEST_LIMIT}.")
            return DEFAULT_LIMIT
        return int(text)
