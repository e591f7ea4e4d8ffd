"""One case: its row of tabs, and the tab that is open. Tabs are made when they are first visited, and kept."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.case.tab_bar import TabRow
from r2p_app.ui.case.tabs import READ, TabSpec, tabs_of
from r2p_app.ui.quiz.offer import DiagnosticOffer
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import column


class CaseView(QWidget):
    """Shows the tabs of a case.

    Signals:
        link_requested: A link was chosen.
        announced: Words for a screen reader.
        place_changed: `place()` has another link.
    """

    link_requested = Signal(str)
    announced = Signal(str)
    place_changed = Signal()

    def __init__(self, case: Case, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case, self._state = case, state
        self._specs = {spec.name: spec for spec in tabs_of(state.library, case)}
        self._tabs: dict[str, CaseTab] = {}
        self.row = TabRow(case, tuple(self._specs.values()))
        self.row.chosen.connect(self._on_row_chosen)
        self._stack = QStackedWidget(self)
        self.offer = DiagnosticOffer(case, state, self)
        self.offer.link_requested.connect(self.link_requested)
        box = column(self.row, self.offer, self._stack, into=self, spacing=0)
        box.setStretch(2, 1)
        for keys, slot in (("Ctrl+Tab", self._on_next_activated), ("Ctrl+Shift+Tab", self._on_previous_activated)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    @property
    def tab(self) -> CaseTab | None:
        """The open tab, None before the first link."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CaseTab) else None

    @property
    def made(self) -> Iterator[CaseTab]:
        """The tabs visited so far."""
        return iter(self._tabs.values())

    def show_link(self, link: Link) -> None:
        """Open the tab that a link names, reading where it names none; the focus stays in the row, or goes along."""
        spec = self._specs.get(link.parts[1] if len(link.parts) > 1 else "", READ)
        tab = self._tabs.get(spec.name) or self._make(spec)
        tab.show_link(link)
        focus = QApplication.focusWidget()
        leaves_focus = self.tab is not tab and focus is not None and self._stack.isAncestorOf(focus)
        target = tab.focusWidget() or tab.first_focus()  # before Qt gives the focus to whatever comes first
        self._stack.setCurrentWidget(tab)
        self.row.show_tab(spec)
        if leaves_focus and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> Link:
        """Return the link that restores the view."""
        return self.tab.place() if self.tab is not None else Link("case", (self.case.id,))

    def show_progress(self) -> None:
        """Show what the learner has done meanwhile."""
        self.offer.show_progress()
        for tab in self._tabs.values():
            tab.show_progress()

    def first_focus(self) -> QWidget | None:
        """Where the focus was in the tab, or its first stop."""
        if self.tab is None:
            return None
        last = self.tab.focusWidget()
        return last if last is not None and last.isVisibleTo(self.tab) else self.tab.first_focus()

    def _make(self, spec: TabSpec) -> CaseTab:
        tab = spec.tab_class()(self.case, spec.link(self.case), self._state, self._stack)
        tab.setObjectName(spec.name)
        tab.link_requested.connect(self.link_requested)
        tab.announced.connect(self.announced)
        tab.place_changed.connect(self._on_tab_place_changed)
        self._stack.addWidget(tab)
        self._tabs[spec.name] = tab
        return tab

    def _ask_for(self, spec: TabSpec) -> None:
        known = self._tabs.get(spec.name)
        self.link_requested.emit(str(known.place() if known is not None else spec.link(self.case)))

    @Slot()
    def _on_tab_place_changed(self) -> None:
        if self.sender() is self.tab:
            self.place_changed.emit()

    @Slot(object)
    def _on_row_chosen(self, spec: TabSpec) -> None:
        self._ask_for(spec)

    @Slot()
    def _on_next_activated(self) -> None:
        self.row.step(1)

    @Slot()
    def _on_previous_activated(self) -> None:
        self.row.step(-1)
