"""A learner's highlights, notes and bookmarks as one Markdown file (CommonMark): chapters, quotations, notes, links."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Chapter
from r2p_app.notes.annotation import Annotation, Kind

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#&|~$^])|^(\s*)([-+=]|\d+[.)])(?=\s|$|[-+=])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Words:
    """What the file says in the language of the reader."""

    title: str
    bookmark: str
    changed: str
    gone: str
    elsewhere: str
    open: str
    date: Callable[[Annotation], str]
    source: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A mark, and whether its words still stand in the text."""

    annotation: Annotation
    is_lost: bool = False


def notes_markdown(library: Library, noted: Sequence[Noted], words: Words) -> str:
    """Return the file; marks in the order given, under the headings of their chapters in the order of the cases."""
    blocks = [f"# {escaped(words.title)}", words.source]
    known: set[str] = set()
    for case in library.cases:
        inside = [(chapter, _of(noted, chapter.id)) for chapter in library.chapters(case)]
        known.update(chapter.id for chapter, _ in inside)
        if any(found for _, found in inside):
            blocks.append(f"## {escaped(case.title)}")
        for chapter, found in inside:
            blocks += _chapter(case, chapter, found, words)
    if rest := [each for each in noted if each.annotation.item not in known]:
        blocks += [f"## {escaped(words.elsewhere)}", *(block for each in rest for block in _mark(each, "", words))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def escaped(text: str) -> str:
    """Return words so that Markdown shows them as they are."""
    return _SPECIAL.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}{_number(match[3])}", text)


def _number(mark: str) -> str:
    """A number with a full stop would begin a list: the stop is escaped, other marks themselves."""
    return f"{mark[:-1]}\\{mark[-1]}" if mark[:-1].isdigit() else f"\\{mark}"


def _of(noted: Iterable[Noted], item: str) -> list[Noted]:
    return [each for each in noted if each.annotation.item == item]


def _chapter(case: Case, chapter: Chapter, noted: Sequence[Noted], words: Words) -> Iterator[str]:
    if not noted:
        return
    yield f"### {escaped(chapter.title)}"
    for each in noted:
        link = Link("case", (case.id, "read", chapter.id), (), each.annotation.anchor)
        yield from _mark(each, str(link), words)


def _mark(noted: Noted, link: str, words: Words) -> Iterator[str]:
    annotation = noted.annotation
    if annotation.kind is Kind.BOOKMARK:
        yield f"**{escaped(words.bookmark)}**"
    yield "\n".join(f"> {escaped(line)}" if line else ">" for line in _quoted(annotation.quote))
    if annotation.note:
        yield "\n".join(escaped(line.strip()) + ("  " if line.strip() else "") for line in annotation.note.splitlines())
    if noted.is_lost:
        yield f"*{escaped(words.changed if link else words.gone)}*"
    opener = f"[{escaped(words.open)}](<{link}>) · " if link else ""
    yield f"{opener}{escaped(words.date(annotation))}"


def _quoted(quote: str) -> list[str]:
    """Return the lines of a quotation, an empty one between two paragraphs."""
    return "\n\n".join(line.strip() for line in quote.splitlines() if line.strip()).splitlines()
