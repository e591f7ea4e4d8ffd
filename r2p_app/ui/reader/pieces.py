"""The pieces of a chapter, from top to bottom: runs of text, and what stands between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from r2p_app.content.markup import Block, ContentNote, Embed, Heading, Note
from r2p_app.content.model import Case, Chapter
from r2p_app.content.questions import QuestionBase
from r2p_app.ui.quiz.check import CheckQuestion
from r2p_app.ui.reader.closing import ChapterHead, Endnotes, Neighbours, OftenSaid, often_said
from r2p_app.ui.reader.embeds import EmbedView, NoteView, NoticeView
from r2p_app.ui.reader.text import next_heading, text_of
from r2p_app.ui.reader.write import Places, write_blocks
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.typeset import Describe

_APART = 20
_BEFORE_HEADING = 30
_END_APART = 36


@dataclass
class Piece:
    """A widget of the column, the pixels between it and the piece above (at 100 % text), and what stands in it.

    `anchors` are the blocks one reads in it, in order; `places` tells where they stand, for a run of text.
    """

    widget: QWidget
    before: int = _APART
    anchors: tuple[str, ...] = ()
    places: Places | None = None
    top: int = 0

    @property
    def is_note(self) -> bool:
        """Whether it stands in the margin where there is one."""
        return isinstance(self.widget, NoteView)

    def top_of(self, anchor: str) -> int | None:
        """Return where a block in it begins, from the top of the sheet; None for blocks of other pieces."""
        if self.places is not None and isinstance(self.widget, Prose) and anchor in self.places.blocks:
            return self.top + self.widget.block_top(self.places.blocks[anchor])
        return self.top if anchor in self.anchors else None


def body_pieces(case: Case, chapter: Chapter, state: AppState, describe: Describe) -> Iterator[Piece]:
    """Yield the pieces from the title to the last paragraph."""
    yield Piece(ChapterHead(case, chapter), 0)
    yield Piece(NoticeView.before(chapter))
    run: list[Block] = []
    for block in text_of(chapter).blocks:
        if isinstance(block, Embed | Note | ContentNote):
            yield from _run(run, chapter, describe)
            run = []
            yield _inset(block, chapter, state)
        else:
            run.append(block)
    yield from _run(run, chapter, describe)


def closing_pieces(case: Case, chapter: Chapter, state: AppState) -> Iterator[Piece]:
    """Yield what follows the text: questions, misconceptions, sources, the way on."""
    for index, question_id in enumerate(chapter.check):
        question = state.library.find(question_id, QuestionBase)
        if question is not None:
            yield Piece(CheckQuestion(question, state), _APART if index else _END_APART)
    if mistaken := often_said(state.library, chapter):
        yield Piece(OftenSaid(mistaken, state.library), _END_APART)
    if notes := text_of(chapter).citations:
        yield Piece(Endnotes(notes, state.library), _END_APART)
    yield Piece(Neighbours(case, chapter, state.library), _END_APART)


def _run(blocks: Sequence[Block], chapter: Chapter, describe: Describe) -> Iterator[Piece]:
    if blocks:
        places = Places()
        write = partial(write_blocks, blocks=tuple(blocks), places=places)
        prose = Prose(write, TextRole.READING, name=chapter.title, describe=describe)
        before = _BEFORE_HEADING if isinstance(blocks[0], Heading) else _APART
        yield Piece(prose, before, tuple(block.anchor for block in blocks), places)


def _inset(block: Embed | Note | ContentNote, chapter: Chapter, state: AppState) -> Piece:
    match block:
        case Note():
            return Piece(NoteView(block.blocks, state.library))
        case ContentNote():
            return Piece(NoticeView.within(block, next_heading(text_of(chapter), block)), anchors=(block.anchor,))
        case Embed():
            return Piece(EmbedView(block, state), anchors=(block.anchor,))
