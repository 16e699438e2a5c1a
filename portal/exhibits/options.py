"""Parameters that every exhibit takes: how files are labelled and how charts are drawn."""

from django import forms
from django.utils.translation import gettext as _

from portal.charts.sizes import HEIGHTS, SCALES, SIZES, WIDTHS, Size, SizeError
from portal.parameters import ChoiceField, ParameterForm, WholeNumberField

LABELS = ("code", "default", "both")


class ExhibitForm(ParameterForm):
    """Base of the parameter forms of exhibit pages; the page's own fields come first in its addresses."""

    labels = ChoiceField(choices=[(name, name) for name in LABELS], required=False)
    excel = ChoiceField(choices=[("0", "0"), ("1", "1")], required=False)
    theme = ChoiceField(choices=[("light", "light"), ("dark", "dark")], required=False)
    size = ChoiceField(choices=[(name, name) for name in SIZES], required=False)
    width = WholeNumberField(required=False, min_value=WIDTHS[0], max_value=WIDTHS[1])
    height = WholeNumberField(required=False, min_value=HEIGHTS[0], max_value=HEIGHTS[1])
    scale = WholeNumberField(required=False, min_value=SCALES[0], max_value=SCALES[1])
    part = ChoiceField(choices=[("body", "body")], required=False)

    FILE_FIELDS = ("labels", "excel", "theme", "size", "width", "height", "scale", "part")

    def clean(self):
        values = super().clean()
        if values.get("part") and values.get("theme"):
            self.add_error("theme", _("The body of a chart takes the colours of its page: leave out theme."))
        if not self.errors:
            try:
                values["picture_size"] = self._picture_size(values)
            except SizeError as error:
                raise forms.ValidationError(
                    _("The picture cannot have this size: %(error)s"), params={"error": error}
                ) from error
        return values

    def _picture_size(self, values) -> Size:
        named = SIZES[values.get("size") or "default"]
        if values.get("size") and (values.get("width") or values.get("height")):
            raise forms.ValidationError(_("Give either size or width and height."))
        scale = values.get("scale") or named.scale
        if values.get("height") and not values.get("width"):
            raise forms.ValidationError({"height": _("A height needs a width.")})
        if values.get("width"):
            return Size(values["width"], values.get("height"), scale)
        return Size(named.width, named.height, scale)

    @property
    def view_query(self) -> str:
        """The query that belongs to the view itself, without what only files need."""
        return self.query(*self.FILE_FIELDS)

    def view_with(self, **changes: str) -> str:
        """The query of the same view with parameters changed, with its "?"."""
        return f"?{self.query(*self.FILE_FIELDS, **changes)}"
