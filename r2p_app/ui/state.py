"""What the window shows: the library, the learner's store and the look; and the word that something changed."""

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from r2p_app.clock import Clock, utc_now
from r2p_app.ui.theme.look import Look

if TYPE_CHECKING:
    from pathlib import Path

    from r2p_app.content.library import Library
    from r2p_app.store import Store
    from r2p_app.ui.jobs import JobRunner
    from r2p_app.ui.live.session import LiveSession
    from r2p_app.ui.preferences import Preferences
    from r2p_app.ui.profile_session import ProfileSession


class Changes(enum.Flag):
    """What changed; pages compare these flags and refresh only when it concerns them."""

    LIBRARY = enum.auto()
    ATTEMPTS = enum.auto()
    READING = enum.auto()
    SETTINGS = enum.auto()
    PROFILE = enum.auto()
    NOTES = enum.auto()
    JUDGEMENTS = enum.auto()
    EXERCISES = enum.auto()
    LIVE = enum.auto()


class AppState(QObject):
    """The one object that pages share; made in `app`, handed over in constructors.

    Signals:
        changed: What changed, as `Changes`.
    """

    changed = Signal(object)

    preferences: "Preferences"
    """How the window looks; set by `app`, for Settings."""

    profiles: "ProfileSession"
    """What can be done with profiles; set by `app`, for Settings."""

    jobs: "JobRunner | None" = None
    """What runs beside the window; set by `app`. Without it work is done at once."""

    cache: "Path | None" = None
    """The folder for what can be made again; set by `app`. Without it such things are made anew each time."""

    live: "LiveSession | None" = None
    """The room of a live quiz; set by its page when it is made. A lesson that is being taught shows it too."""

    content: "Path | None" = None
    """The folder of the pack; set by `app`, for authors. Without it nothing is offered that needs the folder."""

    def __init__(self, look: Look, *, now: Clock = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.now = now
        self._library: Library | None = None
        self._store: Store | None = None

    @property
    def library(self) -> "Library":
        """The content; pages are made only once it is there."""
        if self._library is None:
            raise RuntimeError("the library is not loaded yet")
        return self._library

    @property
    def store(self) -> "Store":
        """The open profile; pages are made only once it is there."""
        if self._store is None:
            raise RuntimeError("no profile is open")
        return self._store

    @property
    def has_library(self) -> bool:
        """Whether content is there."""
        return self._library is not None

    @property
    def is_ready(self) -> bool:
        """Whether both the library and a profile are there."""
        return self._library is not None and self._store is not None

    def set_library(self, library: "Library") -> None:
        """Swap the content for a newly built one."""
        self._library = library
        self.changed.emit(Changes.LIBRARY)

    def set_store(self, store: "Store") -> None:
        """Swap the open profile; the caller closes the old one afterwards."""
        self._store = store
        self.changed.emit(~Changes.LIBRARY)

    def rest(self) -> None:
        """Have no profile until the next `set_store`; the caller has seen to it that no page is shown."""
        self._store = None

    def note(self, changes: Changes) -> None:
        """Tell the pages what was just saved."""
        self.changed.emit(changes)
