"""Small dialogs about profiles. They say what is wrong beside the field, and close only when it is right."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from r2p_app.store.backups import Backup
from r2p_app.store.errors import StoreError
from r2p_app.ui.announce import announce
from r2p_app.ui.faults import fault_sentences
from r2p_app.ui.format import date
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row

translate = QCoreApplication.translate


class AskDialog(QDialog):
    """A question with a button that does it and one that does not. It is freed when it closes."""

    def __init__(self, title: str, text: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.do, self.cancel = button(action, "primary"), button(self.tr("Cancel"))
        self.do.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.body = column(label(title, TextRole.H3), label(text), spacing=3 * GRID)
        whole = column(into=self, margins=(6 * GRID,) * 4, spacing=4 * GRID)
        whole.addLayout(self.body)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.do)
        whole.addLayout(buttons)
        self.setMinimumWidth(current().px(420))


class NameDialog(AskDialog):
    """Asks for a profile's name; `use` takes it, or raises what is wrong with it."""

    def __init__(self, title: str, text: str, action: str, use: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(title, text, action, parent)
        self._use = use
        self.field = QLineEdit()
        self.field.setAccessibleName(text)
        self.field.setMaxLength(80)
        self.fault = label("", TextRole.SMALL, tone="wrong")
        self.fault.hide()
        self.body.addWidget(self.field)
        self.body.addWidget(self.fault)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.do.setDefault(True)
        self.do.setEnabled(False)
        self.field.setFocus()

    def accept(self) -> None:
        """Close if the name can be used."""
        try:
            self._use(self.field.text())
        except StoreError as error:
            self.fault.setText(" ".join(fault_sentences(error)[:2]))
            self.fault.show()
            self.adjustSize()
            announce(self.fault, self.fault.text(), urgent=True)
            self.field.setFocus()
        else:
            super().accept()

    @Slot(str)
    def _on_field_text_changed(self, text: str) -> None:
        self.do.setEnabled(bool(text.strip()))
        self.fault.hide()


def ask_new(session: ProfileSession, parent: QWidget) -> NameDialog:
    """Ask for the name of a new profile, then make it and open it."""
    dialog = NameDialog(
        translate("Profiles", "New profile"),
        translate("Profiles", "Its name"),
        translate("Profiles", "Make it"),
        session.create,
        parent,
    )
    dialog.open()
    return dialog


def ask_rename(session: ProfileSession, parent: QWidget) -> NameDialog:
    """Ask for another name of the open profile."""
    dialog = NameDialog(
        translate("Profiles", "Rename the profile"),
        translate("Profiles", "Its new name"),
        translate("Profiles", "Rename"),
        session.rename,
        parent,
    )
    if session.profile is not None:
        dialog.field.setText(session.profile.name)
        dialog.field.selectAll()
    dialog.open()
    return dialog


def ask_erase(session: ProfileSession, parent: QWidget) -> AskDialog:
    """Ask whether the open profile is really to be erased; Enter does not do it."""
    name = session.profile.name if session.profile is not None else ""
    title = translate("Profiles", "Erase the profile “%1”?").replace("%1", name)
    text = translate(
        "Profiles",
        "Everything in it is erased: answers, reading, notes, settings, your own lessons and all backups. You can undo "
        "this until you close the window.",
    )
    return _ask(AskDialog(title, text, translate("Profiles", "Erase"), parent), session.erase)


def ask_put_back(session: ProfileSession, backup: Backup, parent: QWidget) -> AskDialog:
    """Ask whether a backup is really to take the place of what is there; Enter does not do it."""
    title = translate("Profiles", "Put back the backup of %1?").replace("%1", date(backup.day.isoformat()))
    text = translate(
        "Profiles",
        "Answers, reading, notes, settings and your own lessons will be as they were then. What is there now becomes "
        "the newest backup, so that it can be put back too.",
    )
    return _ask(
        AskDialog(title, text, translate("Profiles", "Put it back"), parent), lambda: session.put_back_backup(backup)
    )


def _ask(dialog: AskDialog, act: Callable[[], object]) -> AskDialog:
    """Open a question to which Enter says no, and act where the answer is yes."""
    dialog.cancel.setDefault(True)
    dialog.cancel.setFocus()
    dialog.accepted.connect(act)
    dialog.open()
    return dialog
