"""Addresses of the report's exhibits."""

from portal.exhibits.routing import exhibit_paths
from portal.report.diagrams import views

app_name = "report_exhibits"
urlpatterns = [
    *exhibit_paths("report/exhibits", views.places, name="list"),
    *exhibit_paths("report/exhibits/<code:code>", views.exhibit, name="exhibit"),
]
