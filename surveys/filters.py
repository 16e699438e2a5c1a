"""Parameters of the surveys' pages: what breaks a question down, how rows are sorted, which options a trend shows."""

from django.utils.translation import gettext_lazy as _

from portal.charts.palette import CATEGORIES
from portal.exhibits.options import ExhibitForm
from portal.parameters import ChoiceField, ManyField

SORTS = [
    ("-value", _("largest first")),
    ("value", _("smallest first")),
    ("order", _("as in the questionnaire")),
]
COMPARABLE, ALL = "comparable", "all"
SHOWS = [(COMPARABLE, _("the most comparable question")), (ALL, _("every question"))]


class QuestionForm(ExhibitForm):
    """`dimensions` maps the codes a question is broken down by to their labels."""

    by = ChoiceField(choices=(), required=False, label=_("Broken down by"))
    sort = ChoiceField(choices=SORTS, required=False, label=_("Order"))

    field_order = ("by", "sort", *ExhibitForm.FILE_FIELDS)

    def __init__(self, data, *, dimensions: dict[str, str], **options):
        super().__init__(data, **options)
        self.fields["by"].choices = list(dimensions.items())


class TrendForm(ExhibitForm):
    """`allowed` maps the codes of the question's options to their labels."""

    field_order = ("only", *ExhibitForm.FILE_FIELDS)

    def __init__(self, data, *, allowed: dict[str, str], **options):
        super().__init__(data, **options)
        self.fields["only"] = ManyField(allowed=allowed, limit=CATEGORIES, label=_("Options"))
        self.order_fields(self.field_order)


class TopicForm(ExhibitForm):
    show = ChoiceField(choices=SHOWS, required=False, label=_("Questions"))

    field_order = ("show", *ExhibitForm.FILE_FIELDS)
