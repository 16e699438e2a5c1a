"""manage.py publish_answers: lets readers ask a revision of a wave's answers, or takes it from them."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from surveys.intake.publication import PublicationRefused, publish, withdraw
from surveys.models import Dataset


class Command(BaseCommand):
    help = (
        "Publishes the newest revision of a wave's answers, or the one named, and withdraws the one before. "
        "Old revisions are kept."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("survey", metavar="SURVEY", help="slug of the survey")
        parser.add_argument("wave", metavar="WAVE", help="slug of the wave")
        parser.add_argument("--revision", default="", help="the beginning of its hash; the newest by default")
        parser.add_argument("--withdraw", action="store_true", help="take the published revision from readers")

    def handle(self, *, survey, wave, revision, withdraw, **options):
        datasets = list(Dataset.objects.for_address(survey, wave).with_context())
        if not datasets:
            raise CommandError(_("No answers of %(survey)s %(wave)s are loaded.") % {"survey": survey, "wave": wave})
        if withdraw:
            self.take_away([each for each in datasets if each.is_published and each.revision.startswith(revision)])
        else:
            self.let_ask([each for each in datasets if each.revision.startswith(revision)], datasets, revision)

    def take_away(self, published: list[Dataset]) -> None:
        if not published:
            raise CommandError(_("No such revision is published."))
        withdraw(published[0])
        self.stdout.write(self.style.SUCCESS(_("%(dataset)s is withdrawn.") % {"dataset": published[0]}))

    def let_ask(self, found: list[Dataset], known: list[Dataset], revision: str) -> None:
        if not found or (revision and len(found) > 1):
            names = ", ".join(each.short_revision for each in known)
            words = _("Revision %(revision)s: expected the beginning of one of %(names)s.")
            raise CommandError(words % {"revision": revision, "names": names})
        try:
            is_news = publish(found[0])
        except PublicationRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        words = _("%(dataset)s is published.") if is_news else _("%(dataset)s was published already.")
        self.stdout.write(self.style.SUCCESS(words % {"dataset": found[0]}))
