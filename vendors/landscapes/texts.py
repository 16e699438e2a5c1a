"""Texts and addresses of a landscape file as they are shown: without blanks round them, unseen signs, tracking."""

import re
from urllib.parse import urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

LONGEST_ADDRESS = 300  # characters, as the field takes
UNSEEN = re.compile("[\x80-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]")
BLANK = re.compile(r"\s+")
TRACKING = re.compile(r"(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|igshid)(=|$)", re.IGNORECASE)
VIEW = re.compile(r"tab(=|$)")  # of a page on GitHub: which part of it is open
CRUNCHBASE = re.compile(r"crunchbase\.com/organization/([^/?#\s]+)", re.IGNORECASE)
check_address = URLValidator(schemes=["http", "https"])


def tidy(text: str) -> str:
    """On one line, without blanks round it and without signs that nobody sees."""
    return BLANK.sub(" ", UNSEEN.sub("", text)).strip()


def tidy_lines(text: str) -> str:
    """The same for a text that may have several lines."""
    return UNSEEN.sub("", text).strip()


def clean_address(text: str) -> str:
    """Without blanks round it and without the parameters that only count visitors."""
    address = UNSEEN.sub("", text).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return address  # such as brackets that are no IPv6 address
    is_github = parts.netloc.lower() in ("github.com", "www.github.com")
    kept = [
        pair for pair in parts.query.split("&") if not TRACKING.match(pair) and not (is_github and VIEW.match(pair))
    ]
    return urlunsplit(parts._replace(query="&".join(kept))) if len(kept) < len(parts.query.split("&")) else address


def is_address(text: str) -> bool:
    """Whether a page can link to it: http or https, no longer than the field."""
    try:
        check_address(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST_ADDRESS


def same_address(text: str) -> str:
    """What two spellings of an address have in common; empty for none."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.lower().removesuffix('.git').rstrip('/')}" if host else ""


def crunchbase_name(address: str) -> str:
    """The organisation's name in a Crunchbase address: "huawei"; empty where it is none."""
    found = CRUNCHBASE.search(address)
    return found.group(1).lower() if found else ""
