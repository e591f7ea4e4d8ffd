"""What the cards of the margin say: sources, people and terms, each set once for each look."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument

from r2p_app.content.citations import Length
from r2p_app.content.library import Library
from r2p_app.content.links import Link, item_link
from r2p_app.content.markup import CitationSpan, LinkSpan
from r2p_app.content.model import Actor, ActorKind, Term
from r2p_app.ui.reader.stacking import Wanted
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole, Theme
from r2p_app.ui.widgets.prose import Write
from r2p_app.ui.widgets.records.cite import write_citation
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter

WIDTH, PADDING = 236, 3 * GRID

_CLOSE = 90
"""Notes in lines closer than this, in pixels at 100 % text, share a card: two would push each other away."""

Found = tuple[float, LinkSpan | CitationSpan]
"""Where a line begins that holds a link or a note number, and the span itself."""


@dataclass
class MarginCard:
    """A card: its text, what a click on it opens, the line it belongs to, and where it stands."""

    document: QTextDocument
    target: str
    wanted: Wanted
    top: float = 0.0

    def rect(self, width: float) -> QRectF:
        """Return its area in a margin of this width."""
        return QRectF(0, self.top, width, self.wanted.height)


class NoteGroup(NamedTuple):
    """Notes that share a card, the line of the first, and the sources that notes before them have named."""

    top: float
    notes: tuple[CitationSpan, ...]
    known: frozenset[str]


class CardMaker:
    """Makes the cards of one chapter."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._set: dict[object, QTextDocument] = {}
        self._set_for: Theme | None = None

    def source(self, group: NoteGroup, *, is_brief: bool) -> MarginCard:
        """Return the card of some notes; a source named before, or every one, is named briefly."""
        sources = [citation.source for note in group.notes for citation in note.citations]
        write = partial(_write_notes, self._library, group.notes, sources if is_brief else group.known)
        target = item_link("source", sources[0] if sources else "")
        return self._card(group.top, target, write, (group.notes[0].number, is_brief))

    def subjects(self, found: Sequence[Found]) -> list[MarginCard]:
        """Return a card for each person, term and body at its first mention, in this order."""
        first: dict[str, tuple[int, float, Write]] = {}
        for top, span in found:
            if isinstance(span, LinkSpan) and (subject := self._subject(span.link)) is not None:
                first.setdefault(span.link, (subject[0], top, subject[1]))
        ranked = sorted(first.items(), key=lambda each: each[1][:2])
        return [self._card(top, link, write, link) for link, (_, top, write) in ranked]

    def _subject(self, link: str) -> tuple[int, Write] | None:
        """Return the rank of what a link is about and how to write it; None for what has no card in the margin."""
        item_id = Link.parse(link).parts[-1]
        if (actor := self._library.find(item_id, Actor)) is not None:
            rank = 0 if actor.kind is ActorKind.PERSON else 2
            return rank, partial(_write_subject, actor.name, f"{actor.role}.")
        if (term := self._library.find(item_id, Term)) is not None:
            return 1, partial(_write_subject, term.term, term.definition)
        return None

    def _card(self, top: float, target: str, write: Write, key: object) -> MarginCard:
        if self._set_for is not current():
            self._set, self._set_for = {}, current()
        document = self._set.get(key)
        if document is None:
            document = self._set[key] = _set_text(write)
        return MarginCard(document, target, Wanted(top, document.size().height() + 2 * PADDING))


def _set_text(write: Write) -> QTextDocument:
    setter = Typesetter(current(), TextRole.SMALL)
    setter.paragraph()
    write(setter)
    setter.document.setTextWidth(current().px(WIDTH) - 2 * PADDING)
    return setter.document


def note_groups(found: Sequence[Found]) -> list[NoteGroup]:
    """Return the notes with their lines; those whose cards could not stand apart are one group."""
    groups: list[NoteGroup] = []
    known: frozenset[str] = frozenset()
    for top, span in found:
        if not isinstance(span, CitationSpan):
            continue
        if groups and top - groups[-1].top < current().px(_CLOSE):
            last = groups.pop()
            groups.append(last._replace(notes=(*last.notes, span)))
        else:
            groups.append(NoteGroup(top, (span,), known))
        known = known.union(citation.source for citation in span.citations)
    return groups


def _write_notes(library: Library, notes: Sequence[CitationSpan], known: Collection[str], setter: Typesetter) -> None:
    """Write notes one under the other; a source in `known`, or above, is named briefly."""
    seen = set(known)
    for note in notes:
        for index, citation in enumerate(note.citations):
            setter.paragraph(before=4)
            setter.text(f"{note.number} " if index == 0 else "", strong=True)
            write_citation(setter, library, citation, Length.BRIEF if citation.source in seen else Length.SHORT)
            seen.add(citation.source)


def _write_subject(name: str, text: str, setter: Typesetter) -> None:
    setter.text(name, strong=True)
    setter.line_break()
    write_field(setter, text)
