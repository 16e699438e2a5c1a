"""Walks the admin as a browser does: addresses, and forms sent back as they were shown, with some fields changed."""

from decimal import Decimal

from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from portal.administration.editors import GROUP

MAX_QUERIES = 14  # of a page, however many rows it shows
FACETS = "?_facets=True"  # counts beside the filters: two queries for each filter


def client_of(*, name: str = "editor", group: str = GROUP, superuser: bool = False) -> Client:
    """A browser in which a member of the research team is logged in."""
    user = User.objects.create_user(name, is_staff=True, is_superuser=superuser)
    if group and not superuser:
        user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def address(model: type[Model], page: str, *keys) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=keys)


def pages_of(row: Model) -> list[str]:
    """Every page about a row and its model, with a search."""
    model = type(row)
    changelist = address(model, "changelist")
    pages = [address(model, page, row.pk) for page in ("change", "delete", "history")]
    return [changelist, f"{changelist}?q=name+of", f"{changelist}{FACETS}", address(model, "add"), *pages]


def most_queries(page: str) -> int:
    """More where a page asks for each filter, or for each table that may cite the row to delete."""
    return 3 * MAX_QUERIES if page.endswith((FACETS, "/delete/")) else MAX_QUERIES


def shown_values(response) -> dict[str, str]:
    """What the form of an add or change page would send back unchanged."""
    context = response.context
    values = values_of(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        values |= values_of(inline.formset.management_form)
        if inline.has_change_permission:
            for form in inline.formset.initial_forms:
                values |= values_of(form)
    return values


def values_of(form) -> dict[str, str]:
    values = {field.html_name: as_sent(field.value()) for field in form}
    return {name: value for name, value in values.items() if value is not None}


def as_sent(value) -> str | None:
    """None for what a browser leaves out: an unticked box."""
    if value is False:
        return None
    if value is True:
        return "on"
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def save(client: Client, where: str, **changes):
    """Opens the page, changes these fields and saves; None leaves a field out."""
    values = shown_values(client.get(where)) | changes
    return client.post(where, {name: value for name, value in values.items() if value is not None})


def errors_of(response) -> str:
    """All messages of a form that was shown again, in one text."""
    assert response.status_code == 200, f"saved: {response.status_code}"
    context = response.context
    texts = [str(context["adminform"].form.errors)]
    texts += [
        str(inline.formset.errors) + str(inline.formset.non_form_errors())
        for inline in context["inline_admin_formsets"]
    ]
    return " ".join(texts)


def delete_selected(client: Client, *rows: Model):
    """The action over many rows, confirmed."""
    keys = [row.pk for row in rows]
    data = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
    return client.post(address(type(rows[0]), "changelist"), data)
