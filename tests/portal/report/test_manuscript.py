"""Chapters taken apart: passages, exhibits, links, footnotes."""

from portal.report.manuscript import PAGE, SOURCE, TERM, Link, Passage, Place, read_manuscript

CHAPTER = """\
## Use

Servers [exist](term:server), see [all](page:compare?products=a~b).[^1]

![The newest](exhibit:surveys/a/2020/b?by=region&only=x~y)

An ![exhibit](exhibit:surveys/a/2020/b) within text stays text.

[^1]: [The report](source:report), p. 7
"""


def test_exhibits_alone_in_a_paragraph_part_the_text():
    manuscript = read_manuscript(CHAPTER)

    assert [type(block) for block in manuscript.blocks] == [Passage, Place, Passage]
    assert manuscript.places == (Place("surveys/a/2020/b", "by=region&only=x~y", "The newest", line=5),)
    assert [block.line for block in manuscript.blocks] == [1, 5, 7]


def test_links_within_the_portal_are_known_with_their_lines():
    assert read_manuscript(CHAPTER).links == (
        Link(TERM, "server", line=3),
        Link(PAGE, "compare?products=a~b", line=3),
        Link(SOURCE, "report", line=9),
    )


def test_footnotes_stand_apart():
    assert [token.type for token in read_manuscript(CHAPTER).footnotes][:2] == ["footnote_block_open", "footnote_open"]
    assert read_manuscript("Text.").footnotes == ()


def test_markup_is_text():
    (passage,) = read_manuscript("<script>alert(1)</script> & [bad](javascript:alert(1))").blocks

    assert passage.tokens[1].children[0].type == "text"
    assert all(child.type == "text" for child in passage.tokens[1].children)


def test_nothing_makes_no_blocks():
    assert read_manuscript("").blocks == ()
