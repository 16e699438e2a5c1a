"""Texts that look like an e-mail address, a telephone number or an IP address; reports never show them in full."""

import re

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
PHONE = re.compile(r"\+[0-9][0-9 ().-]{7,}[0-9]|(\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}")
LOCAL_PHONE = re.compile(r"\(?0?[0-9]{2,4}[)-] ?[0-9]{3,4}[ -]?[0-9]{4}")
ADDRESS = re.compile(r"([0-9]{1,3}\.){3}[0-9]{1,3}|([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}", re.I)
BEGINS = re.compile(r"[0-9+(]|[0-9a-f]{1,4}:", re.I)


def looks_personal(text: str, *, is_id: bool = False) -> bool:
    """Numbers that could be telephones are identifiers and amounts as well: those need the marks of a telephone."""
    if "@" not in text and not BEGINS.match(text):
        return False  # most texts: said without trying all patterns
    if EMAIL.fullmatch(text) or ADDRESS.fullmatch(text):
        return True
    if LOCAL_PHONE.fullmatch(text):
        return not is_id
    return PHONE.fullmatch(text) is not None and (not is_id or text.startswith("+"))


def hidden(text: str) -> str:
    """Enough of a value to find it, and no more."""
    return f"{text[:2]}…"


def shown(text: str) -> str:
    """The text as a report may show it."""
    return hidden(text) if looks_personal(text.strip()) else text
