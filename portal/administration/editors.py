"""The group Editors: the research team, which changes data but not users.

Made after each migrate, and not by a data migration: permissions come to be only after all migrations have run, and a
model that is added later is then in the group without a migration of its own. The group is set to the list below each
time; who needs other rights makes another group.
"""

from django.apps import apps as installed
from django.conf import settings
from django.db.models import Q

GROUP = "Editors"
# Loading is adding an import run; nobody changes or deletes one. The version is kept by the portal itself.
RIGHTS_ELSEWHERE = {"importrun": ("view", "add"), "dataversion": ()}


def make_editors(sender, using, apps=installed, **more) -> None:
    """Receiver of post_migrate; it comes once for each app, after the app's permissions are made.

    `migrate` gives the apps as they were then, `flush` none.
    """
    if sender.name not in {"portal", *settings.PORTAL_APPS}:
        return
    try:
        group_model = apps.get_model("auth", "Group")
        permission_model = apps.get_model("auth", "Permission")
    except LookupError:
        return  # a migrate of this app alone: no groups yet
    group, _made = group_model.objects.using(using).get_or_create(name=GROUP)
    of_app = Q(content_type__app_label=sender.label)
    wanted = permission_model.objects.using(using).filter(of_app, codename__in=codenames(sender))
    group.permissions.remove(*group.permissions.filter(of_app).exclude(pk__in=wanted.values("pk")))
    group.permissions.add(*wanted)


def codenames(app) -> set[str]:
    """Such as add_fact: all that Editors may do in the app. What is cited is kept from deletion elsewhere."""
    return {
        f"{action}_{model._meta.model_name}"
        for model in app.get_models()
        for action in RIGHTS_ELSEWHERE.get(model._meta.model_name, model._meta.default_permissions)
    }
