"""The group Researchers: staff who may see tables of answers without disclosure control; each look is logged.

Made after each migrate, as the group Editors is. Editors are not researchers: who is both is in both groups.
"""

from django.apps import apps as installed

GROUP = "Researchers"
RIGHTS = ("see_answers", "view_dataset")


def make_researchers(sender, using, apps=installed, **more) -> None:
    """Receiver of post_migrate of this app. `migrate` gives the apps as they were then, `flush` none."""
    try:
        group_model = apps.get_model("auth", "Group")
        permission_model = apps.get_model("auth", "Permission")
    except LookupError:
        return  # a migrate of this app alone: no groups yet
    group, _made = group_model.objects.using(using).get_or_create(name=GROUP)
    wanted = permission_model.objects.using(using).filter(
        content_type__app_label=sender.label, content_type__model="dataset", codename__in=RIGHTS
    )
    group.permissions.add(*wanted)
