"""How a source itself is cited: text, BibTeX, RIS and CSL-JSON, with its own publisher, dates and address."""

import re

from django.utils.translation import gettext as _

from portal.exhibits.citations import Citation
from portal.exhibits.cited_texts import Citations, bibtex_text, csl_text, latex, ris_text, verbatim

NUMBERS = re.compile(r"\d+")


def citations_of_source(source: Citation) -> Citations:
    """Dates are as exact as the source gives them; what is not linked has no address."""
    return Citations(text_of(source), bibtex_of(source), ris_of(source), csl_of(source), None)


def text_of(source: Citation) -> str:
    """English as in APA 7, Chinese as in GB/T 7714-2015, which writes "electronic, online" after the title."""
    parts = {
        "publisher": source.publisher or _("Publisher not named"),
        "date": source.published or _("n.d."),
        "title": source.title,
    }
    text = _("%(publisher)s. (%(date)s). %(title)s.") % parts
    if source.accessed and source.url:
        return _("%(text)s Retrieved %(day)s, from %(address)s") % {
            "text": text,
            "day": source.accessed,
            "address": source.url,
        }
    return f"{text} {source.url}".strip()


def bibtex_of(source: Citation) -> str:
    year, month, day = numbers_of(source.published)
    fields = {
        "author": f"{{{latex(source.publisher)}}}" if source.publisher else "",
        "title": f"{{{latex(source.title)}}}",
        "year": year,
        "month": month,
        "day": day,
        "url": verbatim(source.url),
        "urldate": source.accessed,
    }
    return bibtex_text(source.code, fields)


def ris_of(source: Citation) -> str:
    year, *_rest = numbers_of(source.published)
    fields = [
        ("TY", "ELEC" if source.url else "GEN"),
        ("ID", source.code),
        ("AU", source.publisher),
        ("TI", source.title),
        ("PY", year),
        ("DA", ris_day(source.published)),
        ("PB", source.publisher),
        ("UR", source.url),
        ("Y2", ris_day(source.accessed)),
    ]
    return ris_text(fields)


def csl_of(source: Citation) -> str:
    return csl_text(
        {
            "id": source.code,
            "type": "webpage" if source.url else "document",
            "author": [{"literal": source.publisher}] if source.publisher else [],
            "title": source.title,
            "publisher": source.publisher,
            "URL": source.url,
            "issued": date_parts(source.published),
            "accessed": date_parts(source.accessed),
        }
    )


def numbers_of(written: str) -> tuple[str, str, str]:
    """Year, month and day of a date as exact as it is written: "2020-10" has no day."""
    year, month, day, *_more = [*NUMBERS.findall(written), "", "", ""]
    return year, month, day


def ris_day(written: str) -> str:
    """Year/month/day/, where what is not known stays empty."""
    return f"{'/'.join(numbers_of(written))}/" if written else ""


def date_parts(written: str) -> dict:
    return {"date-parts": [[int(number) for number in numbers_of(written) if number]]} if written else {}
