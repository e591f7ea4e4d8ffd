"""The first page, shown once to each new profile: a minute about the program, with the few choices worth making now."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.store.settings import ROLE, SHOW_CONTENT_NOTES, WELCOMED
from r2p_app.ui.page import Page
from r2p_app.ui.preferences import TEXT, THEME
from r2p_app.ui.settings.declared import DeclaredGroup, DeclaredSection
from r2p_app.ui.settings.profile import breakable
from r2p_app.ui.settings.rows import Section
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ScrollPage, button, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow

_WIDTH = 900


class WelcomePage(Page):
    """What this is, what is hard about it, who one is, how it looks, and where what one does is kept.

    Every choice takes effect at once, so that beginning and skipping differ in nothing that could be lost.
    """

    listens_to = Changes.SETTINGS | Changes.PROFILE | Changes.LIBRARY

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.skip, self.begin = button(self.tr("Skip this page"), "quiet"), button(self.tr("Begin"), "primary")
        choices = DeclaredGroup(self.tr("For you"), (ROLE, TEXT, THEME, SHOW_CONTENT_NOTES))
        self.choices = DeclaredSection(choices, state)
        self._build_layout()
        for leave in (self.skip, self.begin):
            leave.clicked.connect(self._on_leave_clicked)
        self._show()

    def show_link(self, _link: Link) -> None:
        """There is one view only; once it is shown it has been seen."""
        QTimer.singleShot(0, self, self._keep_seen)  # if that fails, the page is there all the same

    def place(self) -> Link:
        """Return the link to this page."""
        return Link("welcome")

    def refresh(self, _changes: Changes) -> None:
        """Show the choices in force, and the pack and the profile that are open."""
        self.choices.show_values()
        self._show()

    def first_focus(self) -> QWidget:
        """The first choice; what stands before it is read on the way."""
        return self.choices.controls[ROLE.key].widget

    def _build_layout(self) -> None:
        page = ScrollPage(_WIDTH)
        column(page, into=self)
        head = FoldingRow(480, spacing=4 * GRID)
        head.addWidget(label(self.tr("Before you begin"), TextRole.H1), 1)
        head.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        page.body.setSpacing(5 * GRID)
        page.body.addLayout(head)
        for section in (self._about(), self.choices, self._data()):
            page.body.addWidget(section)
        end = FoldingRow(480, spacing=4 * GRID)
        end.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        end.addWidget(label(self.tr("All of this is in Settings too."), TextRole.SMALL, tone="muted"), 1)
        page.body.addLayout(end)
        page.body.addStretch(1)

    def _about(self) -> Section:
        section = Section(self.tr("What this is"))
        about = self.tr(
            "A program to learn and to teach the Responsibility to Protect: read what happened and what was known at "
            "the time, check what you remember, and weigh the decisions yourself. Every statement has its source."
        )
        section.add_line(self.tr("One question: when a state cannot or will not protect its people, who must?"), about)
        self._pack = section.add_line(" ", " ")
        hard = self.tr(
            "It tells of genocide, mass killing, sexual violence and expulsion, in plain words and without pictures "
            "of the dead. A note comes before the hardest parts. You can leave any page at any time."
        )
        section.add_line(self.tr("Some of it is hard to read"), hard)
        return section

    def _data(self) -> Section:
        section = Section(self.tr("What you do here stays here"))
        self._kept = section.add_line(self.tr("Answers, reading and notes are kept on this computer"), " ")
        network = self.tr(
            "No account, no telemetry. The network is used only when you start a live quiz or open a source in your "
            "browser."
        )
        section.add_line(self.tr("It works without a network"), network)
        return section

    def _show(self) -> None:
        pack = self.state.library.pack
        self._pack.title.setText(self.tr("Its content: %1").replace("%1", pack.title))
        self._pack.hint.setText(pack.description)
        self._pack.hint.setVisible(bool(pack.description))
        self._kept.hint.setText(breakable(self.state.store.directory))

    @Slot()
    def _keep_seen(self) -> None:
        settings = self.state.store.settings
        if not settings.get(WELCOMED):
            settings.set(WELCOMED, True)

    @Slot()
    def _on_leave_clicked(self) -> None:
        self.link_requested.emit("r2p://home")
