"""The form that takes several CSV files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.loading.files import is_small_enough
from portal.loading.problems import Report


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of files, none too large to be read."""

    widget = FilesInput(attrs={"accept": ".csv,text/csv"})

    def clean(self, data, initial=None) -> list:
        files = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        report = Report()
        if not all([is_small_enough(file.name, file.size, report) for file in files]):
            raise forms.ValidationError([str(problem) for problem in report.problems])
        return files


class UploadForm(forms.Form):
    files = FilesField(
        label=_("CSV files"),
        allow_empty_file=True,  # loading says itself what is wrong with an empty file
        help_text=_("One or several. A file is named after what it holds, such as figures.csv or figures-2026.csv."),
    )
