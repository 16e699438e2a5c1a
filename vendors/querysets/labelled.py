"""What rows with names in two languages share."""

from django.db import models

from portal.labels import choose


def labels_of(rows: models.QuerySet, key: str) -> dict[str, str]:
    """Natural key → name in the active language; `key` is the field of the natural key."""
    return {code: choose(english, chinese) for code, english, chinese in rows.values_list(key, "name_en", "name_zh")}
