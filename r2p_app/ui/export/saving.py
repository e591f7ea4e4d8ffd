"""Saving an exported file: a name is asked for, progress shown, and told what came of it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QPushButton, QWidget

from r2p_app.store.errors import DiskFull, FileMissing, NotPermitted, ReadOnlyPlace, StoreError
from r2p_app.store.files import write_bytes
from r2p_app.ui.announce import announce
from r2p_app.ui.export.work import SlicedWork, Work
from r2p_app.ui.faults import fault_sentences
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button, column, label, row

translate = QCoreApplication.translate

_ELSEWHERE = (ReadOnlyPlace, NotPermitted, FileMissing)
"""What another folder helps against."""


class FileKind(NamedTuple):
    """A kind of file: its ending, and its name in the dialog."""

    suffix: str
    name: str


def ask_path(parent: QWidget, title: str, suggested: str, filters: str) -> str:
    """Ask where to save, with the system's own dialog; "" for nowhere."""
    return QFileDialog.getSaveFileName(parent, title, suggested, filters)[0]


Asker = Callable[[QWidget, str, str, str], str]


def ask_target(
    parent: QWidget, preferences: Preferences, stem: str, kind: FileKind, ask: Asker = ask_path
) -> Path | None:
    """Ask where to save, beginning where something was saved last; None when the person thinks better of it."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(preferences.export_folder() or documents)
    suggested = str(folder / f"{stem}{kind.suffix}")
    chosen = ask(parent, translate("Export", "Export"), suggested, f"{kind.name} (*{kind.suffix})")
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix.casefold() != kind.suffix:
        target = target.with_name(target.name + kind.suffix)
    preferences.keep_export_folder(str(target.parent))
    return target


class SavingDialog(QDialog):
    """Makes a file and writes it whole or not at all. It is freed when it closes.

    Signals:
        again_requested: The person wants to choose another place.
    """

    again_requested = Signal()

    def __init__(
        self,
        work: Work,
        target: Path,
        parent: QWidget,
        *,
        opener: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self.setModal(True)
        self._target, self._opener = target, opener
        self.words = label(self.tr("Making %1").replace("%1", target.name))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.words.text())
        self.buttons: list[QPushButton] = []
        self._buttons = row()
        self._box = column(self.words, self.bar, into=self, margins=(6 * GRID,) * 4, spacing=4 * GRID)
        self._box.addLayout(self._buttons)
        self.setMinimumWidth(current().px(420))
        self._set_buttons((self.tr("Cancel"), self.reject))
        self._work = SlicedWork(work, self)
        self._work.progressed.connect(self._on_work_progressed)
        self._work.succeeded.connect(self._on_work_succeeded)
        self._work.failed.connect(self._on_work_failed)

    def start(self) -> None:
        """Show the dialog and begin."""
        self.open()
        self._work.start()

    def reject(self) -> None:
        """Stop what is going on, and close."""
        self._work.cancel()
        super().reject()

    def _set_buttons(self, *actions: tuple[str, Callable[[], object]]) -> None:
        """Show these buttons, the last of which is the usual one."""
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = [button(text, "primary" if text == actions[-1][0] else "") for text, _ in actions]
        if not self._buttons.count():
            self._buttons.addStretch(1)
        for made, (_, callback) in zip(self.buttons, actions, strict=True):
            made.clicked.connect(callback)
            self._buttons.addWidget(made)
            made.show()  # else its size is not counted below
        self.buttons[-1].setDefault(True)
        self.buttons[-1].setFocus()
        self.adjustSize()

    def _tell(self, words: str, *, urgent: bool = False) -> None:
        self.bar.hide()
        self.words.setText(words)
        announce(self.words, words, urgent=urgent)

    @Slot(int, int)
    def _on_work_progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    @Slot(object)
    def _on_work_succeeded(self, data: bytes) -> None:
        try:
            write_bytes(self._target, data)
        except StoreError as error:
            self._show_fault(error)
            return
        words = self.tr("Saved as %1 in %2.")
        self._tell(words.replace("%1", self._target.name).replace("%2", str(self._target.parent)))
        self._set_buttons((self.tr("Open the folder"), self._on_folder_clicked), (self.tr("Close"), self.accept))

    @Slot(object)
    def _on_work_failed(self, error: Exception) -> None:
        """What is wrong with the program itself is written down elsewhere; nothing was saved here."""
        self._tell(self.tr("The file could not be made. Nothing was saved."), urgent=True)
        self._set_buttons((self.tr("Close"), self.reject))
        raise error

    def _show_fault(self, error: StoreError) -> None:
        self._tell(" ".join(fault_words(error)), urgent=True)
        again = (self.tr("Choose another place"), self._on_again_clicked)
        self._set_buttons((self.tr("Close"), self.reject), again)

    @Slot()
    def _on_folder_clicked(self) -> None:
        self._opener(QUrl.fromLocalFile(str(self._target.parent)))
        self.accept()

    @Slot()
    def _on_again_clicked(self) -> None:
        self.again_requested.emit()
        self.reject()


def fault_words(error: StoreError) -> tuple[str, str]:
    """Return what the machine did not allow, and what to do when it was about an exported file."""
    what, remedy, where = fault_sentences(error)
    if isinstance(error, _ELSEWHERE):
        remedy = translate("Export", "Choose another folder, for instance your documents. (%1)").replace("%1", where)
    elif isinstance(error, DiskFull):
        remedy = translate("Export", "Free some space, or choose a folder on another drive.")
    return what, remedy
