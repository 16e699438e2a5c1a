"""Says what stands in the way of deleting: one line for each kind of row that cites, with a link to them.

The database refuses too (PROTECT); Django would list each citing row, which are hundreds for a source.
"""

from urllib.parse import urlencode

from django.db.models import PROTECT, Model
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import ngettext


def citing_rows(rows, site_name: str) -> list[str]:
    """Lines such as "Facts: 57 of them cite this", linked to the list of those facts."""
    keys = [row.pk for row in rows]
    if not keys:
        return []
    return [line for relation in protecting_relations(rows[0]) if (line := line_about(relation, keys, site_name))]


def protecting_relations(row: Model) -> list:
    """Foreign keys of other models to this one that forbid its deletion."""
    fields = row._meta.get_fields(include_hidden=True)
    return [field for field in fields if field.auto_created and getattr(field, "on_delete", None) is PROTECT]


def line_about(relation, keys: list[int], site_name: str) -> str:
    field, model = relation.field, relation.related_model
    count = model._base_manager.filter(**{f"{field.name}__in": keys}).count()
    if not count:
        return ""
    name = capfirst(str(model._meta.verbose_name_plural))
    sentence = ngettext("%(count)d of them cites this", "%(count)d of them cite this", count) % {"count": count}
    try:
        changelist = reverse(f"{site_name}:{model._meta.app_label}_{model._meta.model_name}_changelist")
    except NoReverseMatch:
        return f"{name}: {sentence}"
    wanted = urlencode({f"{field.name}__id__in": ",".join(map(str, keys))})
    return format_html('<a href="{}?{}">{}</a>: {}', changelist, wanted, name, sentence)
