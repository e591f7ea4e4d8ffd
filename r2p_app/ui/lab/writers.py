"""Who writes: how many side by side on one machine, and under which names."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.ui.lab.roles import ROLES, translate
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.fields import Stepper, storable

MOST_WRITERS = 4

_LONGEST_NAME = 60


class WritersCard(Card):
    """How many write side by side, and under which names."""

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.body.addWidget(label(self.tr("Who writes the memo"), TextRole.H3))
        words = self.tr("Several writers advise side by side. They share the evidence and the criteria.")
        self.body.addWidget(label(words, TextRole.SMALL, tone="muted"))
        self.count = Stepper(1, MOST_WRITERS)
        self.count.set_name(self.tr("Number of writers"))
        holder = QWidget()
        column(label(self.tr("Number of writers"), TextRole.SMALL_STRONG), self.count, into=holder, spacing=GRID)
        self.body.addWidget(holder)
        self.names: list[QLineEdit] = []
        for number in range(MOST_WRITERS):
            field = QLineEdit()
            field.setMaxLength(_LONGEST_NAME)
            field.setAccessibleName(self.tr("Role of writer %1").replace("%1", str(number + 1)))
            field.setPlaceholderText(translate("Lab", ROLES[number][0]))
            field.editingFinished.connect(self.flush)
            self.names.append(field)
            self.body.addWidget(field)
        self._show(session)
        self.count.value_changed.connect(self._on_count_value_changed)
        self.setEnabled(not session.exercise.is_advised)

    def _show(self, session: LabSession) -> None:
        memos = session.exercise.memos
        self.count.set_value(len(memos))
        for field, memo in zip(self.names, memos, strict=False):
            field.setText(memo.role)
        self._show_fields()

    def _show_fields(self) -> None:
        count = self.count.value()
        for number, field in enumerate(self.names):
            field.setVisible(number < count and count > 1)

    @Slot()
    def flush(self) -> None:
        """Keep the names as they are now."""
        count = self.count.value()
        typed = [storable(field.text().strip()) or field.placeholderText() for field in self.names[:count]]
        roles = tuple(typed) if count > 1 else ("",)
        if roles != tuple(memo.role for memo in self._session.exercise.memos):
            self._session.change(lambda at: self._session.exercise.with_roles(roles, at))

    @Slot(int)
    def _on_count_value_changed(self, _count: int) -> None:
        self._show_fields()
        self.flush()
