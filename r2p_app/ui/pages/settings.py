"""Settings: every declared preference and setting, the profile, and what the program is made of."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from r2p_app import __version__
from r2p_app.content.links import Link
from r2p_app.ui.page import Page
from r2p_app.ui.settings.controls import PreferenceControl
from r2p_app.ui.settings.declared import DeclaredSection, groups
from r2p_app.ui.settings.defaults import Defaults
from r2p_app.ui.settings.profile import ProfileSection
from r2p_app.ui.settings.rows import Section
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label

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
        self.declared = [DeclaredSection(group, state) for group in groups()]
        self.defaults = [self._defaults(section) for section in self.declared]
        self.controls = {key: control for section in self.declared for key, control in section.controls.items()}
        self.profile = ProfileSection(state.profiles)
        self.welcome = button(self.tr("Open the first page"))
        self.welcome.clicked.connect(self._on_welcome_clicked)
        for section in (*self.declared, self.profile, self._about()):
            body.addWidget(section)
        body.addStretch(1)

    def show_link(self, _link: Link) -> None:
        """There is one view only."""

    def place(self) -> Link:
        """Return the link to Settings."""
        return Link("settings")

    def refresh(self, changes: Changes) -> None:
        """Show the values in force."""
        for section, defaults in zip(self.declared, self.defaults, strict=True):
            if Changes.PROFILE in changes:
                defaults.forget()
            section.show_values()
            defaults.show_state()
        if Changes.LIBRARY in changes:
            self._show_pack()

    def first_focus(self) -> QWidget:
        """The first control."""
        return next(iter(self.controls.values())).widget

    def _defaults(self, section: DeclaredSection) -> Defaults:
        made = Defaults(section.heading.text(), list(section.controls.values()), section)
        section.add_action(made.button)
        made.show_state()
        if any(isinstance(control, PreferenceControl) for control in section.controls.values()):
            self.state.preferences.changed.connect(made.show_state)  # `refresh` does not tell of these
        return made

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
        again = self.tr("What this program is, and what to know before you begin: shown once to each new profile.")
        section.add_line(self.tr("The first page"), again, self.welcome)
        return section

    @Slot()
    def _on_welcome_clicked(self) -> None:
        self.link_requested.emit("r2p://welcome")

    def _show_pack(self) -> None:
        pack = self.state.library.pack
        title = self.tr("Content: %1, version %2").replace("%1", pack.title).replace("%2", pack.version)
        self._pack.title.setText(title)
        licence = self.tr("By %1. Licence: %2").replace("%1", ", ".join(pack.authors)).replace("%2", pack.licence)
        self._pack.hint.setText(licence)
