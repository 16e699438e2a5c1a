"""What the views of a deck answer: its page, a file, the lines of its progress, and what to do about a broken one."""

from urllib.parse import parse_qsl, quote, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.charts.pictures import DrawingError
from portal.decks.contents import title_of
from portal.decks.deck import LONGEST_TITLE, MOST_ITEMS, Deck
from portal.decks.gathering import BrokenDeck, Member, members_of
from portal.decks.making import file_of
from portal.decks.parameters import read_deck, wrong
from portal.exhibits.responses import RETRY_AFTER, logger
from portal.exhibits.suffixes import FORM_OF
from portal.labels import language_now
from portal.refusals import prefers_json, wrong_parameters_response


def asked_deck(request: HttpRequest) -> Deck:
    hosts = (request.get_host(), urlsplit(settings.PUBLIC_URL).netloc)
    return read_deck(request.GET, hosts=tuple(filter(None, hosts)))


def to_one_address(request: HttpRequest, deck: Deck) -> HttpResponseRedirect | None:
    """Leads what a form sent, or an order of parameters that is not ours, to the deck's one address."""
    if parse_qsl(request.META.get("QUERY_STRING", ""), keep_blank_values=True) == deck.pairs:
        return None
    return HttpResponseRedirect(request.path + (f"?{deck.query}" if deck.pairs else ""))


def page_response(request: HttpRequest, deck: Deck) -> HttpResponse:
    language = language_now()
    try:
        members = members_of(deck, language)
    except BrokenDeck as error:
        return broken_response(request, error, language)
    files = [
        {"suffix": suffix, "name": name, "use": use, "href": deck.href(language, suffix)}
        for suffix, name, use in (
            (".pptx", "PowerPoint", _("slides with charts to edit")),
            (".pdf", "PDF", _("for print and for sending")),
            (".zip", "ZIP", _("data and charts, with read-me")),
        )
    ]
    context = {
        "deck": deck,
        "members": [shown(member, len(members)) for member in members],
        "files": files if members else [],
        "languages_chosen": deck.languages or language,
        "default_title": title_of(Deck()),
        "most": MOST_ITEMS,
        "longest_title": LONGEST_TITLE,
        "texts": texts(),
    }
    return render(request, "portal/decks/deck.html", context)


def shown(member: Member, count: int) -> dict:
    """An exhibit as the page lists it; pictures are small, those of tables are not drawn."""
    exhibit = member.exhibit
    has_picture = exhibit.shape is not None and not exhibit.is_empty
    picture = exhibit.href(".png") + ("&" if exhibit.query else "?") + "width=480&height=270"
    return {
        "member": member,
        "text": member.item.text,
        "href": f"/{exhibit.language}/{member.item.text}",
        "picture": picture if has_picture else "",
        "is_first": member.number == 1,
        "is_last": member.number == count,
    }


def texts() -> dict[str, str]:
    """What the page's script says; "{n}" and "{count}" are put in there."""
    return {
        "moved": _("Moved to place {n} of {count}."),
        "removed": _("Removed. {count} left."),
        "making": _("Making the file: {n} of {count} exhibits"),
        "ready": _("The file is ready; the download has begun."),
        "failed": _("The file could not be made. Please try again in a moment."),
    }


def broken_response(request: HttpRequest, error: BrokenDeck, language: str) -> HttpResponse:
    """400 with each exhibit that cannot be had, and the way to the deck without them."""
    if prefers_json(request):
        return wrong_parameters_response(request, error.problems)
    context = {
        "problems": [(problem, problem.corrections(request.GET)) for problem in error.problems],
        "repaired": error.repaired.href(language),
    }
    return render(request, "portal/decks/broken.html", context, status=400)


def require_items(deck: Deck) -> None:
    if not deck.items:
        raise wrong("exhibit", _("A deck needs at least one exhibit."))


def file_response(deck: Deck, suffix: str) -> HttpResponse:
    try:
        body = file_of(deck, language_now(), suffix)
    except DrawingError as error:
        logger.warning("a deck cannot be made: %s", error)
        return HttpResponse(
            _("The deck cannot be made at the moment."),
            status=503,
            content_type="text/plain; charset=utf-8",
            headers={"Retry-After": RETRY_AFTER},
        )
    titled = quote(title_of(deck).replace("/", "-")[:80] + suffix)
    return HttpResponse(
        body,
        content_type=FORM_OF[suffix].content_type,
        headers={"Content-Disposition": f"attachment; filename=\"deck{suffix}\"; filename*=UTF-8''{titled}"},
    )
