"""What the pages of the glossary show."""

from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from portal.glossary.linking import with_words_of
from portal.glossary.ordering import by_letter, in_dictionary_order
from portal.glossary.uses import related_terms, uses_of
from portal.glossary.vocabulary import Vocabulary, is_chinese
from portal.labels import LANGUAGES, language_now, page_path
from portal.models import Term
from portal.words import listed


def glossary_context(terms: list[Term]) -> dict:
    """By letter: each term with its name in the other language too, and with the terms of its definition explained."""
    vocabulary = Vocabulary(terms, language_now())
    return {
        "letters": [
            (letter, [listed_term(term, vocabulary) for term in group])
            for letter, group in by_letter(in_dictionary_order(terms))
        ]
    }


def listed_term(term: Term, vocabulary: Vocabulary) -> dict[str, str]:
    return {
        "code": term.code,
        "label": term.label,
        "other_name": other_name(term),
        "definition": mark_safe(with_words_of(vocabulary, escape(term.text("definition")), leave_out={term.code})),
        "aliases": listed(term.aliases),
    }


def term_context(term: Term, terms: list[Term], root: str) -> dict:
    """`terms` are all; `root` is the public address."""
    terms = in_dictionary_order(terms)
    place = terms.index(term)
    return {
        "term": term,
        "definition": term.text("definition"),
        "other_name": other_name(term),
        "aliases": aliases_by_language(term),
        "related": related_terms(term),
        "uses": uses_of(term),
        "previous": turn(terms[place - 1]) if place else None,
        "following": turn(terms[place + 1]) if place + 1 < len(terms) else None,
        "data": defined_term(term, root),
        "crumbs": [(_("Glossary"), page_path("glossary"))],
    }


def other_name(term: Term) -> str:
    """The name in the other language, where it is another."""
    other = next(code for code in LANGUAGES if code != language_now())
    name = term.text("name", other)
    return name if name != term.label else ""


def aliases_by_language(term: Term) -> list[tuple[str, str, str]]:
    """Language as HTML writes it, its name, the aliases in it; languages without any are left out."""
    chinese = [alias for alias in term.aliases if is_chinese(alias)]
    english = [alias for alias in term.aliases if not is_chinese(alias)]
    both = [("en", _("In English also"), listed(english)), ("zh-Hans", _("In Chinese also"), listed(chinese))]
    return [each for each in both if each[2]]


def turn(term: Term) -> dict[str, str]:
    return {"href": term.get_absolute_url(), "text": term.label}


def defined_term(term: Term, root: str) -> dict:
    """The term as schema.org describes it."""
    glossary = f"{root}{page_path('glossary')}"
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": f"{root}{term.get_absolute_url()}",
        "url": f"{root}{term.get_absolute_url()}",
        "termCode": term.code,
        "name": term.label,
        "alternateName": [name for name in (other_name(term), *term.aliases) if name],
        "description": term.text("definition"),
        "inLanguage": "zh-Hans" if language_now() == "zh-hans" else "en",
        "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": glossary, "url": glossary, "name": _("Glossary")},
    }
