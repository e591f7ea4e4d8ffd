import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content import markup
from r2p_app.content.library import Citation
from r2p_app.content.markup import (
    Block,
    CitationSpan,
    ContentNote,
    Divider,
    Embed,
    Emphasis,
    HateSpeech,
    Heading,
    LineBreak,
    LinkSpan,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Strong,
    Text,
)
from r2p_app.content.parse import MAX_CHAPTER
from r2p_app.content.problems import Problem

ONE = "One paragraph.\n\nAnother one.\n\nA third one."


def block(body: str) -> Block:
    text = markup.parse(body)
    assert text.problems == ()
    assert len(text.blocks) == 1, text.blocks
    return text.blocks[0]


def fault(body: str) -> Problem:
    (problem,) = markup.parse(body, 10, "x.md").problems
    assert problem.file == "x.md"
    return problem


class TestBlocks:
    def test_a_paragraph_joins_its_lines(self) -> None:
        paragraph = block("One line\nand another.")
        assert isinstance(paragraph, Paragraph)
        assert paragraph.spans == (Text("One line and another."),)

    def test_headings_begin_at_the_second_level(self) -> None:
        heading = block("### Warnings")
        assert isinstance(heading, Heading)
        assert (heading.level, heading.spans) == (3, (Text("Warnings"),))
        problem = fault("# Warnings")
        assert (problem.code, problem.line) == ("markup-heading", 10)

    def test_lists(self) -> None:
        outer = block("- one\n- two\n  1. three\n")
        assert isinstance(outer, ListBlock)
        assert not outer.ordered
        assert [len(item) for item in outer.items] == [1, 2]
        inner = outer.items[1][1]
        assert isinstance(inner, ListBlock)
        assert (inner.ordered, inner.start) == (True, 1)
        assert markup.plain_text([outer]) == "one\ntwo\nthree"

    def test_an_ordered_list_keeps_its_first_number(self) -> None:
        numbered = block("3. three\n4. four\n")
        assert isinstance(numbered, ListBlock)
        assert numbered.start == 3

    def test_quotes_and_dividers(self) -> None:
        quote, divider = markup.parse("> Words of others.\n\n---\n").blocks
        assert isinstance(quote, Quote)
        assert markup.plain_text(quote.blocks) == "Words of others."
        assert isinstance(divider, Divider)

    @pytest.mark.parametrize(("name", "type_"), [("note", Note), ("content-note", ContentNote)])
    def test_notes(self, name: str, type_: type[Note] | type[ContentNote]) -> None:
        note = block(f"::: {name}\nOne.\n\n- two\n:::\n")
        assert isinstance(note, type_)
        assert markup.plain_text(note.blocks) == "One.\ntwo"

    def test_an_embed_stands_alone(self) -> None:
        embed = block("![The *ceiling*](r2p://series/ser-a)")
        assert isinstance(embed, Embed)
        assert (embed.kind, embed.item) == ("series", "ser-a")
        assert embed.spans == (Text("The "), Emphasis((Text("ceiling"),)))

    @pytest.mark.parametrize("kind", markup.EMBEDDABLE)
    def test_kinds_that_can_be_embedded(self, kind: str) -> None:
        assert isinstance(block(f"![x](r2p://{kind}/some-id)"), Embed)

    def test_lines_are_those_of_the_file(self) -> None:
        text = markup.parse("One.\n\n::: note\nTwo.\n:::\n\n- three\n- four\n", 12)
        assert [inner.line for inner in text.walk()] == [12, 14, 15, 18, 18, 19]

    @pytest.mark.parametrize(
        ("body", "code", "line", "column"),
        [
            ("Some <b>bold</b> text", "html", 10, 6),
            ("One.\n\n<script>alert(1)</script>", "html", 12, 1),
            ("<!-- note -->", "html", 10, 1),
            ("[a](https://x.y)", "link-scheme", 10, 5),
            ("One\n[a](javascript:x)", "link-scheme", 11, 5),
            ("[a](file:///etc/passwd)", "link-scheme", 10, 5),
            ("[a](../other.md)", "link-scheme", 10, 5),
            ("![a](https://x.y/z.png)", "link-scheme", 10, 6),
            ("![a](r2p://lesson/l-a)", "markup-embed", 10, 6),
            ("![a](r2p://event/a/b)", "markup-embed", 10, 6),
            ("Text ![a](r2p://event/a) text", "markup-embed", 10, 11),
            ("One.\n\n::: foo\nx\n:::\n", "markup-container", 12, 5),
            ("::: note\nx\n", "markup-container", 10, 1),
            ("Text\n\n:::\n", "markup-container", 12, 1),
            ("::: note\n:::\n", "markup-empty", 10, 1),
            ("```\ncode", "markup-foreign", 10, 1),
            ("| a | b |", "markup-foreign", 10, 1),
            ("[@]", "citation", 10, 1),
            ("Text [@, p. 3]", "citation", 10, 6),
            ("One [@a, p. 3; ch. 8]", "citation", 10, 5),
            ("##", "markup-heading", 10, 1),
            ("One {#Not Good}", "markup-anchor", 10, 1),
            ("One {#a}\n\nTwo {#a}", "markup-anchor", 12, 1),
        ],
    )
    def test_faults_and_where_they_stand(self, body: str, code: str, line: int, column: int) -> None:
        problem = fault(body)
        assert (problem.code, problem.line, problem.column) == (code, line, column)

    @pytest.mark.parametrize("body", ["n < 10", "5 <6", "a <- b", "Q&A &lt;b&gt; &amp;", "R2P://X"])
    def test_what_is_no_fault(self, body: str) -> None:
        assert markup.parse(body).problems == ()
        assert markup.plain_text(markup.parse(body).blocks) == body


