"""What stands in a chapter between its paragraphs: records, questions, notes, notices before hard material."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.markup import Block, ContentNote, Embed, Span
from r2p_app.content.model import Chapter, Series
from r2p_app.content.questions import QuestionBase
from r2p_app.ui.charts.body import ChartBody
from r2p_app.ui.quiz.check import CheckQuestion
from r2p_app.ui.reader.write import write_blocks
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label
from r2p_app.ui.widgets.prose import Prose, Write
from r2p_app.ui.widgets.records.builders import build
from r2p_app.ui.widgets.spans import describe, write_field, write_spans
from r2p_app.ui.widgets.typeset import Typesetter


class EmbedView(QWidget):
    """A record in a card, with the caption under it; a question as a check.

    Signals:
        link_requested: A link in it was chosen.
        announced: Words for a screen reader.
    """

    link_requested = Signal(str)
    announced = Signal(str)

    def __init__(self, embed: Embed, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question = state.library.find(embed.item, QuestionBase)
        box = column(into=self, spacing=2 * GRID)
        box.addWidget(self._check(question, state) if question is not None else self._record(embed, state))
        if embed.spans:
            caption = Prose(partial(_write_caption, embed.spans), TextRole.SMALL, tone="ink-2")
            caption.link_requested.connect(self.link_requested)
            box.addWidget(caption)

    def _check(self, question: QuestionBase, state: AppState) -> QWidget:
        card = CheckQuestion(question, state)
        card.link_requested.connect(self.link_requested)
        card.announced.connect(self.announced)
        return card

    def _record(self, embed: Embed, state: AppState) -> QWidget:
        card, library = Card(), state.library
        if embed.item not in library:
            missing = self.tr("“%1” is not in this content.").replace("%1", embed.item)
            card.body.addWidget(label(missing, TextRole.SMALL, tone="muted"))
            return card
        series = library.find(embed.item, Series)
        body = build(library, embed.item) if series is None else ChartBody(library, series, state=state)
        body.link_requested.connect(self.link_requested)
        card.body.addWidget(body)
        return card


class NoteView(Card):
    """A note by the author: in the margin beside its paragraph, or after it where there is no margin.

    Signals:
        link_requested: A link in it was chosen.
    """

    link_requested = Signal(str)

    def __init__(self, blocks: Sequence[Block], library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        prose = Prose(
            partial(write_blocks, blocks=blocks),
            TextRole.SMALL,
            name=self.tr("Note"),
            describe=partial(describe, library),
        )
        prose.link_requested.connect(self.link_requested)
        self.body.addWidget(prose)


class NoticeView(Card):
    """A notice before hard material, with a way around it. Nothing is hidden behind it.

    Signals:
        place_requested: The reader wants to go on at this anchor.
        link_requested: A link in it was chosen.
    """

    place_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, title: str, write: Write, skip_to: str = "", parent: QWidget | None = None) -> None:
        super().__init__("note", parent=parent)
        self._skip_to = skip_to
        self.body.addWidget(label(title, TextRole.SMALL_STRONG, tone="note"))
        prose = Prose(write, TextRole.BODY)
        prose.link_requested.connect(self.link_requested)
        self.body.addWidget(prose)
        if skip_to:
            skipper = button(self.tr("Skip this part"), "link")
            skipper.clicked.connect(self._on_skipper_clicked)
            self.body.addWidget(skipper, alignment=Qt.AlignmentFlag.AlignLeft)

    @classmethod
    def before(cls, chapter: Chapter) -> "NoticeView":
        """Return the notice at the beginning of a chapter."""
        title = QCoreApplication.translate("NoticeView", "Before you read")
        return cls(title, partial(_write_field, chapter.content_note))

    @classmethod
    def within(cls, note: ContentNote, skip_to: str) -> "NoticeView":
        """Return a notice inside a chapter; `skip_to` is the anchor after the part it is about."""
        title = QCoreApplication.translate("NoticeView", "Before you read on")
        return cls(title, partial(write_blocks, blocks=note.blocks), skip_to)

    @Slot()
    def _on_skipper_clicked(self) -> None:
        self.place_requested.emit(self._skip_to)


def _write_caption(spans: Sequence[Span], setter: Typesetter) -> None:
    setter.paragraph()
    write_spans(setter, spans)


def _write_field(text: str, setter: Typesetter) -> None:
    setter.paragraph()
    write_field(setter, text)
