"""The menu under the profile's name: switch, new, rename, manage."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from r2p_app.store.profiles import Profile
from r2p_app.ui.profile_dialogs import ask_new, ask_rename
from r2p_app.ui.profile_session import ProfileSession
from r2p_app.ui.shell import Shell


class ProfileMenu(QObject):
    """Fills the menu each time it opens: another window may have made a profile."""

    def __init__(self, shell: Shell, session: ProfileSession) -> None:
        super().__init__(shell)
        self._shell, self._session = shell, session
        self._menu = shell.top_bar.profile.menu()
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        for profile in self._session.all():
            self._add_profile(profile)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("New profile …"), self._on_new_triggered)
        if self._session.profile is not None:
            self._menu.addAction(self.tr("Rename this profile …"), self._on_rename_triggered)
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
        self._shell.navigation.open("r2p://settings")

    @Slot()
    def _on_new_triggered(self) -> None:
        ask_new(self._session, self._shell)

    @Slot()
    def _on_rename_triggered(self) -> None:
        ask_rename(self._session, self._shell)
