"""The card for evidence to be sorted: piles with their numbers above, below them every card with the pile it is on.

A digit lays the card in focus on a pile; so does the list beside it, and dragging its text onto the pile.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from r2p_app.content.model import Responsibility
from r2p_app.content.questions import EvidenceSort
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.evidence_sort import Sorted
from r2p_app.learning.verdict import Verdict
from r2p_app.ui.quiz.assigning import AssigningCard, Line
from r2p_app.ui.quiz.words import pile_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ResponsibilityMark, label, restyle, row
from r2p_app.ui.widgets.flow import FlowLayout

_DRAGGED = "application/x-r2p-evidence"


class Pile(QFrame):
    """A pile with its number and how many cards lie on it: a place to drop cards, and to click for the card in focus.

    Signals:
        dropped: A card was laid on it, by id; "" for the card in focus.
    """

    dropped = Signal(str)

    def __init__(self, number: int, pile: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pile, self._words, self._number = pile, words, number
        self.setProperty("card", "true")
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._label = label("", TextRole.SMALL_STRONG, wrap=False)
        marks = [ResponsibilityMark(pile)] if pile in set(Responsibility) else []
        row(*marks, self._label, into=self, margins=(3 * GRID, GRID, 3 * GRID, GRID))
        self.count(0)

    def count(self, cards: int) -> None:
        """Show how many cards lie on the pile."""
        self._label.setText(f"{self._number}  {self._words} · {cards}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click takes the card in focus."""
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self.dropped.emit("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take cards of this program only."""
        if event.mimeData().hasFormat(_DRAGGED):
            event.acceptProposedAction()
            restyle(self, card="check")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing hangs above it any more."""
        restyle(self, card="true")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the card."""
        restyle(self, card="true")
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().data(_DRAGGED).toStdString())


class SortingCard(AssigningCard):
    """Cards of evidence with their piles; afterwards where each belongs, and why."""

    asks = EvidenceSort

    def __init__(self, question: EvidenceSort, order: Sequence[str], parent: QWidget | None = None) -> None:
        cards, words = {card.id: card for card in question.cards}, pile_words(question)
        known = [cards[card] for card in order if card in cards]
        lines = [Line(card.id, card.text, card.belongs, card.rationale) for card in known]
        super().__init__(question, order, lines, words, parent)
        self._pressed = QPoint()
        self.piles = [Pile(number, pile, text) for number, (pile, text) in enumerate(words.items(), start=1)]
        self._board = QWidget()
        flow = FlowLayout(self._board, spacing=2 * GRID)
        for pile in self.piles:
            flow.addWidget(pile)
            pile.dropped.connect(self._on_pile_dropped)
        self.layout_above.insertWidget(0, self._board)
        for text in self._lefts.values():
            text.setCursor(Qt.CursorShape.OpenHandCursor)
            text.installEventFilter(self)
        self.changed.connect(self._on_changed)

    def hint(self) -> str:
        """Say how cards are laid."""
        words = self.tr("Lay every card on a pile · keys 1 to %1 lay the card in focus, or drag its text")
        return words.replace("%1", str(len(self.piles)))

    def missing(self) -> str:
        """Ask for the cards that lie nowhere."""
        return self.tr("Lay every card on a pile first.")

    def answer(self) -> AnyAnswer | None:
        """Return the piles once every card lies on one."""
        chosen = self.chosen()
        return Sorted(tuple(chosen.items())) if all(chosen.values()) else None

    def fill(self, answer: AnyAnswer) -> None:
        """Lay the cards as they were laid."""
        if isinstance(answer, Sorted):
            for card, pile in answer.cards:
                self.choose(card, pile)

    def lock(self) -> None:
        """Lay no card any more."""
        super().lock()
        for pile in self.piles:
            pile.setEnabled(False)
        for text in self._lefts.values():
            text.removeEventFilter(self)
            text.unsetCursor()

    def show_verdict(self, verdict: Verdict) -> None:
        """Say under every card where it was laid and where it belongs; the piles have had their use."""
        super().show_verdict(verdict)
        self._board.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drag a card by its text; a click on it puts the focus on its list."""
        card = next((card for card, text in self._lefts.items() if text is watched), "")
        if card and isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseButtonPress:
                self._pressed = event.position().toPoint()
                self._choices[card].setFocus(Qt.FocusReason.MouseFocusReason)
            elif event.type() is QEvent.Type.MouseMove and self._is_drag(event):
                self._drag(card)
        return super().eventFilter(watched, event)

    def _is_drag(self, event: QMouseEvent) -> bool:
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        return bool(event.buttons() & Qt.MouseButton.LeftButton) and far

    def _drag(self, card: str) -> None:
        drag, data = QDrag(self), QMimeData()
        data.setData(_DRAGGED, card.encode())
        drag.setMimeData(data)
        drag.setPixmap(self._lefts[card].grab())
        drag.exec(Qt.DropAction.MoveAction)

    @Slot(str)
    def _on_pile_dropped(self, card: str) -> None:
        pile = self.sender()
        number = next(index for index, other in enumerate(self.piles, start=1) if other is pile)
        if card in self._choices:
            self._choices[card].setFocus(Qt.FocusReason.MouseFocusReason)
        self.press_number(number)

    @Slot()
    def _on_changed(self) -> None:
        laid = list(self.chosen().values())
        for pile in self.piles:
            pile.count(laid.count(pile.pile))
