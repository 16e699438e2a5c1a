"""What readers of facts must know."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.exhibits.citations import Note
from portal.words import listed


def doubt_note() -> Note:
    return Note(
        _("“In doubt” marks values to take with care; the reason stands with the value on the product’s page."),
        is_mandatory=True,
    )


def derived_note() -> Note:
    text = _(
        "Quoted: the value stands in the source. Derived: by a change of unit, scaling or counting from what it says."
    )
    return Note(text, is_mandatory=True)


def open_source_note() -> Note:
    """The landscape file has no word for it: CNCF draws items with a repository as open source, others as not."""
    return Note(
        _(
            "“Not open source” is CNCF’s reading: the landscape gives no repository for the item in that edition. "
            "An item may change sides when a repository is added or taken away."
        ),
        is_mandatory=True,
    )


def missing_note() -> Note:
    text = _("“Not documented” says that no source read gives the value. It does not mean “no”.")
    return Note(text, is_mandatory=True)


def part_note(prices: Iterable[str]) -> Note:
    """`prices` names those that cover memory alone."""
    text = _(
        "%(prices)s: the price covers memory alone, processor time is billed apart. It stands after prices that "
        "cover both, has no rank and is never the best."
    )
    return Note(text % {"prices": listed(prices)}, is_mandatory=True)


def as_of_words(as_of: str) -> str:
    return _("as known on %(day)s") % {"day": as_of} if as_of else ""


def as_of_notes(as_of: str) -> tuple[Note, ...]:
    """What facts of a day are; nothing where they are those of now."""
    if not as_of:
        return ()
    text = _(
        "As known on %(day)s: of each value the newest that a source of that day or before shows; a source without a "
        "date counts from the day on which it was read. Products launched later are left out; where no source dates "
        "the launch, the product is shown."
    )
    return (Note(text % {"day": as_of}, is_mandatory=True),)


def status_notes(as_of: str) -> tuple[Note, ...]:
    text = _("Where no source says what a product’s status was on that day, it is unknown.")
    return (Note(text),) if as_of else ()
