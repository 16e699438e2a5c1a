"""When surveys were published, for what is new on the portal."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.site.sections import News
from portal.words import headed, write_count
from surveys.models import Figure, Wave


def news() -> list[News]:
    """One for each wave whose source shows a date, or whose fieldwork has an end."""
    numbers = Figure.objects.numbers_by_wave()
    found = []
    for wave in Wave.objects.with_context():
        date = wave.source.published or wave.fieldwork_end
        if not date:
            continue
        what = _("survey published") if wave.source.published else _("end of fieldwork")
        count = numbers.get(wave.pk, 0)
        figures = ngettext("%(count)s figure here", "%(count)s figures here", count) % {"count": write_count(count)}
        found.append(
            News(
                kind="survey",
                date=date,
                text=headed(wave.title(), _("%(what)s; %(figures)s") % {"what": what, "figures": figures}),
                address=f"surveys/{wave.survey.slug}/{wave.slug}",
                key=f"survey/{wave.survey.slug}/{wave.slug}",
                source=wave.source.code,
            )
        )
    return found
