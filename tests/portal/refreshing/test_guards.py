"""Foreign and hostile files are refused with the reason, in both languages, before any library opens them."""

import io
import zipfile
import zlib

import pytest
from django.utils.translation import override
from pptx import Presentation

from portal.refreshing import guards
from portal.refreshing.refreshing import refresh
from portal.refreshing.refused import RefusedFile
from tests.portal.refreshing.examples import saved

RELATIONS = "ppt/_rels/presentation.xml.rels"
OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def foreign() -> bytes:
    return saved(Presentation())


def changed(
    document: bytes,
    *,
    added: dict[str, bytes] | None = None,
    without: str = "",
    replaced: dict[str, tuple[bytes, bytes]] | None = None,
) -> bytes:
    """The package with parts added or left out, or with something else in them: {name: (old, new)}."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in read.namelist():
            body = read.read(name)
            old, new = (replaced or {}).get(name, (b"", b""))
            assert old in body
            body = body.replace(old, new, 1)
            if name != without:
                archive.writestr(name, body)
        for name, body in (added or {}).items():
            archive.writestr(name, body)
    return out.getvalue()


def linked(kind: str, target: str) -> bytes:
    link = f'<Relationship Id="rId99" Type="{OPEN}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return changed(foreign(), replaced={RELATIONS: (b"</Relationships>", link.encode())})


def of_slides(markup: bytes) -> bytes:
    return changed(foreign(), replaced={"ppt/presentation.xml": (b"<p:presentation ", markup + b"<p:presentation ")})


def encrypted_entry() -> bytes:
    document = bytearray(foreign())
    place = document.find(b"PK\x01\x02")
    document[place + 8] |= 1
    return bytes(document)


def doubled() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return changed(foreign(), added={"ppt/presentation.xml": b"<x/>"})


CASES = {
    "empty": ("empty", lambda: b""),
    "text": ("format", lambda: b"Dear colleague"),
    "plain-zip": ("format", lambda: changed(foreign(), without="[Content_Types].xml")),
    "word": (
        "format",
        lambda: changed(
            foreign(),
            replaced={"[Content_Types].xml": (b"presentationml.presentation.main", b"wordprocessingml.document.main")},
        ),
    ),
    "not-whole": ("damaged", lambda: foreign()[:-400]),
    "cut-in-the-middle": ("damaged", lambda: foreign()[:9000] + foreign()[-3000:]),
    "broken-markup": ("damaged", lambda: of_slides(b"<p:open>")),
    "lost-part": ("damaged", lambda: changed(foreign(), without="ppt/presentation.xml")),
    "two-of-one-name": ("damaged", doubled),
    "old-office": ("encrypted", lambda: guards.OLD_OFFICE + b"\0" * 600),
    "encrypted-entry": ("encrypted", encrypted_entry),
    "macros": ("macros", lambda: changed(foreign(), added={"ppt/vbaProject.bin": b"\xd0\xcf"})),
    "macro-type": (
        "macros",
        lambda: changed(
            foreign(),
            replaced={
                "[Content_Types].xml": (
                    b"vnd.openxmlformats-officedocument.presentationml.presentation.main",
                    b"vnd.ms-powerpoint.presentation.macroEnabled.main",
                )
            },
        ),
    ),
    "macros-in-an-embedded-file": ("macros", lambda: changed(foreign(), added={"ppt/embeddings/book.xlsm": b"PK"})),
    "controls": ("macros", lambda: changed(foreign(), added={"ppt/activeX/activeX1.bin": b"x"})),
    "signed": ("signed", lambda: changed(foreign(), added={"_xmlsignatures/sig1.xml": b"<x/>"})),
    "linked-picture": ("links", lambda: linked("image", "https://example.org/x.png")),
    "linked-object": ("links", lambda: linked("oleObject", "file:///C:/book.xlsx")),
    "linked-file": ("links", lambda: linked("hyperlink", "file://server/share")),
    "script": ("links", lambda: linked("hyperlink", "javascript:alert(1)")),
    "linked-workbook": ("links", lambda: changed(foreign(), added={"xl/externalLinks/externalLink1.xml": b"<x/>"})),
    "entities": ("entities", lambda: of_slides(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    "traversal": ("paths", lambda: changed(foreign(), added={"../../etc/x.xml": b"<x/>"})),
    "absolute": ("paths", lambda: changed(foreign(), added={"/etc/x.xml": b"<x/>"})),
    "drive": ("paths", lambda: changed(foreign(), added={"C:x.xml": b"<x/>"})),
    "packed-hard": ("bomb", lambda: changed(foreign(), added={"ppt/media/x.bin": b"\0" * (9 * guards.MEGABYTE)})),
    "not-ours": ("not-ours", foreign),
}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", CASES)
def test_what_is_refused_and_why(name, language, db):
    code, make = CASES[name]
    document = make()

    with override(language), pytest.raises(RefusedFile) as refused:
        refresh(document)

    assert refused.value.code == code
    assert refused.value.text
    assert any("一" <= letter <= "鿿" for letter in refused.value.text) is (language == "zh-hans")


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [("MOST_BYTES", 1000, "too-large"), ("MOST_UNPACKED", 1000, "bomb"), ("MOST_MARKUP", 1000, "bomb"),
     ("MOST_PARTS", 3, "bomb"), ("MOST_OF_DIRECTORY", 100, "bomb")],
)  # fmt: skip
def test_limits(monkeypatch, limit, value, code):
    monkeypatch.setattr(guards, limit, value)

    with pytest.raises(RefusedFile) as refused:
        refresh(foreign())

    assert refused.value.code == code


def test_a_part_that_is_larger_than_it_says_is_not_read_to_its_end():
    document = bytearray(changed(foreign(), added={"ppt/media/x.bin": b"\0" * 100_000}))
    place = document.rfind(b"PK\x01\x02", 0, document.find(b"ppt/media/x.bin", document.find(b"PK\x01\x02")))
    document[place + 24 : place + 28] = (10).to_bytes(4, "little")
    document[place + 16 : place + 20] = zlib.crc32(b"\0" * 100_000).to_bytes(4, "little")

    with pytest.raises(RefusedFile) as refused:
        refresh(bytes(document))

    assert refused.value.code == "damaged"


def test_links_that_a_reader_may_click_are_no_hindrance(db):
    with pytest.raises(RefusedFile) as refused:
        refresh(linked("hyperlink", "https://example.org/"))

    assert refused.value.code == "not-ours"


def test_damage_of_every_sort_is_refused_and_nothing_else(db):
    """A byte changed here and there: never another error than the refusal."""
    document = foreign()
    for place in range(0, len(document), len(document) // 60):
        broken = document[:place] + bytes([document[place] ^ 0xFF]) + document[place + 1 :]
        with pytest.raises(RefusedFile):
            refresh(broken)
