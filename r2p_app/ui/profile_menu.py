"""The menu under the profile's name: switch, new, rename, manage."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from r2p_app.store.profiles import Profile
from r2p_app.ui.profile_dialogs import NameDialog
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.window import MainWindow


class ProfileMenu(QObject):
    """Fills the menu each time it opens: another window may have made a profile."""

    def __init__(self, window: MainWindow, session: ProfileSession) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._menu = window.top_bar.profile.menu()
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)

    def ask_new(self) -> None:
        """Ask for the name of a new profile, make it and open it."""
        NameDialog(
            self.tr("New profile"), self.tr("Its name"), self.tr("Make it"), self._session.create, self._window
        ).open()

    def ask_rename(self) -> None:
        """Ask for another name of the open profile."""
        dialog = NameDialog(
            self.tr("Rename the profile"),
            self.tr("Its new name"),
            self.tr("Rename"),
            self._session.rename,
            self._window,
        )
        if self._session.profile is not None:
            dialog.field.setText(self._session.profile.name)
            dialog.field.selectAll()
        dialog.open()

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        for profile in self._session.all():
            self._add_profile(profile)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("New profile …"), self.ask_new)
        if self._session.profile is not None:
            self._menu.addAction(self.tr("Rename this profile …"), self.ask_rename)
            self._menu.addAction(self.tr("Manage in Settings"), self._on_manage_triggered)

    def _add_profile(self, profile: Profile) -> None:
        action: QAction = self._menu.addAction(profile.name)
        action.setCheckable(True)
        action.setChecked(self._session.profile is not None and profile.directory == self._session.profile.directory)
        action.setData(profile)
        action.triggered.connect(self._on_profile_triggered)

    @Slot()
    def _on_profile_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._session.switch(action.data())

    @Slot()
    def _on_manage_triggered(self) -> None:
        self._window.navigation.open("r2p://settings")
