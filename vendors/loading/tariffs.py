"""tariffs.csv: plans by which products are billed."""

from django.utils.translation import gettext as _
from pydantic import model_validator

from portal.loading.columns import Items, OptionalCount, Required, Row, Text, WrongValue
from portal.loading.dataset import Dataset, Reference
from vendors.models import Tariff
from vendors.models.tariff import RULES


class TariffRow(Row):
    product: Required
    code: Required
    name_en: Required
    name_zh: Text
    rules: Items
    gigabyte_mb: OptionalCount
    memory_step_mb: OptionalCount
    max_memory_mb: OptionalCount
    min_billed_ms: OptionalCount
    obstacle_en: Text
    obstacle_zh: Text
    note_en: Text
    note_zh: Text
    source: Required

    @model_validator(mode="after")
    def names_rules_only(self):
        if any(rule not in RULES for rule in self.rules):
            raise WrongValue(
                "rules", _("expected some of %(rules)s, parted by semicolons") % {"rules": ", ".join(RULES)}
            )
        return self


TARIFFS = Dataset(
    name="tariffs",
    model=Tariff,
    row=TariffRow,
    key=("product", "code"),
    key_of=lambda tariff: (tariff.product.slug, tariff.code),
    references=(
        Reference("product", "products", ("product",)),
        Reference("source", "sources", ("source",)),
    ),
)
