"""Addresses of the report; those of its exhibits and files stand before them."""

from django.urls import path

from portal.report import views

app_name = "report"
urlpatterns = [
    path("report", views.cover, name="cover"),
    path("report/<code:slug>", views.chapter, name="chapter"),
]
