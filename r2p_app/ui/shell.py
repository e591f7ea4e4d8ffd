"""What fills the window: top bar, rail, pages, palette, cards and messages, joined."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.ui.announce import announce
from r2p_app.ui.bars import BarAction, BarArea
from r2p_app.ui.choice_menu import ChoiceMenu
from r2p_app.ui.commands import CommandTable, window_commands
from r2p_app.ui.external import ExternalLinks
from r2p_app.ui.focus_in_view import FocusInView
from r2p_app.ui.navigation import Navigation
from r2p_app.ui.page import Confinement
from r2p_app.ui.preferences import LANGUAGE, TEXT, Preferences
from r2p_app.ui.rail import Rail
from r2p_app.ui.routes import BY_NAME, page_title
from r2p_app.ui.stack import PageStack
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.frame import rail_is_folded
from r2p_app.ui.theme.look import current
from r2p_app.ui.topbar import TopBar
from r2p_app.ui.waiting import WaitingPage
from r2p_app.ui.widgets.basic import column, page_around, row

if TYPE_CHECKING:
    from r2p_app.ui.palette import Palette
    from r2p_app.ui.record_panel import RecordPanel
    from r2p_app.ui.search.service import Search

_TEXT_COMMANDS = ("text-larger", "text-smaller", "text-normal")


class Shell(QWidget):
    """Everything in the window. Made after the frame was painted, and shown in its place."""

    def __init__(
        self, state: AppState, preferences: Preferences, route: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.state, self.preferences = state, preferences
        self.palette_overlay: Palette | None = None
        self.panel: RecordPanel | None = None
        self.stack, self.waiting = PageStack(state), WaitingPage()
        self.stack.addWidget(self.waiting)
        self.navigation = Navigation(state, self.stack, route)
        self.commands = CommandTable(self, window_commands(self))
        self.rail, self.bars = Rail(), BarArea()
        self.top_bar = TopBar(self.commands.action("palette").shortcut().toString())
        self.external = ExternalLinks(self.bars)
        self._focus_in_view = FocusInView(self)
        self._counts_due = False
        self._build_layout()
        self._fill_menus()
        self._connect()

    @cached_property
    def search(self) -> "Search":
        """What finds things in the content; made when it is first wanted."""
        from r2p_app.ui.search.service import Search

        return Search(self.state, self)

    @property
    def is_waiting(self) -> bool:
        """Whether no page is shown yet, or none can be."""
        return self.stack.currentWidget() is self.waiting

    @Slot(str)
    def show_waiting(self, words: str = "") -> None:
        """Show that content, or what these words say, is on its way (after half a second)."""
        self.stack.setCurrentWidget(self.waiting)
        self.waiting.wait(words)

    def show_fault(self, title: str, sentences: Sequence[str], actions: Sequence[BarAction]) -> None:
        """Say in the page's place why there is none, and what to do."""
        self.stack.setCurrentWidget(self.waiting)
        self.waiting.show_fault(title, sentences, actions)

    def show_wanted(self) -> None:
        """Show the page that was asked for, now that there is content and a profile."""
        self.waiting.stop()
        self.navigation.show_wanted()
        self._count_due_later()

    def open_palette(self) -> None:
        """Open the palette over the window; on a page that is confined, one that lists only what lies inside."""
        if (confinement := self.navigation.confinement) is not None:
            self._open_confined_palette(confinement)
            return
        if self.state.is_ready:
            self.search.prepare()
        if self.palette_overlay is None:
            from r2p_app.ui.palette import Palette
            from r2p_app.ui.providers import providers, search_advice

            sources = providers(self.state, self.navigation, self.commands, self.search)
            self.palette_overlay = Palette(self, sources, search_advice(self.state))
            self.search.ready.connect(self.palette_overlay.search_again)
        self.palette_overlay.open()

    def _open_confined_palette(self, confinement: Confinement) -> None:
        from r2p_app.ui.palette import Palette
        from r2p_app.ui.providers import confined_providers

        made = Palette(self, confined_providers(confinement, self.commands))
        made.setObjectName("confined-palette")
        made.closed.connect(made.deleteLater)
        made.open()

    def cycle_region(self) -> None:
        """Move the focus on: rail, page, top bar."""
        rail = self.top_bar.pages if self.rail.isHidden() else self.rail.focus_entry()
        regions = ((self.rail, rail), (self._area, self._page_focus()), (self.top_bar, self.top_bar.search))
        focus = QApplication.focusWidget()
        inside = next((i for i, (region, _) in enumerate(regions) if focus and region.isAncestorOf(focus)), -1)
        regions[(inside + 1) % len(regions)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or return to the window's size."""
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def close_window(self) -> None:
        """Close the window that this fills."""
        self.window().close()

    def _build_layout(self) -> None:
        self._area = QWidget()
        column(self.bars, self.stack, into=self._area, spacing=0).setStretch(1, 1)
        body = row(self.rail, self._area, spacing=0)
        box = column(self.top_bar, into=self, spacing=0)
        box.addLayout(body, 1)

    def _fill_menus(self) -> None:
        menu = self.top_bar.text_size.menu()
        menu.addActions([self.commands.action(command_id) for command_id in _TEXT_COMMANDS])
        menu.addSeparator()
        ChoiceMenu(menu, TEXT, self.preferences)
        ChoiceMenu(self.top_bar.language.menu(), LANGUAGE, self.preferences)

    def _connect(self) -> None:
        self.state.changed.connect(self._on_state_changed)
        self.rail.page_requested.connect(self._on_page_requested)
        self.top_bar.page_requested.connect(self._on_page_requested)
        self.top_bar.search.clicked.connect(self.open_palette)
        self.stack.announced.connect(self._on_stack_announced)
        self.navigation.page_shown.connect(self._on_navigation_page_shown)
        self.navigation.record_requested.connect(self._on_navigation_record_requested)
        self.navigation.address_requested.connect(self.external.ask)
        self.navigation.link_failed.connect(self._on_navigation_link_failed)
        self.navigation.leave_questioned.connect(self._on_navigation_leave_questioned)

    def _page_focus(self) -> QWidget:
        """Return the widget by which the page is entered: its own choice, or the first that Tab reaches."""
        page = self.stack.page or self.waiting
        wanted = self.stack.page.first_focus() if self.stack.page is not None else None
        if wanted is not None:
            return wanted
        widget = page.nextInFocusChain()
        while widget is not None and page.isAncestorOf(widget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return widget
            widget = widget.nextInFocusChain()
        return page

    def _enter(self, title: str) -> None:
        """Give the focus to the page; where its first stop is out of view, to the view itself, which stays as it is."""
        target = self._page_focus()
        around = page_around(target)
        if around is not None and target.visibleRegion().isEmpty():
            around.setAccessibleName(around.accessibleName() or title)
            target = around
        self._focus_in_view.give(target)

    def _fold(self) -> None:
        folded = rail_is_folded(current(), self.width())
        self.rail.setVisible(not folded)
        self.top_bar.set_folded(folded=folded)

    def _count_due_later(self) -> None:
        """Count what is due once the page is shown, however often it is asked for meanwhile."""
        if not self._counts_due:
            self._counts_due = True
            QTimer.singleShot(0, self, self._count_due)

    def _count_due(self) -> None:
        self._counts_due = False
        if self.state.is_ready:
            from r2p_app.ui.review.standing import due_today

            count = len(due_today(self.state).due)
            self.rail.set_count("review", count, self.tr("%n due", "", count))

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        if changes & (Changes.ATTEMPTS | Changes.SETTINGS | Changes.LIBRARY):
            self._count_due_later()

    @Slot(str)
    def _on_page_requested(self, name: str) -> None:
        self.navigation.open(f"r2p://{name}")

    @Slot(str)
    def _on_navigation_page_shown(self, name: str) -> None:
        if self.panel is not None:
            self.panel.dismiss()
        self.bars.clear("leave")
        self.rail.set_current(name)
        self.top_bar.set_current(name)
        title = page_title(BY_NAME[name])
        self.window().setWindowTitle(self.tr("%1 – Responsibility to Protect").replace("%1", title))
        self._enter(title)

    @Slot(str)
    def _on_navigation_record_requested(self, item_id: str) -> None:
        if self.panel is None:
            from r2p_app.ui.record_panel import RecordPanel

            self.panel = RecordPanel(self._area, self.state)
            self.panel.link_requested.connect(self.navigation.open)
        self.panel.show_record(item_id)

    @Slot(str)
    def _on_navigation_link_failed(self, link: str) -> None:
        self.bars.show_message("link", self.tr("There is nothing at %1 in this content.").replace("%1", link))

    @Slot(str, str)
    def _on_navigation_leave_questioned(self, question: str, leave: str) -> None:
        bar = self.bars.show_message("leave", question, (BarAction(leave, self._on_leave_clicked),))
        bar.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_leave_clicked(self) -> None:
        self.bars.clear("leave")
        self.navigation.leave()

    @Slot(str)
    def _on_stack_announced(self, text: str) -> None:
        announce(self.stack, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the mouse's side buttons."""
        if event.button() == Qt.MouseButton.BackButton:
            self.navigation.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.navigation.forward()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail when there is little room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold the rail when the text has grown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()
