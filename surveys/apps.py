"""The app's name for Django."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from surveys.researchers import make_researchers


class SurveysConfig(AppConfig):
    name = "surveys"
    verbose_name = _("Surveys")

    def ready(self):
        post_migrate.connect(make_researchers, sender=self, dispatch_uid="surveys.make_researchers")