class TestSpans:
    def spans(self, body: str) -> tuple[markup.Span, ...]:
        paragraph = block(body)
        assert isinstance(paragraph, Paragraph)
        return paragraph.spans

    def test_emphasis(self) -> None:
        assert self.spans("a *b **c*** d") == (Text("a "), Emphasis((Text("b "), Strong((Text("c"),)))), Text(" d"))

    def test_breaks(self) -> None:
        assert self.spans("a\\\nb") == (Text("a"), LineBreak(), Text("b"))

    def test_links_know_their_place(self) -> None:
        link = self.spans("The\n[*general*](r2p://actor/p-a) wrote")[1]
        assert link == LinkSpan("r2p://actor/p-a", (Emphasis((Text("general"),)),), 2, 13)

    def test_citations_are_numbered_through_the_chapter(self) -> None:
        text = markup.parse("One.[@a, p. 1; b]\n\n::: note\nTwo.[@c]\n:::\n\n![x [@d]](r2p://event/e)\n\nThree.[@a]")
        assert [citation.number for citation in text.citations] == [1, 2, 3, 4]
        assert text.citations[0].citations == (Citation("a", "p. 1"), Citation("b", ""))
        assert [(citation.line, citation.column) for citation in text.citations] == [(1, 5), (4, 5), (7, 5), (9, 7)]

    def test_a_citation_may_run_over_a_line(self) -> None:
        assert markup.parse("One [@a,\np. 1;\n@b]").citations[0].citations == (Citation("a", "p. 1"), Citation("b", ""))

    def test_what_is_no_source_is_not_cited(self) -> None:
        text = markup.parse("One [@a, p. 3; ch. 8] [@; ?] [@b]")
        assert [(span.number, span.citations) for span in text.citations] == [
            (1, (Citation("a", "p. 3"),)),
            (2, (Citation("b", ""),)),
        ]
        assert markup.plain_text(text.blocks) == "One  [@; ?] "

    def test_a_bracket_without_end_is_text(self) -> None:
        assert self.spans("One [@a, p. 1") == (Text("One [@a, p. 1"),)

    def test_links_that_leave_the_program_stay_as_words(self) -> None:
        text = markup.parse("See [the *page*](https://x.y) there")
        assert text.links == ()
        assert markup.plain_text(text.blocks) == "See the page there"

    def test_the_links_of_a_chapter(self) -> None:
        text = markup.parse("- [a](r2p://event/a)\n\n> [b *c*](r2p://term/b)")
        assert [(link.link, link.line) for link in text.links] == [("r2p://event/a", 1), ("r2p://term/b", 3)]


