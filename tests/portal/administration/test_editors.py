"""The group Editors: data and uploads, not users."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from portal.administration.editors import GROUP, make_editors

pytestmark = pytest.mark.django_db


def rights() -> set[str]:
    found = Group.objects.get(name=GROUP).permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{codename}" for app, codename in found}


@pytest.mark.parametrize("app", ["portal", "vendors", "surveys"])
def test_editors_may_do_all_with_data(app):
    kept = {"importrun", "dataversion"}
    models = [model._meta.model_name for model in apps.get_app_config(app).get_models()]

    wanted = {
        f"{app}.{action}_{model}"
        for model in models
        if model not in kept
        for action in ("add", "change", "delete", "view")
    }

    assert wanted <= rights()


def test_editors_may_upload_but_not_touch_runs_versions_and_users():
    elsewhere = {
        right for right in rights() if "importrun" in right or "dataversion" in right or right.startswith("auth")
    }

    assert elsewhere == {"portal.view_importrun", "portal.add_importrun"}


def test_migrating_again_sets_the_group_to_its_list():
    group = Group.objects.get(name=GROUP)
    before = rights()
    group.permissions.remove(Permission.objects.get(codename="add_fact"))
    group.permissions.add(Permission.objects.get(codename="delete_importrun"))

    call_command("migrate", verbosity=0)

    assert rights() == before


def test_rights_given_in_other_apps_stay():
    group = Group.objects.get(name=GROUP)
    group.permissions.add(Permission.objects.get(codename="view_user"))

    call_command("migrate", verbosity=0)

    assert "auth.view_user" in rights()


def test_an_app_without_data_gives_no_rights():
    before = rights()

    make_editors(sender=apps.get_app_config("auth"), apps=apps, using="default")

    assert rights() == before


def test_migrating_before_groups_exist_does_nothing():
    class Early:
        def get_model(self, app, model):
            raise LookupError(app)

    Group.objects.all().delete()

    make_editors(sender=apps.get_app_config("vendors"), apps=Early(), using="default")

    assert not Group.objects.exists()


def test_a_flush_gives_no_apps_and_keeps_the_group():
    make_editors(sender=apps.get_app_config("vendors"), using="default")

    assert Group.objects.get(name=GROUP).permissions.filter(codename="change_product").exists()
