"""Opening and closing a room from the window's thread."""

import socket
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.live.binding import bind
from r2p_app.live.events import Phase
from r2p_app.live.journal import FILE
from r2p_app.live.room import Room
from r2p_app.live.server import LiveServer
from r2p_app.ui.live.session import LiveSession
from tests.live.acting import LOOPBACK, library
from tests.ui.live.conftest import ANY_PORT, WISH, phone_of


def test_votes_of_a_moment_are_one_change(room: LiveSession, qtbot: QtBot) -> None:
    heard: list[int] = []
    room.changed.connect(lambda: heard.append(len(room.host.room.students)))
    phones = [phone_of(room) for _ in range(12)]
    qtbot.waitUntil(lambda: bool(heard) and heard[-1] == 12)
    assert len(heard) < 12
    for phone in phones:
        phone._connection.close()


def test_what_the_room_does_not_allow_is_not_done(room: LiveSession) -> None:
    assert not room.do(Room.reveal)
    assert room.do(Room.go_on)
    assert room.host.room.phase is Phase.ASKED


def test_closing_tells_the_phones_closes_the_socket_and_deletes_the_file(
    room: LiveSession, qtbot: QtBot, tmp_path: Path
) -> None:
    phone, door = phone_of(room), room.door
    phone._connection.request("GET", "/state?after=0", headers={"Authorization": f"Bearer {phone.token}"})
    with qtbot.waitSignal(room.closed):
        room.close()
    assert b'"ended"' in phone._connection.getresponse().read()
    phone._connection.close()
    assert not (tmp_path / FILE).exists()
    host, _, port = door.address.partition(":")
    with pytest.raises(ConnectionError):
        socket.create_connection((host, int(port)), timeout=2)


def test_a_stopped_room_is_resumed_at_the_same_address(room: LiveSession, qtbot: QtBot, tmp_path: Path) -> None:
    phone_of(room, "Ana")._connection.close()
    room.do(Room.go_on)
    door, before = room.door, room.host.room
    room.stop()
    again = LiveSession(tmp_path, ports=ANY_PORT)
    assert again.can_resume
    with qtbot.waitSignal(again.opened):
        again.resume(library(), LOOPBACK)
    assert (again.door, again.host.room) == (door, before)
    again.stop()
    again.deleteLater()


def test_a_room_whose_questions_are_gone_is_not_resumed(room: LiveSession, qtbot: QtBot, tmp_path: Path) -> None:
    room.stop()
    again = LiveSession(tmp_path, ports=ANY_PORT)
    with qtbot.waitSignal(again.failed):
        again.resume(library(()), LOOPBACK)
    again.forget()
    assert not again.can_resume
    again.deleteLater()


def test_an_address_that_is_not_ours_fails_with_words(qtbot: QtBot, tmp_path: Path) -> None:
    made = LiveSession(tmp_path, ports=ANY_PORT)
    with qtbot.waitSignal(made.failed) as failed:
        made.open(library(), WISH._replace(address="203.0.113.1"))
    assert failed.args is not None
    assert failed.args[0]
    assert not made.can_resume
    made.deleteLater()


def free_port() -> int:
    with socket.socket() as found:
        found.bind((LOOPBACK, 0))
        return int(found.getsockname()[1])


def test_a_room_that_cannot_be_opened_leaves_neither_socket_nor_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_server: LiveServer) -> None:
        raise OSError("no more threads")

    port = free_port()
    monkeypatch.setattr(LiveServer, "start", refuse)
    made = LiveSession(tmp_path, ports=(port,))
    with qtbot.waitSignal(made.failed) as failed:
        made.open(library(), WISH)
    assert failed.args == ["no more threads"]
    assert not made.can_resume
    bind(LOOPBACK, (port,)).close()
    made.deleteLater()


def test_a_room_that_cannot_be_resumed_can_be_tried_again(
    room: LiveSession, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.stop()
    again = LiveSession(tmp_path, ports=ANY_PORT)
    with monkeypatch.context() as context:
        context.setattr(LiveServer, "start", lambda _server: (_ for _ in ()).throw(OSError("refused")))
        with qtbot.waitSignal(again.failed):
            again.resume(library(), LOOPBACK)
    with qtbot.waitSignal(again.opened):
        again.resume(library(), LOOPBACK)
    again.stop()
    again.deleteLater()


def test_a_room_that_opens_while_the_program_ends_is_closed_again(qtbot: QtBot, tmp_path: Path) -> None:
    port = free_port()
    made = LiveSession(tmp_path, ports=(port,))
    made.open(library(), WISH)
    made.stop()
    assert not made.is_open
    bind(LOOPBACK, (port,)).close()
    made.deleteLater()
