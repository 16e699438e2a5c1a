"""Everything of the surveys that search finds, with words of both languages."""

from collections.abc import Iterator

from django.utils.translation import override

from portal.labels import LANGUAGES
from portal.site.sections import Entry
from surveys.answers import published_answers
from surveys.crosstabs.asking import asking_of
from surveys.frames.catalogue import leading
from surveys.models import Dataset, Figure, Question, Survey, Wave, Wording
from surveys.related import address_of
from surveys.topics import TOPICS

YEAR = 4  # digits


def entries() -> Iterator[Entry]:
    yield from _topics()
    yield from _surveys()
    yield from _waves()
    yield from _questions()
    yield from _options()
    yield from _figures()
    yield from _tables()


def _topics() -> Iterator[Entry]:
    for topic in TOPICS:
        with override("en"):
            english, preview = str(topic.title), topic.text
        with override("zh-hans"):
            chinese, preview_zh = str(topic.title), topic.text
        yield Entry(
            "topic", topic.address, english, chinese, (topic.code,), preview, preview_zh, rank=1, topic=topic.code
        )


def _surveys() -> Iterator[Entry]:
    for survey in Survey.objects.with_waves().with_content():
        waves = [wave.slug for wave in survey.waves.all()]
        span = f"{waves[0]}–{waves[-1]}" if len(waves) > 1 else waves[0]
        yield Entry(
            "survey",
            f"surveys/{survey.slug}",
            survey.text("name", "en"),
            survey.text("name", "zh-hans"),
            (survey.slug, survey.publisher),
            f"{survey.publisher} · {span}",
            f"{survey.publisher} · {span}",
            rank=2,
            survey=survey.slug,
        )


def _waves() -> Iterator[Entry]:
    for wave in Wave.objects.with_context():
        titles = [wave.title(language) for language in ("en", "zh-hans")]
        yield Entry(
            "wave",
            f"surveys/{wave.survey.slug}/{wave.slug}",
            *titles,
            (wave.slug, wave.survey.publisher),
            wave.text("population", "en"),
            wave.text("population", "zh-hans"),
            rank=4,
            **place_of(wave),
        )


def _questions() -> Iterator[Entry]:
    """One entry a question and wave, with its answers among the words and the leading one as preview."""
    found: dict[tuple[int, int], list[Figure]] = {}
    for figure in Figure.objects.of_whole_samples().with_context().in_code_order():
        found.setdefault((figure.wave_id, figure.option.question_id), []).append(figure)
    for wording in Wording.objects.with_context():
        figures = found.get((wording.wave_id, wording.question_id), [])
        first = leading(figures)
        where = [wording.wave.title(language) for language in ("en", "zh-hans")]
        result = [
            f"{first.option.text('name', language)} {share(first)}" if first else "" for language in ("en", "zh-hans")
        ]
        words = [wording.question.code, wording.text_en, wording.text_zh, *where]
        words += [name for figure in figures for name in (figure.option.name_en, figure.option.name_zh)]
        previews = [" · ".join(text for text in pair if text) for pair in zip(result, where, strict=True)]
        question = wording.question
        yield Entry(
            "question",
            address_of(wording),
            question.text("name", "en"),
            question.text("name", "zh-hans"),
            tuple(dict.fromkeys(word for word in words if word)),
            *previews,
            rank=3,
            topic=question.topic,
            **place_of(wording.wave),
        )


def _options() -> Iterator[Entry]:
    """One entry an option, at its newest wave: "AWS Lambda · 5% · China cloud-native user survey 2020"."""
    newest: dict[int, Figure] = {}
    for figure in Figure.objects.of_whole_samples().with_context().in_code_order():
        newest[figure.option_id] = figure
    for figure in newest.values():
        option, wave = figure.option, figure.wave
        previews = [f"{share(figure)} · {wave.title(language)}" for language in ("en", "zh-hans")]
        yield Entry(
            "option",
            f"surveys/{wave.survey.slug}/{wave.slug}/{option.question.code}",
            option.text("name", "en"),
            option.text("name", "zh-hans"),
            (option.question.name_en, option.question.name_zh, *previews),
            *previews,
            rank=6,
            topic=option.question.topic,
            **place_of(wave),
        )


def _figures() -> Iterator[Entry]:
    """One entry a published number: "AWS Lambda · 5% · Africa · CNCF annual survey 2021"; groups come last."""
    for figure in Figure.objects.with_context().in_code_order():
        option, wave, segment = figure.option, figure.wave, figure.segment
        groups = [segment.text("name", language) if segment else "" for language in LANGUAGES]
        previews = [
            " · ".join(filter(None, (share(figure), group, wave.title(language))))
            for group, language in zip(groups, LANGUAGES, strict=True)
        ]
        yield Entry(
            "figure",
            figure.address,
            option.text("name", "en"),
            option.text("name", "zh-hans"),
            (option.question.name_en, option.question.name_zh, *previews),
            *previews,
            rank=9 if segment else 8,
            topic=option.question.topic,
            **place_of(wave),
        )


def _tables() -> Iterator[Entry]:
    """One entry a question that readers may break down themselves, because the answers of its wave are published."""
    for dataset in Dataset.objects.published().with_context().in_order():
        wave = dataset.wave
        published = published_answers(wave.survey.slug, wave.slug)
        if published is None:
            continue
        asking = asking_of(published, Question.objects.in_survey(wave.survey))
        titles = [wave.title(language) for language in LANGUAGES]
        for question in asking.codebook.tabulated:
            english, chinese = asking.both(question.code)
            answers = [name for option in question.options for name in (option.label_en, option.label_zh)]
            yield Entry(
                "table",
                f"surveys/{wave.survey.slug}/{wave.slug}/crosstab?rows={question.code}",
                english,
                chinese,
                (question.code, question.text_en, question.text_zh, *titles, *answers),
                *titles,
                rank=6,
                topic=question.topic if question.topic in Question.Topic.values else "",
                **place_of(wave),
            )


def place_of(wave: Wave) -> dict[str, str]:
    """By what matches can be narrowed; slugs of waves begin with the year."""
    return {"survey": wave.survey.slug, "year": wave.slug[:YEAR]}


def share(figure: Figure) -> str:
    """The same in both languages: numbers of search do not follow the page."""
    return f"{figure.percent.normalize():f}%"
