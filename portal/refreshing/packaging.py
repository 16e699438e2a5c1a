"""What the parts of an office file say of it: its kind, its links, and markup that must not be there."""

import re
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _
from lxml import etree

from portal.refreshing.refused import RefusedFile, damaged

TYPES = "[Content_Types].xml"
MARKUP = (".xml", ".rels", ".vml")
PICTURE = "image/svg+xml"  # the only markup that is never read
KINDS = {
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "slides",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "workbook",
}
# Parts that act or fetch, by name: whoever opens the refreshed file would run or load them.
ACTING = re.compile(r"vbaproject|vbadata|(^|/)activex/|(^|/)(macrosheets|dialogsheets)/|\.(xlsm|pptm|docm|xlsb|exe)$")
FETCHING = re.compile(r"(^|/)externallinks/|^xl/connections\.xml$|(^|/)querytables/")
SIGNED = re.compile(r"^_xmlsignatures/")
READER_LINKS = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)  # what a person may click


class _NoMarkup(Exception):
    """Raised from within the parser."""


def kind_of(parts: dict[str, bytes]) -> str:
    """ "slides" or "workbook", or RefusedFile for other formats, macros, data connections and signatures."""
    types = parts.get(TYPES, b"").lower()
    names = [name.lower() for name in parts]
    if b"macroenabled" in types or any(ACTING.search(name) for name in names):
        text = _("The file holds macros or other things that run. Please save it as .pptx or .xlsx without them.")
        raise RefusedFile("macros", text)
    if any(FETCHING.search(name) for name in names):
        raise links_out(_("data of another file"))
    if any(SIGNED.search(name) for name in names):
        text = _("The file is signed, and any change would break the signature. Please take a copy without it.")
        raise RefusedFile("signed", text)
    found = [kind for content_type, kind in KINDS.items() if f'"{content_type}"'.encode() in types]
    if len(found) != 1:
        raise RefusedFile("format", _("This is neither a .pptx nor an .xlsx file."))
    return found[0]


def links_out(what: str) -> RefusedFile:
    text = _("The file links to %(what)s outside of it. Please break such links, or put what they lead to into it.")
    return RefusedFile("links", text % {"what": what})


def check_markup(name: str, body: bytes) -> None:
    """Well-formed XML without a document type, so without entities: read as a stream, kept nowhere."""
    parser = expat.ParserCreate()

    def refuse(*declared) -> None:
        raise _NoMarkup

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(body, True)
    except _NoMarkup:
        raise RefusedFile("entities", _("The file declares document types, which no office program writes.")) from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        text = _("The part %(name)s of the file cannot be read. Please save it anew and try again.")
        raise RefusedFile("damaged", text % {"name": name}) from error


def check_types(parts: dict[str, bytes]) -> None:
    """No markup under a name by which it would not have been checked: libraries go by the declared types."""
    for each in read_markup(parts[TYPES]):
        declared = each.get("ContentType", "").lower()
        name = each.get("PartName") or f".{each.get('Extension', '')}"
        if declared.endswith("xml") and declared != PICTURE and not name.lower().endswith(MARKUP):
            raise damaged()


def check_links(parts: dict[str, bytes]) -> None:
    """Nothing outside the file but addresses that a reader may click."""
    for name, body in parts.items():
        if not name.lower().endswith(".rels"):
            continue
        for link in read_markup(body).iter("{*}Relationship"):
            kind = link.get("Type", "").rpartition("/")[2]
            if link.get("TargetMode") != "External":
                continue
            if kind != "hyperlink" or not READER_LINKS.match(link.get("Target", "")):
                raise links_out(kind or "?")


def read_markup(body: bytes) -> Any:
    """The tree of a part; nothing is resolved and nothing fetched. Parts have passed `check_markup`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(body, parser)


def write_markup(tree: Any) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
