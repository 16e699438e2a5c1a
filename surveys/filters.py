"""Parameters of the surveys' pages: which look at which figures a reader asks for."""

from collections.abc import Iterable, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.charts.palette import CATEGORIES
from portal.parameters import ChoiceField
from surveys import looks
from surveys.look_forms import LookForm
from surveys.looks import APART, BARS, DOTS, JOINED, JOINS, LINES, TABLE, Look
from surveys.models import Figure, Question, Wording

COMPARABLE, ALL = "comparable", "all"
SHOWS = [(COMPARABLE, _("the most comparable question")), (ALL, _("every question"))]


class QuestionForm(LookForm):
    """`dimensions` maps the codes a question is broken down by to their labels; `sort` is its order by default."""

    by = ChoiceField(choices=(), required=False, label=_("Broken down by"))

    def __init__(self, data, *, question: Question, figures: Sequence[Figure], dimensions, sort: str, **options):
        super().__init__(data, allowed=labels_of(figures), **options)
        self.fields["by"].choices = list(dimensions.items())
        self.question, self.figures = question, figures
        self.defaults |= {"sort": sort, "by": looks.only_dimension(figures)}

    def figures_of(self, look: Look) -> Sequence[Figure]:
        return looks.shown_figures(self.figures, look)

    def charts_of(self, look: Look) -> tuple[str, ...]:
        return looks.question_charts(self.question, self.figures, look)

    def steady_charts(self, look: Look) -> tuple[str, ...]:
        has_parts = bool(look.by or looks.only_dimension(self.figures))
        return super().steady_charts(look) if has_parts else (BARS, DOTS, TABLE)


class TrendForm(LookForm):
    """`latest` are the codes of the answers from the largest newest share on: the first are shown by default.

    `has_breaks` says whether there is anything that lines can be joined across.
    """

    join = ChoiceField(choices=JOINS, required=False, label=_("Lines at breaks"))

    def __init__(self, data, *, figures: Sequence[Figure], latest: Sequence[str], has_breaks: bool = False, **options):
        super().__init__(data, allowed=labels_of(figures), limit=CATEGORIES, **options)
        self.figures, self.latest, self.has_breaks = figures, latest, has_breaks
        self.defaults |= {"sort": "order", "join": APART}

    def clean(self):
        values = super().clean()
        if values.get("join") == JOINED and not self.errors:
            if not self.has_breaks:
                raise forms.ValidationError({"join": _("There is no break here to join lines across.")})
            if self.look.chart != LINES:
                raise forms.ValidationError(
                    {"join": _("Only lines are joined across breaks: leave out chart or join.")}
                )
        return values

    def options_of(self, values) -> tuple[str, ...]:
        """No more than lines can be told apart."""
        left = super().options_of(values) or tuple(self.allowed)
        most = [code for code in self.latest if code in left][:CATEGORIES]
        return () if len(most) == len(self.allowed) else tuple(code for code in self.allowed if code in most)

    def figures_of(self, look: Look) -> Sequence[Figure]:
        return [figure for figure in self.figures if not look.options or figure.option.code in look.options]

    def charts_of(self, look: Look) -> tuple[str, ...]:
        return looks.trend_charts(self.figures_of(look))


class WaveForm(LookForm):
    """`only` and `except` take questions here; `figures` are those of the whole sample."""

    def __init__(self, data, *, wordings: Sequence[Wording], figures: Sequence[Figure], **options):
        allowed = {wording.question.code: wording.question.label for wording in wordings}
        super().__init__(data, allowed=allowed, **options)
        del self.fields["value"]
        self.fields["only"].label = _("Questions")
        self.figures = figures
        self.defaults |= {"sort": "order"}

    def figures_of(self, look: Look) -> Sequence[Figure]:
        codes = look.options or self.allowed
        return [figure for figure in self.figures if figure.option.question.code in codes]


class TopicForm(LookForm):
    """`only` and `except` take surveys here; `nearest` is one wording a survey, empty where none compares."""

    show = ChoiceField(choices=SHOWS, required=False, label=_("Questions"))

    def __init__(
        self, data, *, wordings: Sequence[Wording], nearest: Sequence[Wording], figures: Sequence[Figure], **options
    ):
        allowed = {wording.wave.survey.slug: wording.wave.survey.label for wording in nearest or wordings}
        super().__init__(data, allowed=allowed, **options)
        del self.fields["sort"]
        self.fields["only"].label = _("Surveys")
        self.wordings, self.nearest, self.figures = wordings, nearest, figures
        self.defaults |= {"show": COMPARABLE if nearest else ALL}

    def clean(self):
        values = super().clean()
        if not self.errors and not self.wordings_of(self.look):
            raise forms.ValidationError({"only": _("No question of these surveys compares with those of the others.")})
        return values

    @property
    def is_nearest(self) -> bool:
        return bool(self.nearest) and self.cleaned_data["show"] != ALL

    def wordings_of(self, look: Look) -> list[Wording]:
        wordings = self.nearest if self.is_nearest else self.wordings
        return [wording for wording in wordings if wording.wave.survey.slug in (look.options or self.allowed)]

    def figures_of(self, look: Look) -> Sequence[Figure]:
        """In the order of the wordings."""
        return figures_in_order(self.figures, self.wordings_of(look))

    def charts_of(self, look: Look) -> tuple[str, ...]:
        return (BARS, TABLE) if self.is_nearest and self.figures_of(look) else (TABLE,)


def labels_of(figures: Iterable[Figure]) -> dict[str, str]:
    """{code: label} of the answers with figures, in the order of the code list."""
    options = {figure.option for figure in figures}
    return {option.code: option.label for option in sorted(options, key=lambda option: (option.order, option.code))}


def figures_in_order(figures: Iterable[Figure], wordings: Sequence[Wording]) -> list[Figure]:
    """Those of these questions in these waves, question by question."""
    places = {(wording.wave_id, wording.question_id): place for place, wording in enumerate(wordings)}
    wanted = [figure for figure in figures if (figure.wave_id, figure.option.question_id) in places]
    return sorted(wanted, key=lambda figure: places[figure.wave_id, figure.option.question_id])
