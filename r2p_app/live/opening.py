"""Opening a room, new or again: its socket, its file and its server. What fails halfway leaves nothing behind."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from random import Random
from socket import socket
from typing import TYPE_CHECKING, NamedTuple

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.live.binding import PORTS, bind
from r2p_app.live.events import Opened, Options
from r2p_app.live.host import Host, opening
from r2p_app.live.journal import FILE, Journal, mend, read_events
from r2p_app.live.kinds import askable
from r2p_app.live.phone import asked
from r2p_app.live.replay import replay
from r2p_app.live.room import Room

if TYPE_CHECKING:
    from r2p_app.live.server import LiveServer


class Wish(NamedTuple):
    """The room a teacher wants."""

    questions: tuple[str, ...]
    options: Options
    address: str


class OpenRoom(NamedTuple):
    """A room that answers phones."""

    host: Host
    server: "LiveServer"

    def stop(self) -> None:
        """Let phones go and keep the file, from which `RoomOpener.resume` goes on."""
        self.server.stop()
        self.host.journal.close()

    def close(self) -> None:
        """Let phones go and delete the file."""
        self.server.stop()
        self.host.journal.delete()


@dataclass(frozen=True)
class RoomOpener:
    """Where rooms keep their file, what they show phones, and at which ports they may listen."""

    folder: Path
    pages: Path
    ports: tuple[int, ...] = PORTS

    @property
    def file(self) -> Path:
        """The file of the one room that may be open."""
        return self.folder / FILE

    def open(self, library: Library, wish: Wish, rng: Random) -> OpenRoom:
        """Open a new room; raise `OSError`. `rng` must not be one that can be guessed."""
        found = _askable(library, wish.questions)
        with ExitStack() as undo:
            bound = undo.enter_context(bind(wish.address, self.ports))
            address, port = bound.getsockname()
            first = opening(tuple(question.id for question in found), wish.options, address, port, rng)
            mend(self.file, (first,))
            undo.callback(self.file.unlink, missing_ok=True)
            return self._serve(library, found, Room(first), bound, undo)

    def resume(self, library: Library, address: str) -> OpenRoom:
        """Open the room of the file again, where it was if that can be, else at `address`.

        Raises `OSError`, and `ValueError` when questions of the room have left the content.
        """
        events = read_events(self.file)
        room = replay(events)
        found = _askable(library, room.opened.questions)
        if {question.id for question in found} != set(room.opened.questions):
            raise ValueError("questions of the room have left the content")
        with ExitStack() as undo:
            mend(self.file, events)
            bound = undo.enter_context(_bind_again(room.opened, address, self.ports))
            return self._serve(library, found, room, bound, undo)

    def _serve(
        self, library: Library, questions: Iterable[QuestionBase], room: Room, bound: socket, undo: ExitStack
    ) -> OpenRoom:
        """Answer phones at the socket; once this has begun, nothing is undone any more."""
        from r2p_app.live.server import LiveServer  # its libraries only when a room opens

        journal = Journal(self.file)
        undo.callback(journal.close)
        host = Host(room, asked(library, questions), journal)
        server = LiveServer(host, bound, self.pages)
        server.start()
        undo.pop_all()
        return OpenRoom(host, server)


def _askable(library: Library, ids: Iterable[str]) -> tuple[QuestionBase, ...]:
    found = (library.find(question_id, QuestionBase) for question_id in dict.fromkeys(ids))
    return askable(question for question in found if question is not None)


def _bind_again(opened: Opened, address: str, ports: tuple[int, ...]) -> socket:
    """Bind where the phones look for the room; where that address is gone, at the one given."""
    try:
        return bind(opened.address, (opened.port, *ports))
    except OSError:
        return bind(address, (opened.port, *ports))
