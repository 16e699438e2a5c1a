"""Addresses of the report's files: the whole, and each chapter, by suffix."""

from django.urls import path

from portal.exhibits.routing import register_suffixes
from portal.report.printing import views
from portal.report.printing.files import REPORT_SUFFIXES

register_suffixes("report_suffix", REPORT_SUFFIXES)

app_name = "printing"
urlpatterns = [
    path("report<report_suffix:suffix>", views.whole_file, name="whole_file"),
    path("report/<slug:chapter><report_suffix:suffix>", views.chapter_file, name="chapter_file"),
]