class TestAnchors:
    def test_explicit_ones(self) -> None:
        text = markup.parse("## Roots {#roots}\n\nOne [@a]. {#one}\n\nTwo *three* {#two}")
        assert [inner.anchor for inner in text.blocks] == ["roots", "one", "two"]
        assert "{#" not in markup.plain_text(text.blocks)

    def test_derived_ones_do_not_depend_on_the_rest(self) -> None:
        before = [inner.anchor for inner in markup.parse(ONE).blocks]
        after = [inner.anchor for inner in markup.parse("New.\n\n" + ONE.replace("Another", "Quite another")).blocks]
        assert after[1] == before[0]
        assert after[2] != before[1]
        assert after[3] == before[2]

    def test_they_do_not_depend_on_line_breaks(self) -> None:
        assert block("One two\nthree").anchor == block("One\ntwo three").anchor

    def test_equal_texts_have_different_ones(self) -> None:
        text = markup.parse("Same.\n\nSame.\n\n> Same.\n\n---\n\n---\n")
        assert len(text.anchors) == len(list(text.walk())) == 6

    @given(
        st.lists(st.sampled_from(["One.", "Two {#x}", "## Two", "- a\n- a", "> One.", "---", "![c](r2p://event/e)"]))
    )
    def test_always_unique(self, parts: list[str]) -> None:
        text = markup.parse("\n\n".join(parts))
        assert len(text.anchors) == len(list(text.walk()))


class TestShortFields:
    def test_emphasis_and_links(self) -> None:
        spans = markup.inline("A *b* [c](r2p://event/e)")
        assert spans == (Text("A "), Emphasis((Text("b"),)), Text(" "), LinkSpan("r2p://event/e", (Text("c"),), 1, 11))

    @pytest.mark.parametrize(
        "text", ["", "Plain words.", "5 < 6 & 7", "## no heading", "- no list", "1. no list", "&lt;"]
    )
    def test_plain_text_stays(self, text: str) -> None:
        assert markup.span_text(markup.inline(text)) == text

    def test_foreign_links_and_citations_do_not_pass(self) -> None:
        assert markup.inline("[a](https://x.y) [@b]") == (Text("a "),)


class TestWords:
    def test_what_a_reader_reads(self) -> None:
        text = markup.parse("## Two words\n\nOne *two* [three](r2p://event/e).[@a, p. 1]\n\n![Four](r2p://series/s)\n")
        assert markup.word_count(text.blocks) == 6
        assert markup.plain_text(text.blocks) == "Two words\nOne two three.\nFour"


@given(st.text(alphabet=st.sampled_from("ab *_[]()!@:>-#{}<\\`|&\n\t1.;,/éš\u200d"), max_size=80))
def test_any_text_becomes_a_tree(body: str) -> None:
    text = markup.parse(body, 3, "x.md")
    last = 3 + body.count("\n")
    assert all(3 <= inner.line <= last for inner in text.walk())
    assert all(3 <= problem.line <= last and problem.column >= 1 for problem in text.problems)
    assert [citation.number for citation in text.citations] == list(range(1, len(text.citations) + 1))
    assert all(span.link.startswith("r2p://") for span in text.links)
    assert all(isinstance(span, CitationSpan) for span in text.citations)


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "*a ", "**a", "_*a", "> ", "- ", "[@", "[](", "[a](<b", "\\", "a\n", "::: note\n", "[[[a](b)", "{#a}"],
)
def test_hostile_chapters_take_bounded_time(piece: str) -> None:
    started = time.process_time()
    markup.parse(piece * (MAX_CHAPTER // len(piece)))
    assert time.process_time() - started < 20


def test_quoted_hate_speech_is_a_quotation_that_says_what_it_is() -> None:
    quoted = block("::: hate-speech\nWords of hate [@ictr-media, para 1].\n:::\n")
    assert isinstance(quoted, HateSpeech)
    assert isinstance(quoted, Quote)


def test_quoted_hate_speech_names_its_source() -> None:
    problem = fault("Before.\n\n::: hate-speech\nWords of hate.\n:::\n")
    assert (problem.code, problem.line) == ("markup-hate-speech", 12)
