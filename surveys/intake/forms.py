"""The forms by which answers and their codebooks are uploaded."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.loading.files import is_small_enough
from portal.loading.problems import Report

ENCODINGS = ("utf-8", "utf-16", "gb18030", "windows-1252", "mac_roman")
ANSWERS = ".csv,.tsv,.txt,.xlsx,.sav"
CODEBOOKS = ".yaml,.yml,.xlsx"


class AnswersForm(forms.Form):
    """A file of answers that is to be recognised."""

    answers = forms.FileField(
        label=_("File of answers"),
        allow_empty_file=True,  # reading says itself what is wrong with an empty file
        widget=forms.FileInput(attrs={"accept": ANSWERS}),
        help_text=_("One row a respondent: .csv, .xlsx, or .sav of SPSS, as the survey tool wrote it."),
    )
    encoding = forms.ChoiceField(
        label=_("Encoding"),
        required=False,
        choices=[("", _("find out")), *((name, name) for name in ENCODINGS)],
        help_text=_("Of a text file; only where it is not UTF-8."),
    )
    sheet = forms.CharField(
        label=_("Sheet"), required=False, max_length=100, help_text=_("Of a workbook; the first by default.")
    )


class CodebookForm(forms.Form):
    """A confirmed codebook, and its answers where they are not here from the step before."""

    answers = forms.FileField(
        label=_("File of answers"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ANSWERS}),
    )
    codebook = forms.FileField(
        label=_("Codebook"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": CODEBOOKS}),
        help_text=_("The draft, corrected and with confirmed: true, as .yaml or .xlsx."),
    )

    def clean_codebook(self):
        file, report = self.cleaned_data["codebook"], Report()
        if not is_small_enough(file.name, file.size, report):
            raise forms.ValidationError([str(problem) for problem in report.problems])
        return file
