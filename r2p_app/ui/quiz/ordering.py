"""The card for things to put in order: rows that move up and down by key or button, never by dragging only."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from r2p_app.content.questions import Ordering, OrderItem
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.ordering import Order
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.ui import format as formats
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import FeedbackLine
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row
from r2p_app.ui.widgets.inline import inline_label, plain

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ItemRow(QFrame):
    """One thing to put in order, with its place.

    Signals:
        move_requested: Move this many places (-1 up, +1 down).
        step_requested: Put the focus on the row this many places away.
    """

    move_requested = Signal(int)
    step_requested = Signal(int)

    def __init__(self, item: OrderItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._is_locked = False
        self.setProperty("card", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place = label("", TextRole.BODY_STRONG, tone="muted", wrap=False)
        self._text = inline_label(item.text)
        self._up, self._down = (self._mover("\N{UPWARDS ARROW}", -1), self._mover("\N{DOWNWARDS ARROW}", 1))
        line = row(self._place, self._text, self._up, self._down, spacing=3 * GRID)
        line.setStretch(1, 1)
        self._body = column(into=self, margins=(4 * GRID, 2 * GRID, 3 * GRID, 2 * GRID), spacing=GRID)
        self._body.addLayout(line)

    def set_place(self, place: int, count: int) -> None:
        """Show the place, from 1, and what moves are left."""
        self._place.setText(str(place))
        self._up.setEnabled(place > 1)
        self._down.setEnabled(place < count)
        words = self.tr("%1, place %2 of %3").replace("%1", plain(self.item.text)).replace("%2", str(place))
        self.setAccessibleName(words.replace("%3", str(count)))
        self.setAccessibleDescription(self.tr("Alt and the arrow keys move it"))
        self._up.setAccessibleName(self.tr("Move up: %1").replace("%1", plain(self.item.text)))
        self._down.setAccessibleName(self.tr("Move down: %1").replace("%1", plain(self.item.text)))

    def lock(self) -> None:
        """Take no more moves."""
        self._is_locked = True
        self._up.hide()
        self._down.hide()
        self.setAccessibleDescription("")

    def show_feedback(self, outcome: Outcome, words: str, rationale: str) -> None:
        """Say whether the row stood in its place, and why it stands here."""
        self._body.addWidget(FeedbackLine(outcome, words, rationale))
        self.setAccessibleDescription(f"{words} {plain(rationale)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row, an arrow alone the focus."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and not self._is_locked:
            self.move_requested.emit(step)
        else:
            self.step_requested.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current().colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _mover(self, arrow: str, step: int) -> QWidget:
        made = button(arrow, "toggle")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("step", step)
        made.clicked.connect(self._on_mover_clicked)
        return made

    @Slot()
    def _on_mover_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.move_requested.emit(int(self.sender().property("step")))


class OrderingCard(AnswerCard):
    """Rows in the learner's order; after the verdict in the right one."""

    asks = Ordering

    def __init__(self, question: Ordering, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        items = {item.id: item for item in question.items}
        self._rows = [ItemRow(items[item_id]) for item_id in order]
        self._layout = column(*self._rows, spacing=GRID, into=self)
        for made in self._rows:
            made.move_requested.connect(self._on_row_move_requested)
            made.step_requested.connect(self._on_row_step_requested)
        self._number()

    def hint(self) -> str:
        """Say how rows move."""
        return self.tr("Put them in order, the first at the top · arrows choose a row, Alt + arrows move it")

    def missing(self) -> str:
        """Every order is an answer."""
        return ""

    def answer(self) -> AnyAnswer | None:
        """Return the order as it stands."""
        return Order(tuple(made.item.id for made in self._rows))

    def fill(self, answer: AnyAnswer) -> None:
        """Put the rows in this order."""
        if isinstance(answer, Order):
            self._arrange(answer.items)

    def lock(self) -> None:
        """Take no more moves."""
        for made in self._rows:
            made.lock()

    def show_verdict(self, verdict: Verdict) -> None:
        """Put the rows in the right order and say where each was."""
        placed = [made.item.id for made in self._rows]
        self._arrange([item.id for item in self._question.items])
        for made in self._rows:
            self._explain(made, placed.index(made.item.id) + 1, verdict)

    def first_focus(self) -> QWidget:
        """Return the first row."""
        return self._rows[0]

    def _explain(self, made: ItemRow, placed: int, verdict: Verdict) -> None:
        part = verdict.about(made.item.id)
        is_right = part is not None and part.correct
        words = (
            self.tr("You placed it here.") if is_right else self.tr("You placed it at %1.").replace("%1", str(placed))
        )
        date = f"{formats.date(made.item.date)}. " if made.item.date else ""
        outcome = Outcome.RIGHT if is_right else Outcome.WRONG
        made.show_feedback(outcome, words.replace("%1", str(placed)), date + made.item.rationale)

    def _arrange(self, item_ids: Sequence[str]) -> None:
        place = {item_id: index for index, item_id in enumerate(item_ids)}
        self._rows.sort(key=lambda made: place.get(made.item.id, len(place)))
        self._number()

    def _number(self) -> None:
        """Follow the list in the layout, and in the order of the Tab key."""
        for index, made in enumerate(self._rows):
            self._layout.removeWidget(made)
            self._layout.insertWidget(index, made)
            made.set_place(index + 1, len(self._rows))
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before, after)

    @Slot(int)
    def _on_row_move_requested(self, step: int) -> None:
        made = self.sender()
        index = next(i for i, other in enumerate(self._rows) if other is made)
        if 0 <= index + step < len(self._rows):
            self._rows.insert(index + step, self._rows.pop(index))
            self._number()
            self.changed.emit()

    @Slot(int)
    def _on_row_step_requested(self, step: int) -> None:
        made = self.sender()
        index = next(i for i, other in enumerate(self._rows) if other is made)
        if 0 <= index + step < len(self._rows):
            self._rows[index + step].setFocus(Qt.FocusReason.TabFocusReason)
