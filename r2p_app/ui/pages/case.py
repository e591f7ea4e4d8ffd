"""Case studies: choose one, read it, or see what else it holds.

`r2p://case` chooses, `r2p://case/rwanda` goes on where the reader left off, `r2p://case/rwanda/read/rwanda-warnings#p4`
shows a place, `r2p://case/rwanda/documents#doc-res-912` a record in one of the other tabs.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.ui.case.read import ReadTab
from r2p_app.ui.case.view import CaseView
from r2p_app.ui.page import Page
from r2p_app.ui.reader.chooser import CaseChooser
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column


class CasePage(Page):
    """The case studies."""

    listens_to = (
        Changes.LIBRARY | Changes.READING | Changes.NOTES | Changes.ATTEMPTS | Changes.JUDGEMENTS | Changes.PROFILE
    )

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._stack = QStackedWidget()
        column(self._stack, into=self)
        self.chooser: CaseChooser | None = None
        self.view: CaseView | None = None

    @property
    def reader(self) -> CaseReader | None:
        """The reader, where it is what is shown."""
        tab = self.view.tab if self.view is not None else None
        return tab.reader if isinstance(tab, ReadTab) else None

    def show_link(self, link: Link) -> None:
        """Show the chooser, or a case in the tab and at the place that the link names."""
        case = self.state.library.find(link.parts[0], Case) if link.parts else None
        if case is None:
            self._show_chooser()
        else:
            self._show_case(case, link)

    def place(self) -> Link:
        """Return the link that restores the tab and the place in it."""
        return self.view.place() if self.view is not None else Link("case")

    def refresh(self, changes: Changes) -> None:
        """Show new content at the same place, new progress at once."""
        if changes & (Changes.LIBRARY | Changes.PROFILE):
            place, had_focus = self.place(), self._holds_focus()
            self._clear()
            self.show_link(place)
            if had_focus and (target := self.first_focus()) is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (shown := self.view or self.chooser) is not None:
            shown.show_progress()

    def first_focus(self) -> QWidget | None:
        """Where one was in the tab, or the first case."""
        shown = self.view or self.chooser
        return shown.first_focus() if shown is not None else None

    def _show_chooser(self) -> None:
        if self.chooser is None:
            self._clear()
            self.chooser = CaseChooser(self.state, self._stack)
            self.chooser.link_requested.connect(self.link_requested)
            self._stack.addWidget(self.chooser)
        self.chooser.show_progress()

    def _show_case(self, case: Case, link: Link) -> None:
        if self.view is None or self.view.case.id != case.id:
            self._clear()
            self.view = CaseView(case, self.state, self._stack)
            self.view.link_requested.connect(self.link_requested)
            self.view.announced.connect(self.announced)
            self.view.place_changed.connect(self.place_changed)
            self._stack.addWidget(self.view)
        self.view.show_link(link)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _clear(self) -> None:
        for widget in (self.chooser, self.view):
            if widget is not None:
                self._stack.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.chooser = self.view = None
