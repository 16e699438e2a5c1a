"""The form that takes several files: tables, and those of other formats."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.loading.files import is_small_enough
from portal.loading.problems import Report
from portal.loading.registry import all_formats


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files, none too large to be read."""

    widget = FilesInput

    def __init__(self, **options):
        super().__init__(**options)
        # Browsers look at the end of a name from its last point on.
        suffixes = [f".{suffix.rpartition('.')[2]}" for each in all_formats() for suffix in each.suffixes]
        self.widget.attrs["accept"] = ",".join(dict.fromkeys([".csv", "text/csv", *suffixes]))

    def clean(self, data, initial=None) -> list:
        files = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        report = Report()
        if not all([is_small_enough(file.name, file.size, report) for file in files]):
            raise forms.ValidationError([str(problem) for problem in report.problems])
        return files


class UploadForm(forms.Form):
    files = FilesField(
        label=_("Files"),
        allow_empty_file=True,  # loading says itself what is wrong with an empty file
        help_text=_(
            "One or several. A file is named after what it holds, such as figures.csv or figures-2026.csv; a landscape "
            "file after its scheme and edition, such as cncf-landscape-2026.yml."
        ),
    )
