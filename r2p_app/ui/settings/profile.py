"""The part of Settings about the learner's data: the profile's name, its file, its backups, its end."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from r2p_app.store.profiles import folder_name
from r2p_app.store.transfer import SUFFIX
from r2p_app.ui.profile_dialogs import ask_erase, ask_new, ask_rename
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.settings.backups import BackupList
from r2p_app.ui.settings.rows import Section
from r2p_app.ui.widgets.basic import button


def breakable(path: Path) -> str:
    """Return a path with places where a line may end: it has no spaces to break at."""
    return str(path).replace(os.sep, f"{os.sep}\N{ZERO WIDTH SPACE}")


class ProfileSection(Section):
    """Rename, make, export, import, back up, put back, erase; and where the data lie."""

    def __init__(self, session: ProfileSession, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("ProfileSection", "Profile and data"), parent)
        self._session = session
        self.rename, self.new = button(self.tr("Rename …")), button(self.tr("New profile …"))
        self.export, self.take_in = button(self.tr("Export …")), button(self.tr("Import …"))
        self.back_up, self.backups = button(self.tr("Back up now")), BackupList(session)
        self.folder, self.erase = button(self.tr("Open the folder")), button(self.tr("Erase …"))
        self._name, self._place = self._add_lines()
        self.rename.clicked.connect(self._on_rename_clicked)
        self.new.clicked.connect(self._on_new_clicked)
        self.export.clicked.connect(self._on_export_clicked)
        self.take_in.clicked.connect(self._on_take_in_clicked)
        self.back_up.clicked.connect(session.back_up)
        session.backed_up.connect(self.backups.show_backups)
        session.put_back.connect(self._on_session_put_back)
        self.folder.clicked.connect(self._on_folder_clicked)
        self.erase.clicked.connect(self._on_erase_clicked)
        session.opened.connect(self.show_profile)
        self.show_profile()

    @Slot()
    def show_profile(self) -> None:
        """Show the name and the folder of the open profile."""
        if (profile := self._session.profile) is not None:
            self._name.setText(profile.name)
            self._place.setText(breakable(profile.directory))
            self.backups.show_backups()

    def _add_lines(self) -> tuple[QLabel, QLabel]:
        kept = self.tr("What you answer and read is kept on this computer and nowhere else.")
        name = self.add_line(" ", kept, self.rename, self.new).title
        moved = self.tr(
            "Export writes this profile to one file, to keep or to carry. Import makes a profile of such a file."
        )
        self.add_line(self.tr("Keep or carry it"), moved, self.export, self.take_in)
        copies = self.tr(
            "Copies of everything: answers, reading, notes, settings and a teacher’s own lessons, in the folder of the "
            "data. What is there when one is put back becomes a backup itself."
        )
        self.add_line(self.tr("Backups"), copies, self.back_up)
        self.add_widget(self.backups)
        place = self.add_line(self.tr("Folder of the data"), " ", self.folder).hint
        erased = self.tr("Everything of this profile goes. You can undo it until the window is closed.")
        self.add_line(self.tr("Erase this profile"), erased, self.erase)
        return name, place

    @Slot()
    def _on_session_put_back(self) -> None:
        """The row that was pressed is gone; the focus stays near it."""
        self.backups.show_backups()
        self.back_up.setFocus()

    @Slot()
    def _on_rename_clicked(self) -> None:
        ask_rename(self._session, self.window())

    @Slot()
    def _on_new_clicked(self) -> None:
        ask_new(self._session, self.window())

    @Slot()
    def _on_export_clicked(self) -> None:
        if (profile := self._session.profile) is None:
            return
        start = Path.home() / f"{folder_name(profile.name)}{SUFFIX}"
        target, _ = QFileDialog.getSaveFileName(self, self.tr("Export the profile"), str(start), self._filter())
        if target:
            self._session.export(Path(target).with_suffix(SUFFIX))

    @Slot()
    def _on_take_in_clicked(self) -> None:
        source, _ = QFileDialog.getOpenFileName(self, self.tr("Import a profile"), str(Path.home()), self._filter())
        if source:
            self._session.import_from(Path(source))

    @Slot()
    def _on_folder_clicked(self) -> None:
        if self._session.profile is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.profile.directory)))

    @Slot()
    def _on_erase_clicked(self) -> None:
        ask_erase(self._session, self.window())

    def _filter(self) -> str:
        return f"{self.tr('Profiles')} (*{SUFFIX})"
