"""Who is in the room: names shown or hidden, and a way to remove one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from r2p_app.live.room import Room
from r2p_app.ui.live.words import student_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.fields import Tick

_NUMBER = Qt.ItemDataRole.UserRole


class People(QWidget):
    """The participants.

    Signals:
        remove_requested: Remove the student with this number.
        names_shown: Names are shown from now on, or hidden.
    """

    remove_requested = Signal(int)
    names_shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = label("", TextRole.BODY_STRONG)
        self.names = Tick(self.tr("Show names"))
        self.names.setAccessibleName(self.names.text())
        self.names.setToolTip(self.tr("Here and, while students join, on the projector"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Participants"))
        self.list.setMaximumHeight(current().px(220))
        self.remove = button(self.tr("Remove the chosen one"))
        self.remove.setEnabled(False)
        column(self.count, self.names, self.list, self.remove, into=self)
        self._shown: tuple[tuple[int, str], ...] = ()
        self.names.toggled.connect(self.names_shown)
        self.list.itemSelectionChanged.connect(self._on_list_selection_changed)
        self.remove.clicked.connect(self._on_remove_clicked)

    def show_room(self, room: Room) -> None:
        """Show who is in the room now; the choice is kept."""
        with_names = self.names.isChecked()
        wanted = tuple(
            (number, student_words(student, with_names=with_names)) for number, student in room.students.items()
        )
        self.count.setText(self.tr("%1 in the room").replace("%1", str(len(wanted))))
        if wanted == self._shown:
            return
        before, chosen = self._shown, self._chosen()
        self._shown = wanted
        if wanted[: len(before)] != before:
            self.list.clear()
            before = ()
        for number, words in wanted[len(before) :]:  # who comes in is added: three hundred do so within seconds
            item = QListWidgetItem(words)
            item.setData(_NUMBER, number)
            self.list.addItem(item)
            item.setSelected(number == chosen)

    def _chosen(self) -> int | None:
        items = self.list.selectedItems()
        return int(items[0].data(_NUMBER)) if items else None

    @Slot()
    def _on_list_selection_changed(self) -> None:
        self.remove.setEnabled(self._chosen() is not None)

    @Slot()
    def _on_remove_clicked(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.remove_requested.emit(chosen)
