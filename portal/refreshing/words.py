"""The words round a chart on a slide: ours are replaced while nobody has changed them, and the mark is signed anew."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.exhibits.marks import fingerprint, mark_in
from portal.exhibits.slide_marks import alternative_of, stamp
from portal.refreshing.fresh import FreshSlide
from portal.refreshing.marked import Marked, notes_of, write_mark
from portal.refreshing.texts import replace_lines, replace_text


@dataclass(frozen=True)
class Words:
    """Roles of the texts that were replaced, and of those that their author has changed or taken away."""

    replaced: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        names = role_names()
        said = ((_("New words: %(roles)s."), self.replaced), (_("Kept as its author has it: %(roles)s."), self.kept))
        return tuple(words % {"roles": _(", ").join(names[role] for role in roles)} for words, roles in said if roles)


def role_names() -> dict[str, str]:
    return {
        "title": _("the headline"),
        "subtitle": _("question and base"),
        "foot": _("the source"),
        "credit": _("publisher and licence"),
        "alt": _("the alternative text"),
        "notes": _("the notes"),
    }


def refresh_words(marked: Marked, fresh: FreshSlide) -> Words:
    """Puts the words of now in place of ours wherever these stand; an author's own texts have no fingerprint."""
    done: dict[bool, list[str]] = {True: [], False: []}
    for role in role_names():
        old, new = marked.mark.print_of(role), fresh.mark.print_of(role)
        if old and new and old != new:
            done[_replace_one(marked, role, old, fresh.lines(role))].append(role)
    return Words(tuple(done[True]), tuple(done[False]))


def _replace_one(marked: Marked, role: str, printed: str, lines: list[str]) -> bool:
    if role == "alt":
        present = alternative_of(marked.frame)
        if present and fingerprint([present]) != printed:  # LibreOffice drops it: then it is told again
            return False
        marked.frame._element.nvGraphicFramePr.cNvPr.set("descr", lines[0])
        return True
    return replace_text(notes_of(marked.slide) if role == "notes" else texts_on(marked.slide.shapes), printed, lines)


def texts_on(shapes) -> list:
    """The text boxes of a slide, those in groups too."""
    found = []
    for shape in shapes:
        if hasattr(shape, "shapes"):
            found += texts_on(shape.shapes)
        elif shape.has_text_frame:
            found.append(shape.text_frame)
    return found


def sign_anew(marked: Marked, fresh: FreshSlide, words: Words) -> None:
    """The mark of now, with the old fingerprints of what its author keeps, so that it is kept the next time too."""
    old = dict(marked.mark.prints)
    prints = tuple(
        (role, old[role] if role in words.kept else value) for role, value in fresh.mark.prints if role in old
    )
    mark = replace(fresh.mark, prints=prints)
    write_mark(marked.slide, marked.frame, mark)

    def is_its_own(text: str) -> bool:
        found = mark_in(text)
        return found is not None and (found.href, found.part) == (mark.href, mark.part)

    with override(mark.language):
        replace_lines(notes_of(marked.slide), is_its_own, stamp(fresh.exhibit, mark))
