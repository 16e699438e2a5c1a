"""A landscape file's name → the scheme, the edition and the source that its rows belong to."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.dates import is_partial_date
from portal.loading.draft import Draft
from portal.loading.problems import Report, with_nearest
from vendors.landscapes.tally import Tally
from vendors.models import Scheme

SUFFIXES = (".yml", ".yaml")
EXAMPLE = "cncf-landscape-2026.yml"
NAME = re.compile(r"(?P<scheme>[a-z0-9][a-z0-9_-]*?)-(?P<edition>\d{4}(-\d{2}){0,2})( ?\(\d+\))?\.ya?ml")
SHORT_FOR = "cncf-"  # what its own files are usually named without


@dataclass(frozen=True)
class Placing:
    """Where the rows of a file go, and what they cite."""

    scheme: Scheme
    edition: str
    source: str


def placing_of(name: str, tally: Tally, draft: Draft, report: Report) -> Placing | None:
    """None when a problem was added. The name is that of a scheme, with or without cncf-, and an edition."""
    found = NAME.fullmatch(name.lower())
    if found is None or not is_partial_date(found["edition"]):
        expected = _(
            "expected a name made of a landscape's scheme and an edition, such as %(example)s; rename the file, or "
            "name it on the command line with --as"
        )
        report.add(name, None, "", name, expected % {"example": EXAMPLE})
        return None
    schemes = landscapes(draft)
    code = next((each for each in (found["scheme"], SHORT_FOR + found["scheme"]) if each in schemes), None)
    if code is None:
        expected = _(
            "expected the code of a landscape's scheme before the edition; add it to schemes.csv or in the admin, or "
            "use one of: %(names)s"
        )
        expected = with_nearest(expected % {"names": ", ".join(sorted(schemes)) or "–"}, found["scheme"], schemes)
        report.add(name, None, "", found["scheme"], expected)
        return None
    return Placing(schemes[code], found["edition"], source_of(schemes[code], found["edition"], tally, draft))


def landscapes(draft: Draft) -> dict[str, Scheme]:
    schemes = [each for each in draft.complete("schemes") if isinstance(each, Scheme)]
    return {scheme.code: scheme for scheme in schemes if scheme.kind == Scheme.Kind.LANDSCAPE}


def source_of(scheme: Scheme, edition: str, tally: Tally, draft: Draft) -> str:
    """The edition's own source where there is one: scheme or its source, then the edition; else that of the scheme."""
    own = [f"{scheme.code}-{edition}", f"{scheme.source.code}-{edition}"]
    for code in own:
        if (code,) in draft.objects["sources"]:
            return code
    words = _("no source is known for this edition alone, such as %(code)s; that of the scheme is cited")
    tally.add(None, "", scheme.source.code, words % {"code": own[-1]})
    return scheme.source.code
