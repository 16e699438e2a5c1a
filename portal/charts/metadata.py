"""Title, source and licence inside PNG and PDF files, for who finds the file without its page."""

import io

from portal.charts.captions import Caption

COLOURS = 256  # of a palette image: without visible loss for flat colours, a fifth of the bytes
PRODUCER = "Serverless Market Watch"


def png_with_metadata(image: bytes, caption: Caption) -> bytes:
    """The image with a palette and its words as UTF-8 text chunks."""
    from PIL import Image, PngImagePlugin  # heavy, needed for files only

    picture = Image.open(io.BytesIO(image)).convert("RGB")
    picture = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    words = PngImagePlugin.PngInfo()
    for name, text in _fields(caption).items():
        words.add_itxt(name, text, lang=caption.language)
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=words, compress_level=6)
    return out.getvalue()


def pdf_with_metadata(document: bytes, caption: Caption) -> bytes:
    """The document with its title, author, source and language, also as an XMP packet."""
    from pypdf import PdfReader, PdfWriter  # heavy, needed for files only
    from pypdf.generic import NameObject, TextStringObject
    from pypdf.xmp import XmpInformation

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(document)))
    fields = _fields(caption)
    writer.add_metadata(
        {
            "/Title": fields["Title"],
            "/Author": fields.get("Author", ""),
            "/Subject": fields.get("Source", ""),
            "/Keywords": fields.get("License", ""),
            "/Producer": PRODUCER,
        }
    )
    packet = XmpInformation.create()
    packet.dc_title, packet.dc_rights = {"x-default": fields["Title"]}, {"x-default": fields.get("License", "")}
    packet.dc_description = {"x-default": fields.get("Description", "")}
    packet.dc_creator, packet.dc_language = [fields.get("Author", "")], [caption.language]
    packet.dc_source, packet.dc_identifier = fields.get("Source", ""), fields.get("URL", "")
    writer.xmp_metadata = packet
    writer.root_object[NameObject("/Lang")] = TextStringObject(caption.language)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _fields(caption: Caption) -> dict[str, str]:
    stated = caption.metadata
    fields = {
        "Title": caption.title,
        "Author": stated.get("creator") or caption.credit,
        "Source": stated.get("source") or caption.source,
        "License": " ".join(filter(None, [stated.get("rights") or caption.licence, stated.get("license")])),
        "Description": caption.description,
        "URL": stated.get("identifier", ""),
        "Date": stated.get("date", ""),
    }
    return {name: text for name, text in fields.items() if text or name == "Title"}
