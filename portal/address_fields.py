"""Fields whose values stand in addresses of pages: what the addresses cannot hold is refused where data come in."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

validate_address_part = RegexValidator(
    r"^[a-z0-9][a-z0-9_-]*\Z", _("Write small letters, digits, hyphens and underscores, a letter or digit first.")
)


class InAddress(models.Field):
    """Mixed into a field of text. `reserved` are the words that other addresses have at the same place."""

    STORED_AS = "Field"

    def __init__(self, *arguments, reserved: tuple[str, ...] = (), **options):
        super().__init__(*arguments, **options)
        self.reserved = reserved

    def deconstruct(self):
        """As the field of Django that it is in the database: a migration has nothing to do with addresses."""
        name, _path, arguments, options = super().deconstruct()
        return name, f"django.db.models.{self.STORED_AS}", arguments, options

    def run_validators(self, value) -> None:
        super().run_validators(value)
        if value:
            validate_address_part(value)
        if value in self.reserved:
            raise ValidationError(
                _("“%(value)s” is a part of other addresses; choose another word."), params={"value": value}
            )


class AddressSlugField(InAddress, models.SlugField):
    STORED_AS = "SlugField"


class AddressCharField(InAddress, models.CharField):
    STORED_AS = "CharField"
