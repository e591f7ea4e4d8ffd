"""Live quiz: choose questions, open a room, lead the class through it; or read results from files."""

from random import Random, SystemRandom

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.live.opening import Wish
from r2p_app.ui.live.files import FilesView
from r2p_app.ui.live.room import RoomView
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.live.setup import SetupView
from r2p_app.ui.live.votes import VotesView
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes

View = SetupView | RoomView | VotesView | FilesView


class LivePage(Page):
    """Shows `r2p://live` (with `?case=` or `?questions=q-a,q-b` a choice) and `r2p://live/results`."""

    listens_to = Changes.LIBRARY | Changes.PROFILE

    def __init__(self, state: AppState, parent: QWidget | None = None, *, rng: Random | None = None) -> None:
        super().__init__(state, parent)
        self._rng = rng or SystemRandom()
        self._link = Link("live")
        self.view: View | None = None
        self.session = self._make_session()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close_down)

    def show_link(self, link: Link) -> None:
        """Show the open room; without one what the link names."""
        self._link = link if link.parts in {(), ("results",)} else Link("live")
        if link.parts == ("results",):
            self._show(self._files_view())
        elif self.session.is_open:
            if not isinstance(self.view, RoomView | VotesView):
                self._show(self._room_view())
        elif not isinstance(self.view, SetupView) or link.query:
            self._show(self._setup_view(link))

    def place(self) -> Link:
        """Return the link to the view."""
        return self._link

    def refresh(self, changes: Changes) -> None:
        """An open room keeps what it was opened with; else show the new content or the other profile's room."""
        if self.session.is_open:
            return
        if Changes.PROFILE in changes:
            self.session.stop()
            self.session.deleteLater()
            self.session = self._make_session()
        if isinstance(self.view, FilesView):
            self.view.show_report()
        else:
            self._show(self._setup_view(self._link))

    def first_focus(self) -> QWidget | None:
        """Return what the view wants focused."""
        return self.view.first_focus() if self.view is not None else None

    @Slot()
    def close_down(self) -> None:
        """End the server; an open room stays on the disk and can be gone on with."""
        if isinstance(self.view, RoomView):
            self.view.close_projector()
        self.session.stop()

    def _make_session(self) -> LiveSession:
        made = LiveSession(self.state.store.directory, parent=self)
        made.opened.connect(self._on_session_opened)
        made.failed.connect(self._on_session_failed)
        made.closed.connect(self._on_session_closed)
        self.state.live = made
        return made

    def _show(self, view: View) -> None:
        old, self.view = self.view, view
        self._layout.addWidget(view)
        if old is not None:
            if isinstance(old, RoomView):
                old.close_projector()
            old.hide()
            self._layout.removeWidget(old)
            old.deleteLater()
        view.show()
        if self.isVisible():
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit()

    def _setup_view(self, link: Link) -> SetupView:
        view = SetupView(self.state, self._rng.getrandbits(32), can_resume=self.session.can_resume)
        if case := link.value("case"):
            view.chooser.choose_case(case)
        if questions := link.value("questions"):
            view.chooser.choose(questions.split(","))
        view.open_requested.connect(self._on_view_open_requested)
        view.resume_requested.connect(self._on_view_resume_requested)
        view.forget_requested.connect(self._on_view_forget_requested)
        view.results_requested.connect(self._on_view_results_requested)
        return view

    def _room_view(self) -> RoomView:
        view = RoomView(self.session)
        view.close_requested.connect(self._on_view_close_requested)
        view.results_requested.connect(self._on_room_results_requested)
        view.announced.connect(self.announced)
        return view

    def _votes_view(self, *, closing: bool) -> VotesView:
        view = VotesView(self.session, self.state, closing=closing)
        view.back_requested.connect(self._on_votes_back_requested)
        view.close_requested.connect(self.session.close)
        return view

    def _files_view(self) -> FilesView:
        view = FilesView(self.state)
        view.back_requested.connect(self._on_files_back_requested)
        view.announced.connect(self.announced)
        return view

    @Slot(object)
    def _on_view_open_requested(self, wish: Wish) -> None:
        self.session.open(self.state.library, wish)

    @Slot()
    def _on_view_resume_requested(self) -> None:
        if isinstance(self.view, SetupView):
            self.view.show_busy(busy=True)
            self.session.resume(self.state.library, self.view.address)

    @Slot()
    def _on_view_forget_requested(self) -> None:
        self.session.forget()
        self._show(self._setup_view(self._link))

    @Slot()
    def _on_view_results_requested(self) -> None:
        self.link_requested.emit("r2p://live/results")

    @Slot()
    def _on_files_back_requested(self) -> None:
        self.link_requested.emit("r2p://live")

    @Slot()
    def _on_room_results_requested(self) -> None:
        self._show(self._votes_view(closing=False))

    @Slot()
    def _on_view_close_requested(self) -> None:
        self._show(self._votes_view(closing=True))

    @Slot()
    def _on_votes_back_requested(self) -> None:
        self._show(self._room_view())

    @Slot()
    def _on_session_opened(self) -> None:
        self._link = Link("live")
        self._show(self._room_view())
        door = self.session.door
        words = self.tr("The room is open. Address %1, code %2").replace("%1", door.address)
        self.announced.emit(words.replace("%2", " ".join(door.code)))
        self.state.note(Changes.LIVE)

    @Slot(str)
    def _on_session_failed(self, why: str) -> None:
        words = self.tr("The room could not be opened (%1). Choose another address, or close what uses the network.")
        if isinstance(self.view, SetupView):
            self.view.show_problem(words.replace("%1", why))
        self.announced.emit(words.replace("%1", why))

    @Slot()
    def _on_session_closed(self) -> None:
        self.show_link(Link("live"))
        self.state.note(Changes.LIVE)
