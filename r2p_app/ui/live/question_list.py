"""The questions that a class will be asked, in their order, which a teacher changes by hand."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.live.kinds import LIVE_KINDS, plain
from r2p_app.ui.live.rows import flowing
from r2p_app.ui.quiz.words import kinds_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import button, column, label

_ID = Qt.ItemDataRole.UserRole


class _Ordered(QListWidget):
    """A list whose own keys move and take out what is chosen.

    Signals:
        move_requested: Move it up (-1) or down (1).
        remove_requested: Take it out.
    """

    move_requested = Signal(int)
    remove_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes out; Alt with an arrow moves."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self.move_requested.emit(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class QuestionList(QWidget):
    """The questions in the order in which they will be asked.

    Signals:
        changed: Another choice or another order.
    """

    changed = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.list = _Ordered()
        self.list.setAccessibleName(self.tr("Questions in their order"))
        self.list.setWordWrap(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(current().px(220))
        self.up, self.down = button(self.tr("Move up")), button(self.tr("Move down"))
        self.remove = button(self.tr("Take out"))
        self.summary = label("", TextRole.SMALL, tone="muted")
        column(self.list, self.summary, flowing(self.up, self.down, self.remove), into=self)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.list.move_requested.connect(self._move)
        self.list.remove_requested.connect(self._on_remove_clicked)
        self.list.model().rowsMoved.connect(self._on_rows_changed)
        self.list.currentRowChanged.connect(self._on_current_row_changed)

    def ids(self) -> tuple[str, ...]:
        """Return the ids in order."""
        return tuple(str(self.list.item(index).data(_ID)) for index in range(self.list.count()))

    def show_ids(self, ids: Iterable[str]) -> None:
        """Show these questions; those a class cannot vote on are left out."""
        self.list.clear()
        for question_id in dict.fromkeys(ids):
            question = self._library.find(question_id, QuestionBase)
            if question is not None and type(question) in LIVE_KINDS:
                item = QListWidgetItem(f"{plain(question.prompt)}\n{kinds_words([question]).removeprefix('1 ')}")
                item.setData(_ID, question_id)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._on_rows_changed()

    @Slot(int)
    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)
            self._on_rows_changed()

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    @Slot()
    def _on_remove_clicked(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._on_rows_changed()

    @Slot()
    def _on_rows_changed(self) -> None:
        found = [self._library.get(question_id, QuestionBase) for question_id in self.ids()]
        words = self.tr("%1 questions").replace("%1", str(len(found)))
        self.summary.setText(
            f"{words}: {kinds_words(found)}" if found else self.tr("No questions answer to this choice.")
        )
        self._on_current_row_changed(self.list.currentRow())
        self.changed.emit()

    @Slot(int)
    def _on_current_row_changed(self, at: int) -> None:
        last = self.list.count() - 1
        for made, enabled in ((self.up, at > 0), (self.down, 0 <= at < last), (self.remove, at >= 0)):
            made.setEnabled(enabled)
