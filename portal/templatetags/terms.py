"""Terms of the glossary in the texts of any page."""

from django import template
from django.utils.safestring import mark_safe

from portal.glossary.linking import with_terms_but
from portal.labels import language_now

register = template.Library()


@register.simple_block_tag(takes_context=True)
def explained(context, content, leave_out=""):
    """What stands in the block, with each term explained where the page first names it; `leave_out` is a code.

    The request knows which terms its page has explained, in parts that are included too.
    """
    request = getattr(context, "request", None)
    seen = vars(request).setdefault("terms_explained", set()) if request else set()
    seen.add(leave_out)
    return mark_safe(with_terms_but(seen, content, language_now()))
