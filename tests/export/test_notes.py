"""The file of notes, read by another Markdown parser than the one it was made for."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.export.notes import Noted, Words, escaped, notes_markdown
from r2p_app.notes.annotation import Annotation, Kind
from tests.store.sample import an_annotation
from tests.ui.mini import mini_library

WORDS = Words(
    title="Notes",
    bookmark="Bookmark",
    changed="The text has changed.",
    gone="The chapter is gone.",
    elsewhere="Elsewhere",
    open="Open",
    date=lambda _mark: "11 April 2024",
    source="From “A pack”. Licence: CC BY-SA 4.0.",
)
CHAPTER = "rwanda-warnings"


def mark(quote: str, note: str = "", *, item: str = CHAPTER, kind: Kind = Kind.HIGHLIGHT) -> Annotation:
    return replace(an_annotation(item=item, note=note), quote=quote, kind=kind)


def made(*noted: Noted, library: Library | None = None) -> str:
    return notes_markdown(library or mini_library(), noted, WORDS)


def texts(markdown: str, opening: str) -> list[str]:
    """The words inside blocks of a kind, as CommonMark reads them."""
    found: list[str] = []
    depth = 0
    for token in MarkdownIt("commonmark").parse(markdown):
        depth += (token.type == f"{opening}_open") - (token.type == f"{opening}_close")
        if depth and token.type == "inline":
            found.append("".join(_plain(child.type, child.content) for child in token.children or []))
    return found


def _plain(kind: str, content: str) -> str:
    return "\n" if kind in ("softbreak", "hardbreak") else content


def test_chapters_are_headings_and_quotations_block_quotes() -> None:
    markdown = made(Noted(mark("The words marked.", "Why so late?")))
    assert texts(markdown, "heading") == ["Notes", "Rwanda", "The warnings"]
    assert texts(markdown, "blockquote") == ["The words marked."]
    assert "Why so late?" in texts(markdown, "paragraph")


def test_the_link_leads_back_to_the_place() -> None:
    markdown = made(Noted(mark("The words marked.")))
    tokens = MarkdownIt("commonmark").parse(markdown)
    links = [child.attrs["href"] for token in tokens for child in token.children or [] if child.type == "link_open"]
    assert links == ["r2p://case/rwanda/read/rwanda-warnings#p1"]
    assert Link.parse(str(links[0])).fragment == "p1"


def test_the_source_and_the_licence_are_named() -> None:
    assert "Licence: CC BY-SA 4.0." in made()


def test_words_that_are_lost_are_kept_and_said_to_be() -> None:
    markdown = made(
        Noted(mark("Gone words."), is_lost=True), Noted(mark("Others.", item="no-such-chapter"), is_lost=True)
    )
    assert texts(markdown, "blockquote") == ["Gone words.", "Others."]
    assert "*The text has changed.*" in markdown
    assert "*The chapter is gone.*" in markdown
    assert texts(markdown, "heading")[-1] == "Elsewhere"


def test_a_bookmark_says_that_it_is_one() -> None:
    assert "**Bookmark**" in made(Noted(mark("A paragraph.", kind=Kind.BOOKMARK)))


LINES = st.text(alphabet=st.sampled_from("ab *_`[](){}#+-=.!|<>&\\~1\"'$^@:/"), min_size=1, max_size=30)


@given(LINES)
def test_whatever_is_written_is_shown_as_it_is(line: str) -> None:
    words = " ".join(line.split())
    if words:
        (shown,) = texts(escaped(words), "paragraph")
        assert shown == words


@given(st.lists(LINES, min_size=1, max_size=4))
def test_quotations_of_several_paragraphs_stay_whole(lines: list[str]) -> None:
    lines = [" ".join(line.split()) for line in lines if line.strip()]
    if lines:
        assert texts(made(Noted(mark("\n".join(lines)))), "blockquote") == lines
