"""The open room as the window holds it: opened and closed off the GUI thread, heard of in it."""

import sys
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from r2p_app.content.library import Library
from r2p_app.live.binding import PORTS
from r2p_app.live.events import Event
from r2p_app.live.host import Host
from r2p_app.live.opening import OpenRoom, RoomOpener, Wish
from r2p_app.live.room import Refused, Room
from r2p_app.paths import resources_dir
from r2p_app.ui.jobs import JobControl, JobRunner
from r2p_app.ui.live.projector import Door

_TURN = 0.0005
"""Seconds after which a thread of Python gives way while a room is open. The window gives up Python's lock with every
call of Qt; with the usual 5 ms it would wait so long each time the server has something to do."""

_USUAL_TURN = sys.getswitchinterval()

_CALM = 60
"""Milliseconds between two looks at the room: thirty votes in one moment are one change on the screen."""


class LiveSession(QObject):
    """At most one open room.

    Signals:
        opened: A room is open, new or resumed.
        changed: Something happened in the room.
        failed: The room could not be opened; why, in the system's words.
        closed: The room is closed and its file is gone.
    """

    opened = Signal()
    changed = Signal()
    failed = Signal(str)
    closed = Signal()

    _heard = Signal()

    def __init__(self, folder: Path, *, ports: tuple[int, ...] = PORTS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = RoomOpener(folder, resources_dir() / "live", ports)
        self._open: OpenRoom | None = None
        self._made: OpenRoom | None = None  # by a worker, not heard of yet
        self._is_told = False
        self._jobs = JobRunner(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._on_calm_timeout)
        self._heard.connect(self._calm.start)

    @property
    def is_open(self) -> bool:
        """Whether a room is open."""
        return self._open is not None

    @property
    def host(self) -> Host:
        """The room; there while one is open."""
        if self._open is None:
            raise RuntimeError("no room is open")
        return self._open.host

    @property
    def door(self) -> Door:
        """How students come in."""
        if self._open is None:
            raise RuntimeError("no room is open")
        server, code = self._open.server, self._open.host.room.opened.code
        address = server.address if server.port == 80 else f"{server.address}:{server.port}"
        return Door(address, code, f"http://{address}/#{code}")

    @property
    def can_resume(self) -> bool:
        """Whether a room was open when the program ended."""
        return not self.is_open and self._opener.file.is_file()

    def open(self, library: Library, wish: Wish) -> None:
        """Open a room; `opened` or `failed` follows."""

        def work(_control: JobControl) -> None:
            self._made = self._opener.open(library, wish, SystemRandom())

        self._start(work, self._on_opened)

    def resume(self, library: Library, address: str) -> None:
        """Open the room again that was open when the program ended, where it was if that is possible."""

        def work(_control: JobControl) -> None:
            self._made = self._opener.resume(library, address)

        self._start(work, self._on_opened)

    def forget(self) -> None:
        """Delete what is left of a room that is not open."""
        if not self.is_open:
            self._opener.file.unlink(missing_ok=True)

    def do(self, step: Callable[[Room], Event]) -> bool:
        """Make a step; return whether the room allowed it."""
        try:
            self.host.do(step)
        except Refused:
            return False
        self._calm.stop()
        self._tell()
        return True

    def close(self) -> None:
        """Tell the phones that the session is over, close the socket and delete the file; `closed` follows."""
        if (found := self._leave()) is not None:
            found.host.do(Room.end)

            def work(_control: JobControl) -> None:
                found.close()

            self._start(work, self._on_closed)

    @Slot()
    def stop(self) -> None:
        """Stop at once and keep the file: the program ends, and may go on later."""
        self._calm.stop()
        self._jobs.stop()
        for found in (self._leave(), self._made):
            if found is not None:
                found.stop()
        self._made = None

    def _leave(self) -> OpenRoom | None:
        """Hear no more of the room that is open, and return it."""
        found, self._open = self._open, None
        if found is not None:
            found.host.forget(self._on_room_change)
            _take_time()
        return found

    def _start(self, work: Callable[[JobControl], object], done: Callable[[object], None]) -> None:
        job = self._jobs.job(work)
        job.succeeded.connect(done)
        job.failed.connect(self._on_job_failed)
        self._jobs.start(job, writes=True)

    def _on_room_change(self) -> None:
        """Called in the thread of whoever changed the room."""
        if not self._is_told:
            self._is_told = True
            self._heard.emit()

    def _tell(self) -> None:
        self._is_told = False
        if self.is_open:
            self.changed.emit()

    @Slot(object)
    def _on_opened(self, _nothing: object) -> None:
        found, self._made = self._made, None
        if found is None:
            return  # the session was stopped meanwhile
        self._open = found
        _hurry()
        found.host.listen(self._on_room_change)
        self.opened.emit()

    @Slot(object)
    def _on_closed(self, _nothing: object) -> None:
        self.closed.emit()

    @Slot(object)
    def _on_job_failed(self, error: Exception) -> None:
        if not isinstance(error, OSError | ValueError):
            raise error
        self.failed.emit(str(error))

    @Slot()
    def _on_calm_timeout(self) -> None:
        self._tell()


def _hurry() -> None:
    """Keep the window smooth while a server runs beside it: short turns."""
    sys.setswitchinterval(_TURN)


def _take_time() -> None:
    sys.setswitchinterval(_USUAL_TURN)
