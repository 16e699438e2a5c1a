"""The parameters of the dictionary of attributes, and of the page of one."""

from django.utils.translation import gettext as _

from portal.exhibits.filters import FilterForm
from portal.parameters import ManyField
from vendors.filters.tables import words_field
from vendors.history.dates import as_of_field
from vendors.models import Attribute, Product


class AttributesForm(FilterForm):
    def __init__(self, data):
        super().__init__(data)
        self.add_fields(
            group=ManyField(label=_("Group"), allowed=dict(Attribute.Group.choices)),
            value_type=ManyField(label=_("Type of value"), allowed=dict(Attribute.ValueType.choices)),
            q=words_field(),
        )


class AttributeForm(FilterForm):
    """Which products, and on which day."""

    def __init__(self, data):
        super().__init__(data)
        self.add_fields(
            service_model=ManyField(label=_("Service model"), allowed=dict(Product.ServiceModel.choices)),
            as_of=as_of_field(),
        )
