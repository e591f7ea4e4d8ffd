"""The open room as the window holds it: opened and closed off the GUI thread, heard of in it."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import SystemRandom
from socket import socket
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.live.binding import PORTS, bind
from r2p_app.live.events import Event, Opened, Options
from r2p_app.live.host import Host, opening
from r2p_app.live.journal import FILE, Journal, mend, read_events
from r2p_app.live.kinds import askable
from r2p_app.live.phone import asked
from r2p_app.live.room import Refused, Room, replay
from r2p_app.paths import resources_dir
from r2p_app.ui.jobs import Job, JobControl, JobRunner
from r2p_app.ui.live.projector import Door

if TYPE_CHECKING:
    from r2p_app.live.server import LiveServer

_TURN = 0.0005
"""Seconds after which a thread of Python gives way while a room is open. The window gives up Python's lock with every
call of Qt; with the usual 5 ms it would wait so long each time the server has something to do."""

_USUAL_TURN = sys.getswitchinterval()

_CALM = 60
"""Milliseconds between two looks at the room: thirty votes in one moment are one change on the screen."""


class Wish(NamedTuple):
    """The room a teacher wants."""

    questions: tuple[str, ...]
    options: Options
    address: str


class _Open(NamedTuple):
    host: Host
    server: "LiveServer"


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
        self._file, self._ports = folder / FILE, ports
        self._open: _Open | None = None
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
        return not self.is_open and self._file.is_file()

    def open(self, library: Library, wish: Wish) -> None:
        """Open a room; `opened` or `failed` follows."""
        found = _askable(library, wish.questions)
        options, address = wish.options, wish.address

        def work(_control: JobControl) -> _Open:
            bound = bind(address, self._ports)
            ids = tuple(question.id for question in found)
            own, port = bound.getsockname()
            first = opening(ids, options, own, port, SystemRandom())
            mend(self._file, (first,))
            return self._serve(library, found, Room(first), bound)

        self._start(work)

    def resume(self, library: Library, address: str) -> None:
        """Open the room again that was open when the program ended, where it was if that is possible."""

        def work(_control: JobControl) -> _Open:
            events = read_events(self._file)
            room = replay(events)
            known = {question.id for question in _askable(library, room.opened.questions)}
            if not known.issuperset(room.opened.questions):
                raise ValueError("questions of the room have left the content")
            mend(self._file, events)
            bound = _bind_again(room.opened, address, self._ports)
            return self._serve(library, _askable(library, room.opened.questions), room, bound)

        self._start(work)

    def forget(self) -> None:
        """Delete what is left of a room that is not open."""
        if not self.is_open:
            self._file.unlink(missing_ok=True)

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
        if (found := self._open) is not None:
            self._open = None
            found.host.forget(self._on_room_change)
            _take_time()
            found.host.do(Room.end)

            def work(_control: JobControl) -> None:
                found.server.stop()
                found.host.journal.delete()

            self._start(work, self._on_closed)

    @Slot()
    def stop(self) -> None:
        """Stop at once and keep the file: the program ends, and may go on later."""
        if (found := self._open) is not None:
            self._open = None
            found.host.forget(self._on_room_change)
            _take_time()
            found.server.stop()
            found.host.journal.close()
        self._calm.stop()
        self._jobs.stop()

    def _serve(self, library: Library, questions: Sequence[QuestionBase], room: Room, bound: socket) -> _Open:
        from r2p_app.live.server import LiveServer

        host = Host(room, asked(library, questions), Journal(self._file))
        server = LiveServer(host, bound, resources_dir() / "live")
        server.start()
        return _Open(host, server)

    def _start(self, work: Callable[[JobControl], object], done: Callable[[object], None] | None = None) -> Job:
        job = self._jobs.job(work)
        job.succeeded.connect(done or self._on_opened)
        job.failed.connect(self._on_job_failed)
        self._jobs.start(job, writes=True)
        return job

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
    def _on_opened(self, found: _Open) -> None:
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
    """Keep the window smooth while a server runs beside it: short turns, and no search for garbage in all content."""
    sys.setswitchinterval(_TURN)
    gc.freeze()


def _take_time() -> None:
    sys.setswitchinterval(_USUAL_TURN)
    gc.unfreeze()


def _askable(library: Library, ids: Sequence[str]) -> tuple[QuestionBase, ...]:
    found = (library.find(question_id, QuestionBase) for question_id in dict.fromkeys(ids))
    return askable(question for question in found if question is not None)


def _bind_again(opened: Opened, address: str, ports: tuple[int, ...]) -> socket:
    """Bind where the phones look for the room; where that address is gone, at the one given."""
    try:
        return bind(opened.address, (opened.port, *ports))
    except OSError:
        return bind(address, (opened.port, *ports))
