"""Going places: links to pages and records, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from r2p_app.content.links import Link, LinkError
from r2p_app.ui.external import host_of
from r2p_app.ui.history import History
from r2p_app.ui.page import Confinement
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
        leave_questioned: The page holds back what lies beyond it: what to say, and the words on the button that leaves.
    """

    page_shown = Signal(str)
    record_requested = Signal(str)
    address_requested = Signal(str)
    link_failed = Signal(str)
    leave_questioned = Signal(str, str)

    def __init__(self, state: AppState, stack: PageStack, route: str = "") -> None:
        super().__init__(stack)
        self._state, self._stack = state, stack
        self._history = History()
        self._wanted = route or str(HOME)
        self._waiting: Callable[[], None] | None = None
        self._is_leaving = False
        stack.link_requested.connect(self.open)
        stack.place_changed.connect(self._keep_place)

    @property
    def confinement(self) -> Confinement | None:
        """What the page shown holds back, None where everything is open."""
        return self._stack.page.confinement() if self._stack.page is not None else None

    @Slot(str)
    def open(self, link: str) -> None:
        """Go to an `r2p://` link; one asked for before there is content is opened when there is."""
        if self._is_held(self._resolved(link), lambda: self.open(link)):
            return
        if host_of(link):
            self.address_requested.emit(link)
        elif not self._state.is_ready:
            self._wanted = link
        else:
            self._open_inside(link)

    def want_first(self, link: Link) -> None:
        """Have the first page be this one, unless another was asked for at the start."""
        if self._wanted == str(HOME):
            self._wanted = str(link)

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
    def leave(self) -> None:
        """Go where one was about to go, although the page holds it back."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None and (confinement := self.confinement) is not None:
            confinement.left()
            self._is_leaving = True
            try:
                waiting()
            finally:
                self._is_leaving = False

    def _is_held(self, link: Link | None, go: Callable[[], None]) -> bool:
        """Ask first where a link leads out of what the page confines; `go` is what was about to be done."""
        confinement = None if self._is_leaving or not self._state.is_ready else self.confinement
        if confinement is None or (link is not None and confinement.allows(link)):
            return False
        self._waiting = go
        self.leave_questioned.emit(confinement.question, confinement.leave_words)
        return True

    @Slot()
    def back(self) -> None:
        """Return to the view before."""
        if not self._state.is_ready:
            return
        if self._history.behind is not None and self._is_held(self._history.behind, self.back):
            return
        self._keep_place()
        if (link := self._history.back()) is not None:
            self._show(link)

    @Slot()
    def forward(self) -> None:
        """Undo the last step back."""
        if not self._state.is_ready:
            return
        if self._history.ahead is not None and self._is_held(self._history.ahead, self.forward):
            return
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
            return resolve(Link.parse(text), self._state.library) if self._state.is_ready else None
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
