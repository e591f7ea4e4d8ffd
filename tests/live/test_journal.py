"""A room that was open when the program ended goes on."""

from pathlib import Path

import pytest

from r2p_app.live.events import Event, Opened, Phase, Round
from r2p_app.live.host import Host
from r2p_app.live.journal import FILE, Journal, mend, read_events
from r2p_app.live.phone import asked
from r2p_app.live.replay import replay
from r2p_app.live.room import Room
from tests.live.acting import QUESTIONS, Phone, as_reply, library, make_host, serving, to_phase


def test_a_room_goes_on_where_it_was_with_the_same_students_and_votes(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    with serving(host) as server, Phone(server) as phone:
        phone.join(host.room.opened.code, "Ana")
        to_phase(host, Phase.FIRST_VOTE)
        phone.vote(0, 1, as_reply(host, QUESTIONS[0]))
        token = phone.token
    path = tmp_path / FILE
    again = Host(replay(read_events(path)), asked(library(), QUESTIONS), Journal(path))
    assert again.room == host.room
    with serving(again) as server, Phone(server) as phone:
        phone.token = token
        assert phone.state()["given"]["reply"] == as_reply(host, QUESTIONS[0])
        assert phone.vote(0, 1, {"kind": "choice", "options": [0]})[1]["given"]["reply"] == as_reply(host, QUESTIONS[0])
        to_phase(again, Phase.SECOND_VOTE)
        assert phone.vote(0, 2, as_reply(host, QUESTIONS[0]))[0] == 200
    assert len(again.room.ballots(Round.SECOND)) == 1


def test_a_half_written_line_costs_only_itself(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    host.do(Room.go_on)
    host.journal.close()
    path = tmp_path / FILE
    whole = read_events(path)
    path.write_bytes(path.read_bytes() + b'{"type":"moved","pla')
    assert read_events(path) == whole
    mend(path, whole)
    journal = Journal(path)
    journal.append(Room.go_on(replay(whole)))
    journal.close()
    assert replay(read_events(path)).phase is Phase.FIRST_VOTE


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"{}\n", b'{"type":"moved","place":0,"phase":"talk"}\n'])
def test_what_is_no_room_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / FILE
    path.write_bytes(data)
    with pytest.raises(ValueError):
        replay(read_events(path))


def test_without_a_file_there_is_nothing(tmp_path: Path) -> None:
    assert read_events(tmp_path / FILE) == ()


def test_a_deleted_file_is_gone_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    path = tmp_path / FILE
    assert path.stat().st_mode & 0o077 == 0
    host.journal.sync()
    assert not host.journal.is_dirty
    host.journal.delete()
    assert not path.exists()


def test_a_full_disk_does_not_stop_the_class(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    host = make_host(tmp_path)

    def full(_handle: int, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.write", full)
    event: Event = host.do(Room.go_on)
    monkeypatch.undo()
    assert not isinstance(event, Opened)
    assert host.room.phase is Phase.ASKED
    assert host.journal.fault is not None
    host.journal.close()
