"""`items__has_item="python"`: whether a list kept as JSON holds a text, in whatever case; SQLite and PostgreSQL."""

from django.db.models import JSONField, Lookup


@JSONField.register_lookup
class HasItem(Lookup):
    lookup_name = "has_item"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "LOWER(%s)", [value]

    def as_sqlite(self, compiler, connection):
        left, values = self.process_lhs(compiler, connection)
        right, wanted = self.process_rhs(compiler, connection)
        # Both sides are SQL that Django compiled, with placeholders for values.
        sql = f"EXISTS (SELECT 1 FROM json_each({left}) AS item WHERE LOWER(item.value) = {right})"  # noqa: S608
        return sql, [*values, *wanted]

    def as_postgresql(self, compiler, connection):
        left, values = self.process_lhs(compiler, connection)
        right, wanted = self.process_rhs(compiler, connection)
        # A null is no array; CASE keeps PostgreSQL from looking into it.
        array = f"CASE WHEN jsonb_typeof({left}) = 'array' THEN {left} ELSE '[]'::jsonb END"
        sql = f"EXISTS (SELECT 1 FROM jsonb_array_elements_text({array}) AS item WHERE LOWER(item) = {right})"  # noqa: S608
        return sql, [*values, *values, *wanted]
