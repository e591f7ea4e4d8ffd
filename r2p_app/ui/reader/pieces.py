"""The pieces of a chapter, from top to bottom: runs of text, and what stands between them.

A piece is made when it is about to be seen, or when there is time; until then its height is a guess.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import QWidget

from r2p_app.content.markup import Block, CitationSpan, ContentNote, Embed, Heading, LinkSpan, Note, plain_text
from r2p_app.content.model import Case, Chapter
from r2p_app.content.questions import QuestionBase
from r2p_app.ui.quiz.check import CheckQuestion
from r2p_app.ui.reader.closing import ChapterHead, Endnotes, Neighbours, OftenSaid, often_said
from r2p_app.ui.reader.embeds import EmbedView, NoteView, NoticeView
from r2p_app.ui.reader.run import RunView
from r2p_app.ui.reader.text import next_heading, text_of
from r2p_app.ui.reader.write import Places
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import Theme
from r2p_app.ui.widgets.typeset import Describe

_APART = 20
_BEFORE_HEADING = 30
_END_APART = 36

_RUN = 1_800
"""Characters of text after which another run begins: so much is set within a few milliseconds."""

_NOTES_TOGETHER = 24
"""Notes at the end that are set at a time."""

_LINE, _CHARACTER, _APART_INSIDE = 27, 8.6, 16
"""Pixels at 100 % text, to guess the height of a text: of a line, of a character, between paragraphs."""


@dataclass(eq=False)
class Piece:
    """A part of the column: how it is made, and the pixels between it and the piece above (at 100 % text).

    `anchors` are the blocks one reads in it, in order. `guess` is its height at 100 % text as long as it is not made;
    of a text, `characters` are known instead.
    """

    make: Callable[[], QWidget]
    before: int = _APART
    anchors: tuple[str, ...] = ()
    guess: int = 0
    characters: int = 0
    is_note: bool = False
    widget: QWidget | None = None
    top: int = 0
    height: int = 0
    tops: dict[str, int] = field(default_factory=dict)
    spans: list[tuple[int, LinkSpan | CitationSpan]] = field(default_factory=list)
    _measured: tuple[int, Theme] | None = None

    @property
    def run(self) -> RunView | None:
        """The piece as running text, once it is made and if it is that."""
        return self.widget if isinstance(self.widget, RunView) else None

    def measure(self, width: int) -> None:
        """Learn its height in this width, and where its blocks, links and numbers stand in it."""
        if self.widget is None:
            self.height = self._guessed(width)
            step = self.height / max(1, len(self.anchors))
            self.tops = {anchor: round(index * step) for index, anchor in enumerate(self.anchors)}
        elif self._measured != (width, current()):
            self._measured = width, current()
            self.height = height_of(self.widget, width)
            self._look_inside(width)

    def stand_beside(self, top: int) -> None:
        """Stand in the margin, where others say at what height exactly."""
        self.top, self.height = top, self.widget.height() if self.widget is not None else current().px(self.guess)

    def measure_again(self) -> bool:
        """Learn its height anew when its widget wants another one; return whether it does."""
        if self.widget is None or height_of(self.widget, self.widget.width()) == self.widget.height():
            return False
        self._measured = None
        return True

    def top_of(self, anchor: str) -> int | None:
        """Return where a block in it begins, from the top of the sheet; None for blocks of other pieces."""
        return self.top + self.tops[anchor] if anchor in self.tops else None

    def _look_inside(self, width: int) -> None:
        self.tops = dict.fromkeys(self.anchors, 0)
        if (run := self.run) is not None:
            run.resize(width, self.height)
            self.tops = {anchor: run.block_top(number) for anchor, number in run.places.blocks.items()}
            self.spans = [(run.position_top(position), span) for position, span in run.places.spans]

    def _guessed(self, width: int) -> int:
        if not self.characters:
            return current().px(self.guess)
        lines = self.characters * current().px(_CHARACTER) / max(1, width) + len(self.anchors) / 2
        return round(lines * current().px(_LINE) + len(self.anchors) * current().px(_APART_INSIDE))


def height_of(widget: QWidget, width: int) -> int:
    """Return the height that a widget wants in a width."""
    wanted = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
    return max(wanted, widget.minimumSizeHint().height())


def pieces_of(case: Case, chapter: Chapter, state: AppState, describe: Describe) -> Iterator[Piece]:
    """Yield the pieces of a chapter, from its title to the way on."""
    yield Piece(partial(ChapterHead, case, chapter), 0, guess=120)
    yield Piece(partial(NoticeView.before, chapter), guess=110)
    yield from _body(chapter, state, describe)
    yield from _closing(case, chapter, state)


def _body(chapter: Chapter, state: AppState, describe: Describe) -> Iterator[Piece]:
    run: list[Block] = []
    for block in text_of(chapter).blocks:
        if isinstance(block, Embed | Note | ContentNote):
            yield from _runs(run, chapter, describe)
            run = []
            yield _inset(block, chapter, state)
        else:
            run.append(block)
    yield from _runs(run, chapter, describe)


def _closing(case: Case, chapter: Chapter, state: AppState) -> Iterator[Piece]:
    """Yield what follows the text: questions, misconceptions, sources, the way on."""
    questions = [found for each in chapter.check if (found := state.library.find(each, QuestionBase)) is not None]
    for index, question in enumerate(questions):
        yield Piece(partial(CheckQuestion, question, state), _APART if index else _END_APART, guess=300)
    if mistaken := often_said(state.library, chapter):
        yield Piece(partial(OftenSaid, mistaken, state.library), _END_APART, guess=100)
    notes = text_of(chapter).citations
    for start in range(0, len(notes), _NOTES_TOGETHER):
        some = notes[start : start + _NOTES_TOGETHER]
        earlier = frozenset(citation.source for note in notes[:start] for citation in note.citations)
        make = partial(Endnotes, some, state.library, known=earlier)
        yield Piece(make, 6 if start else _END_APART, guess=44 * len(some))
    yield Piece(partial(Neighbours, case, chapter, state.library), _END_APART, guess=90)


def _runs(blocks: Sequence[Block], chapter: Chapter, describe: Describe) -> Iterator[Piece]:
    """Yield text in runs that are set quickly; a heading never ends one."""
    run: list[Block] = []
    length = 0
    for block in blocks:
        starts_anew = isinstance(block, Heading) or not (run and isinstance(run[-1], Heading))
        if run and starts_anew and length + _length(block) > _RUN:
            yield _run(run, length, chapter, describe)
            run, length = [], 0
        run.append(block)
        length += _length(block)
    if run:
        yield _run(run, length, chapter, describe)


def _run(blocks: Sequence[Block], length: int, chapter: Chapter, describe: Describe) -> Piece:
    make = partial(RunView, tuple(blocks), Places(), name=chapter.title, describe=describe)
    before = _BEFORE_HEADING if isinstance(blocks[0], Heading) else _APART
    return Piece(make, before, tuple(block.anchor for block in blocks), characters=max(1, length))


def _length(block: Block) -> int:
    return len(plain_text((block,)))


def _inset(block: Embed | Note | ContentNote, chapter: Chapter, state: AppState) -> Piece:
    match block:
        case Note():
            return Piece(partial(NoteView, block.blocks, state.library), guess=120, is_note=True)
        case ContentNote():
            make = partial(NoticeView.within, block, next_heading(text_of(chapter), block))
            return Piece(make, anchors=(block.anchor,), guess=120)
        case Embed():
            return Piece(partial(EmbedView, block, state), anchors=(block.anchor,), guess=320)
