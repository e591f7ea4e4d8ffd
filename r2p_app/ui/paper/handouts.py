"""From the wish for a handout to the file: the dialog, a name, the saving; and the button that begins it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.ui.state import AppState

if TYPE_CHECKING:
    from r2p_app.export.paper.handouts.subject import Record, Subject
    from r2p_app.ui.export.saving import Asker
    from r2p_app.ui.paper.dialog import HandoutDialog
    from r2p_app.ui.paper.making import Plan


class HandoutPrinting(QObject):
    """Asks, and saves; `owner` is what its dialogs stand over."""

    def __init__(self, state: AppState, owner: QWidget, *, ask: "Asker | None" = None) -> None:
        super().__init__(owner)
        self._state, self._owner, self._ask = state, owner, ask
        self._plan: Plan | None = None

    def open(self, subject: "Subject") -> "HandoutDialog":
        """Ask which handout of a subject is wanted."""
        from r2p_app.ui.paper.dialog import HandoutDialog

        dialog = HandoutDialog(self._state.library, subject, self._owner.window())
        dialog.chosen.connect(self._on_dialog_chosen)
        dialog.open()
        return dialog

    def open_record(self, record: "Record") -> "HandoutDialog":
        """Ask which handout of a lesson, a chapter, a document, a decision or a case is wanted."""
        from r2p_app.export.paper.handouts.subject import subject_of

        return self.open(subject_of(self._state.library, record))

    @Slot(object)
    def _on_dialog_chosen(self, plan: "Plan") -> None:
        self._plan = plan
        self._save()

    @Slot()
    def _save(self) -> None:
        from r2p_app.ui.export.saving import FileKind, SavingDialog, ask_path, ask_target
        from r2p_app.ui.paper.making import handout_pdf

        assert self._plan is not None
        window, kind = self._owner.window(), FileKind(".pdf", self.tr("PDF document"))
        target = ask_target(window, self._state.preferences, self._plan.stem, kind, self._ask or ask_path)
        if target is not None:
            dialog = SavingDialog(handout_pdf(self._plan), target, window)
            dialog.again_requested.connect(self._save)
            dialog.start()


class HandoutButton(QPushButton):
    """Opens the dialog for what `subject` returns when it is pressed."""

    def __init__(
        self, state: AppState, subject: "Callable[[], Subject]", *, kind: str = "link", parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("Handouts", "Handouts…"), parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(True)  # else only the space bar presses it
        self.setAccessibleName(self.text())
        self.printing = HandoutPrinting(state, self)
        self._subject = subject
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.printing.open(self._subject())


def record_button(state: AppState, record: "Record", *, kind: str = "link") -> HandoutButton:
    """Return the button for the handouts of a record."""

    def subject() -> "Subject":
        from r2p_app.export.paper.handouts.subject import subject_of

        return subject_of(state.library, record)

    return HandoutButton(state, subject, kind=kind)
