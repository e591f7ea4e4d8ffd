"""The backups of the open profile in Settings: when each was made and why, and the way to put one back."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.store.backups import DAILY, MIGRATION, WISHED, Backup
from r2p_app.ui.format import date, number, plural
from r2p_app.ui.profile_dialogs import ask_put_back
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow

_FEW = 4
"""So many are shown until all are asked for."""

_WHY: Mapping[str, str] = {
    DAILY: str(QT_TRANSLATE_NOOP("BackupList", "made after the first change of the day")),
    MIGRATION: str(QT_TRANSLATE_NOOP("BackupList", "made before an upgrade")),
    WISHED: str(QT_TRANSLATE_NOOP("BackupList", "made on request, or before another was put back")),
}


class BackupList(QWidget):
    """The backups, the newest first."""

    def __init__(self, session: ProfileSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backups: tuple[Backup, ...] = ()
        self._all = False
        self.buttons: list[QPushButton] = []
        self._rows = QWidget()
        self._none = label(self.tr("There is no backup yet. One is made after the first change of each day."))
        self.more = button("", "link")
        self.more.hide()
        self._box = column(self._none, self._rows, into=self, spacing=GRID)
        self._box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more_clicked)

    @Slot()
    def show_backups(self) -> None:
        """Show what is there now."""
        self._backups = self._session.backups()
        shown = self._backups if self._all else self._backups[:_FEW]
        rows, self.buttons = QWidget(), []
        box = column(into=rows, spacing=GRID)
        for backup in shown:
            box.addLayout(self._row(backup))
        self._box.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self._none.setVisible(not self._backups)
        self.more.setVisible(len(shown) < len(self._backups))
        self.more.setText(plural(self.tr("Show all %n backups", "", len(self._backups))))
        self.more.setAccessibleName(self.more.text())

    def _row(self, backup: Backup) -> FoldingRow:
        day = date(backup.day.isoformat())
        why = QCoreApplication.translate("BackupList", _WHY[backup.reason])
        text = f"{day} · {why} · {_size(backup)}"
        put_back = button(self.tr("Put it back …"), name=self.tr("Put back the backup of %1").replace("%1", text))
        put_back.clicked.connect(self._on_put_back_clicked)
        self.buttons.append(put_back)
        line = FoldingRow(420, spacing=4 * GRID)
        line.addWidget(label(text, TextRole.SMALL), 1)
        line.addWidget(put_back, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return line

    @Slot()
    def _on_more_clicked(self) -> None:
        self._all = True
        self.show_backups()
        self.buttons[_FEW].setFocus()

    @Slot()
    def _on_put_back_clicked(self) -> None:
        clicked = self.sender()
        chosen = next((b for b, made in zip(self._backups, self.buttons, strict=False) if made is clicked), None)
        if chosen is not None:
            ask_put_back(self._session, chosen, self.window())


def _size(backup: Backup) -> str:
    try:
        size = backup.path.stat().st_size
    except OSError:  # thinned out by another window at this moment
        size = 0
    return QCoreApplication.translate("BackupList", "%1 kB").replace("%1", number(max(1, round(size / 1000)), 0))
