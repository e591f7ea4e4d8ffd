"""Going places: links to pages and records, and the way back."""

from PySide6.QtCore import QObject, Signal, Slot

from r2p_app.content.links import Link, LinkError
from r2p_app.ui.external import host_of
from r2p_app.ui.history import History
from r2p_app.ui.routes import BY_NAME, HOME, resolve
from r2p_app.ui.stack import PageStack
from r2p_app.ui.state import AppState


class Navigation(QObject):
    """Decides what a link opens and remembers where the person was.

    Signals:
        page_shown: The page with this name is shown.
        record_requested: The record with this id should be shown as a card.
        address_requested: This web address should be opened, if the person agrees.
        link_failed: This link leads nowhere.
    """

    page_shown = Signal(str)
    record_requested = Signal(str)
    address_requested = Signal(str)
    link_failed = Signal(str)

    def __init__(self, state: AppState, stack: PageStack, route: str = "") -> None:
        super().__init__(stack)
        self._state, self._stack = state, stack
        self._history = History()
        self._wanted = route or str(HOME)
        stack.link_requested.connect(self.open)
        stack.place_changed.connect(self._keep_place)

    @Slot(str)
    def open(self, link: str) -> None:
        """Go to an `r2p://` link; one asked for before there is content is opened when there is."""
        if host_of(link):
            self.address_requested.emit(link)
        elif not self._state.is_ready:
            self._wanted = link
        else:
            self._open_inside(link)

    def show_wanted(self) -> None:
        """Show the view shown before, or the one asked for at the start; a card, or nothing, stands over Home."""
        if self._history.current is not None:
            self._show(self._history.current)
            return
        wanted = self._resolved(self._wanted)
        if wanted is None or wanted.page not in BY_NAME:
            self._visit(HOME)
        self.open(self._wanted)

    @Slot()
    def back(self) -> None:
        """Return to the view before."""
        self._keep_place()
        if (link := self._history.back()) is not None:
            self._show(link)

    @Slot()
    def forward(self) -> None:
        """Undo the last step back."""
        self._keep_place()
        if (link := self._history.forward()) is not None:
            self._show(link)

    def _open_inside(self, text: str) -> None:
        link = self._resolved(text)
        if link is not None and link.page in BY_NAME:
            self._visit(link)
        elif link is not None and link.parts and link.parts[0] in self._state.library:
            self.record_requested.emit(link.parts[0])
        else:
            self.link_failed.emit(text)

    def _resolved(self, text: str) -> Link | None:
        try:
            return resolve(Link.parse(text), self._state.library)
        except LinkError:
            return None

    def _visit(self, link: Link) -> None:
        self._keep_place()
        self._history.visit(link)
        self._show(link)

    def _show(self, link: Link) -> None:
        self._stack.show_link(link)
        self._keep_place()
        self.page_shown.emit(link.page)

    @Slot()
    def _keep_place(self) -> None:
        """Have the history restore the view as it is now, not as it was asked for."""
        page, link = self._stack.page, self._history.current
        if page is not None and link is not None and page.objectName() == link.page:
            self._history.amend(page.place())
