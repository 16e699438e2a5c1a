"""Address of the page that refreshes files."""

from django.urls import path

from portal.refreshing import views

app_name = "refreshing"
urlpatterns = [path("refresh", views.refresh_page, name="refresh")]
