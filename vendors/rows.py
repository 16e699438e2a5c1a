"""The row or edition that an address names, or 404 saying what is not there."""

from django.http import Http404
from django.utils.translation import gettext as _


def row_or_404(queryset, **key):
    """The row with this natural key."""
    row = queryset.filter(**key).first()
    if row is None:
        raise Http404(_("There is no “%(key)s” here.") % {"key": ", ".join(key.values())})
    return row


def known_edition(editions: list[str], edition: str = "") -> str:
    """The edition if it is one of these, the newest where none is named."""
    if not editions:
        raise Http404(_("There is no edition yet."))
    if edition and edition not in editions:
        raise Http404(_("There are these editions: %(editions)s.") % {"editions": ", ".join(editions)})
    return edition or editions[-1]
