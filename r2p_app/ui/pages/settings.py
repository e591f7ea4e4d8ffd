"""Settings: every declared preference and setting, the profile, and what the program is made of."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from r2p_app import __version__
from r2p_app.content.links import Link
from r2p_app.store.settings import ASK_CONFIDENCE, DAILY_LIMIT, DAY_BOUNDARY, DESIRED_RETENTION, SHOW_CONTENT_NOTES
from r2p_app.ui.page import Page
from r2p_app.ui.preferences import PREFERENCES
from r2p_app.ui.settings.controls import AnySetting, PreferenceControl, SettingControl
from r2p_app.ui.settings.profile import ProfileSection
from r2p_app.ui.settings.rows import Section
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, column, label

OFFERED: tuple[AnySetting, ...] = (
    ASK_CONFIDENCE,
    SHOW_CONTENT_NOTES,
    DAY_BOUNDARY,
    DESIRED_RETENTION,
    DAILY_LIMIT,
)
"""The settings of learning that something in the window obeys."""

_WIDTH = 900


class SettingsPage(Page):
    """What can be set; everything takes effect at once."""

    listens_to = Changes.SETTINGS | Changes.PROFILE | Changes.LIBRARY

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._scroll = ScrollPage(_WIDTH)
        column(self._scroll, into=self)
        body = self._scroll.body
        body.setSpacing(6 * GRID)
        body.addWidget(label(self.tr("Settings"), TextRole.H1))
        self.preferences = [PreferenceControl(preference, state.preferences, self) for preference in PREFERENCES]
        self.settings = [SettingControl(setting, state, self) for setting in OFFERED]
        self.profile = ProfileSection(state.profiles)
        for section in (self._look(), self._learning(), self.profile, self._about()):
            body.addWidget(section)
        body.addStretch(1)

    def show_link(self, _link: Link) -> None:
        """There is one view only."""

    def place(self) -> Link:
        """Return the link to Settings."""
        return Link("settings")

    def refresh(self, changes: Changes) -> None:
        """Show the values in force."""
        for control in self.settings:
            control.show_value()
        if Changes.LIBRARY in changes:
            self._show_pack()

    def first_focus(self) -> QWidget:
        """The first control."""
        return self.preferences[0].widget

    def _look(self) -> Section:
        section = Section(self.tr("How it looks"))
        translate = QCoreApplication.translate
        for preference, control in zip(PREFERENCES, self.preferences, strict=True):
            hint = translate("Preferences", preference.hint) if preference.hint else ""
            section.add_line(translate("Preferences", preference.title), hint, control.widget)
        return section

    def _learning(self) -> Section:
        section = Section(self.tr("Learning"))
        for setting, control in zip(OFFERED, self.settings, strict=True):
            title = QCoreApplication.translate("Store", setting.title)
            section.add_line(title, QCoreApplication.translate("Store", setting.description), control.widget)
        return section

    def _about(self) -> Section:
        section = Section(self.tr("About"))
        version = self.tr("Responsibility to Protect, version %1").replace("%1", __version__)
        section.add_line(
            version, self.tr("The program is free software under the GNU General Public License, version 3 or later.")
        )
        self._pack = section.add_line(" ", " ")
        self._show_pack()
        made = self.tr(
            "Fonts: Source Serif 4 and Inter (SIL Open Font License 1.1). Icons: Lucide (ISC). Window: Qt (LGPL 3)."
        )
        section.add_line(self.tr("Made with"), made)
        private = self.tr("No account, no telemetry. A source is opened in your browser only when you ask for it.")
        section.add_line(self.tr("Private"), private)
        return section

    def _show_pack(self) -> None:
        pack = self.state.library.pack
        title = self.tr("Content: %1, version %2").replace("%1", pack.title).replace("%2", pack.version)
        self._pack.title.setText(title)
        licence = self.tr("By %1. Licence: %2").replace("%1", ", ".join(pack.authors)).replace("%2", pack.licence)
        self._pack.hint.setText(licence)
