"""Terms explained where they stand: the first mention of each in a text becomes a link with its definition."""

from collections.abc import Collection
from html.parser import HTMLParser

from django.utils.html import escape

from portal.glossary.vocabulary import Vocabulary, Word, current_vocabulary

# What stands in these stays as it is.
CLOSED = {
    "a",
    "button",
    "cite",
    "code",
    "dt",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "label",
    "pre",
    "script",
    "select",
    "style",
    "summary",
    "svg",
    "template",
    "textarea",
    "th",
}


def with_terms(html: str, language: str, *, leave_out: Collection[str] = ()) -> str:
    """Our own HTML with the first mention of each term as a link, save the terms whose codes are left out.

    A link that already leads to a term's page gets its definition too and counts as the first mention:

        a cold start  →  a <a class="term" href="/en/glossary/cold-start" data-definition="Delay of …">cold start</a>
    """
    return with_words_of(current_vocabulary(language), html, leave_out=leave_out)


def with_terms_but(seen: set[str], html: str, language: str) -> str:
    """The same in a further part of a page: `seen` are the codes of terms explained before, and gets those of now."""
    return marked(current_vocabulary(language), html, seen)


def with_words_of(vocabulary: Vocabulary, html: str, *, leave_out: Collection[str] = ()) -> str:
    """The same with a vocabulary at hand."""
    return marked(vocabulary, html, set(leave_out))


def marked(vocabulary: Vocabulary, html: str, seen: set[str]) -> str:
    marker = TermMarker(vocabulary, seen)
    marker.feed(html)
    marker.close()
    return "".join(marker.parts)


def term_link(word: Word, text: str) -> str:
    """`text` is HTML."""
    return f"{opening_tag(word)}{text}</a>"


def opening_tag(word: Word) -> str:
    name, definition = escape(word.name), escape(word.definition)
    return f'<a class="term" href="{escape(word.href)}" data-term="{name}" data-definition="{definition}">'


class TermMarker(HTMLParser):
    """Writes down what it reads, tags to the letter; only text and links to terms change."""

    def __init__(self, vocabulary: Vocabulary, seen: set[str]):
        super().__init__(convert_charrefs=False)
        self.vocabulary = vocabulary
        self.by_href = {word.href: word for word in vocabulary.words.values()}
        self.seen = seen
        self.closed = 0  # how many elements of CLOSED are open
        self.parts: list[str] = []

    def handle_starttag(self, tag, attrs):
        word = self.by_href.get(dict(attrs).get("href") or "") if tag == "a" else None
        self.closed += tag in CLOSED
        if word is None:
            self.parts.append(self.get_starttag_text() or "")
        else:
            self.seen.add(word.code)
            self.parts.append(opening_tag(word))

    def handle_startendtag(self, tag, attrs):
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag):
        self.closed -= tag in CLOSED
        self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        self.parts.append(data if self.closed else self.marked(data))

    def handle_entityref(self, name):
        self.parts.append(f"&{name};")

    def handle_charref(self, name):
        self.parts.append(f"&#{name};")

    def handle_comment(self, data):
        self.parts.append(f"<!--{data}-->")

    def marked(self, text: str) -> str:
        parts, end = [], 0
        for named in self.vocabulary.named_in(text):
            if named.word.code in self.seen:
                continue
            self.seen.add(named.word.code)
            parts += [text[end : named.start], term_link(named.word, text[named.start : named.end])]
            end = named.end
        return "".join([*parts, text[end:]])
