"""Terms of the glossary in the texts of any page."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from portal.glossary.linking import with_terms
from portal.labels import language_now

register = template.Library()


@register.filter
def explained(text: str, leave_out: str = "") -> str:
    """A text, or HTML of ours, with the terms in it explained; `leave_out` is the code of one that is not."""
    return mark_safe(with_terms(conditional_escape(text), language_now(), leave_out={leave_out}))
