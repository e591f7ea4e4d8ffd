"""The button that saves what a page shows as a PDF: a name is asked for, then the file is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.ui.export.work import Work
from r2p_app.ui.state import AppState

if TYPE_CHECKING:
    from r2p_app.ui.export.saving import Asker

translate = QCoreApplication.translate


class PdfButton(QPushButton):
    """Saves as a PDF; `work` makes it, `stem` is the name that is suggested for the file."""

    def __init__(
        self,
        state: AppState,
        work: Callable[[], Work],
        stem: Callable[[], str],
        *,
        ask: "Asker | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._work, self._stem, self.ask = state, work, stem, ask
        self.setText(translate("Export", "Save as PDF"))
        self.setToolTip(translate("Export", "A PDF to print, with the sources at its end"))
        self.setProperty("kind", "secondary")
        self.setAutoDefault(True)  # else only the space bar presses it
        self.clicked.connect(self._save)

    @Slot()
    def _save(self) -> None:
        from r2p_app.ui.export.saving import FileKind, SavingDialog, ask_path, ask_target

        kind = FileKind(".pdf", translate("Export", "PDF document"))
        target = ask_target(self.window(), self._state.preferences, self._stem(), kind, self.ask or ask_path)
        if target is None:
            return
        dialog = SavingDialog(self._work(), target, self.window())
        dialog.again_requested.connect(self._save)
        dialog.start()
