"""What nobody in the network can do to an open room: see keys, vote twice, reach files, be the teacher, stop it."""

import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from r2p_app.content.questions import MultipleResponse, QuestionBase, SingleChoice, TrueFalse
from r2p_app.live.binding import bind
from r2p_app.live.events import Phase, Round
from r2p_app.live.host import Host
from r2p_app.live.limits import Attempts, Limits
from r2p_app.live.room import Room
from r2p_app.live.server import LiveServer
from r2p_app.paths import resources_dir
from tests.learning import samples
from tests.live.acting import LOOPBACK, QUESTIONS, Phone, as_reply, make_host, serving, to_phase

HASTY = Limits(request_time=0.4, send_time=0.4, poll_time=0.4)


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return make_host(tmp_path)


@pytest.fixture
def server(host: Host) -> Iterator[LiveServer]:
    with serving(host, limits=HASTY) as made:
        yield made


@pytest.fixture
def phone(server: LiveServer, host: Host) -> Iterator[Phone]:
    with Phone(server) as made:
        assert made.join(host.room.opened.code, "Ana") == 200
        yield made


# --- keys -------------------------------------------------------------------------------------------------------------

SECRETS = (
    *(f"Why {letter}." for letter in "abcd"),
    "rationale",
    "As the inquiry of 1999 found.",
    "270 people",
    '"270',
    "That was the strength allowed",
    "gacaca",
    "kwibuka",
    "It came at",
    "1994-05-17",
    "8902",  # the day of that date
    "correct",
    "tolerance",
    "Independent Inquiry",
)


def every_phase(host: Host, phone: Phone, *, until: Phase) -> None:
    """Read every state of every question, vote in both rounds with an answer that gives nothing away."""
    for place, question in enumerate(QUESTIONS):
        for phase in (Phase.ASKED, Phase.FIRST_VOTE, Phase.COUNTED, Phase.TALK, Phase.SECOND_VOTE, Phase.EXPLAINED):
            to_phase(host, phase, place)
            if phase is Phase.COUNTED:
                host.do(Room.reveal)  # what the class sees on the wall is not told to phones
            if phase is until:
                break
            phone.state()
            if host.room.round is not None:
                phone.vote(place, int(host.room.round), harmless(question.id))


def harmless(question: str) -> object:
    return {
        "q-single": {"kind": "choice", "options": [0]},
        "q-multiple": {"kind": "choice", "options": [0]},
        "q-true-false": {"kind": "judgement", "value": True, "reason": 0},
        "q-numeric": {"kind": "number", "text": "5"},
        "q-ordering": {"kind": "order", "items": [0, 1, 2, 3]},
        "q-short": {"kind": "word", "text": "no idea"},
        "q-timeline": {"kind": "day", "day": 8900},
    }[question]


def test_no_byte_sent_before_the_explanation_tells_a_key(host: Host, phone: Phone, server: LiveServer) -> None:
    every_phase(host, phone, until=Phase.EXPLAINED)
    with Phone(server) as other:  # someone who comes late, and one who is no student
        other.join(host.room.opened.code)
        for path in ("/", "/phone.js", "/phone.css"):
            other.ask("GET", path)
        received = (phone.received + other.received).decode()
    page = "".join(path.read_text() for path in (resources_dir() / "live").iterdir())
    assert [secret for secret in SECRETS if secret in received and secret not in page] == []
    assert len(phone.received) > 5_000


def with_other_key(question: QuestionBase) -> QuestionBase:
    """Return the same question with another key; whoever sees only what may be seen cannot tell them apart."""
    if isinstance(question, SingleChoice):
        options = tuple(structs.replace(one, correct=one.id == "a") for one in question.options)
        return structs.replace(question, options=options)
    if isinstance(question, TrueFalse):
        return structs.replace(question, answer=not question.answer)
    if isinstance(question, MultipleResponse):
        options = tuple(structs.replace(one, correct=not one.correct) for one in question.options)
        return structs.replace(question, options=options)
    others: dict[str, QuestionBase] = {
        "q-numeric": samples.numeric(999, 1),
        "q-short": samples.short_answer(("ingando",)),
        "q-timeline": samples.timeline("1994-07-04", 3),
    }
    return others[question.id]


@pytest.mark.parametrize("question", [one for one in QUESTIONS if one.id != "q-ordering"], ids=lambda one: one.id)
def test_what_is_sent_does_not_depend_on_the_key(tmp_path: Path, question: QuestionBase) -> None:
    sent = []
    for folder, asked in (("one", question), ("other", with_other_key(question))):
        (tmp_path / folder).mkdir()
        host = make_host(tmp_path / folder, [asked])
        token = host.join("Ana")
        student = host.student(token)
        assert student is not None
        states = []
        for phase in (Phase.ASKED, Phase.FIRST_VOTE, Phase.COUNTED, Phase.TALK, Phase.SECOND_VOTE):
            to_phase(host, phase)
            states.append(host.phone_state(student))
        sent.append(states)
        host.journal.close()
    assert sent[0] == sent[1]


def test_things_to_order_do_not_travel_in_their_order(tmp_path: Path) -> None:
    host = make_host(tmp_path, [samples.ordering()])
    student = host.student(host.join(""))
    to_phase(host, Phase.FIRST_VOTE)
    assert student is not None
    items = json.loads(host.phone_state(student))["form"]["items"]
    assert items != [f"Event {number}" for number in range(1, 5)]
    assert sorted(items) == [f"Event {number}" for number in range(1, 5)]
    host.journal.close()


# --- votes ------------------------------------------------------------------------------------------------------------


def test_nobody_votes_twice(host: Host, phone: Phone) -> None:
    to_phase(host, Phase.FIRST_VOTE)
    first = {"kind": "choice", "options": [0]}
    phone.vote(0, 1, first)
    status, state = phone.vote(0, 1, {"kind": "choice", "options": [1]})
    assert (status, state["given"]["reply"]) == (200, first)
    assert len(host.room.ballots(Round.FIRST)) == 1


def test_many_votes_at_once_are_one(host: Host, server: LiveServer, phone: Phone) -> None:
    to_phase(host, Phase.FIRST_VOTE)

    def vote(option: int) -> None:
        with Phone(server) as same:
            same.token = phone.token
            same.vote(0, 1, {"kind": "choice", "options": [option % 4]})

    threads = [threading.Thread(target=vote, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    votes = [event for event in host.journal.path.read_text().splitlines() if '"type":"voted"' in event]
    assert len(votes) == 1


@pytest.mark.parametrize(
    ("place", "round_"), [(0, 2), (1, 1), (6, 1), (999, 1)], ids=["other round", "later", "last", "none"]
)
def test_only_the_open_vote_is_taken(host: Host, phone: Phone, place: int, round_: int) -> None:
    to_phase(host, Phase.FIRST_VOTE)
    assert phone.vote(place, round_, {"kind": "choice", "options": [0]})[0] == 409
    assert not host.room.votes


@pytest.mark.parametrize(
    "reply",
    [
        {"kind": "choice", "options": []},
        {"kind": "choice", "options": [0, 1]},
        {"kind": "choice", "options": [4]},
        {"kind": "choice", "options": [-1]},
        {"kind": "number", "text": "1"},
        {"kind": "single", "option": "b"},
        {"kind": "choice", "options": [0], "student": 1},
        {"kind": "choice"},
        None,
        [],
    ],
    ids=str,
)
def test_what_is_no_answer_is_refused(host: Host, phone: Phone, reply: object) -> None:
    to_phase(host, Phase.FIRST_VOTE)
    assert phone.vote(0, 1, reply)[0] in {400, 409}
    assert not host.room.votes


def test_who_was_removed_is_out(host: Host, phone: Phone) -> None:
    to_phase(host, Phase.FIRST_VOTE)
    host.do(lambda room: room.remove(1))
    assert phone.vote(0, 1, {"kind": "choice", "options": [0]})[0] == 401
    assert phone.ask("GET", "/state")[0] == 401


# --- who one is -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("token", ["", "x", "1", "a" * 32, "../../etc/passwd", "Ana"])
def test_a_token_cannot_be_made_up(phone: Phone, token: str) -> None:
    phone.token = token
    assert phone.ask("GET", "/state")[0] == 401
    assert phone.ask("POST", "/vote", b"{}")[0] == 401


def test_tokens_are_long_and_never_alike_and_not_in_the_file(host: Host) -> None:
    tokens = [host.join("") for _ in range(200)]
    assert len(set(tokens)) == 200
    assert min(map(len, tokens)) >= 32
    assert not [token for token in tokens if token in host.journal.path.read_text()]


def test_there_is_nothing_for_a_teacher_to_be_imitated(host: Host, phone: Phone, server: LiveServer) -> None:
    """Whatever is asked of whatever address, the room goes on only when its own program says so."""
    words = (
        "next",
        "reveal",
        "explain",
        "close",
        "remove",
        "admin",
        "teacher",
        "control",
        "room",
        "host",
        "api",
        "key",
    )
    for word in words:
        for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            assert phone.ask(method, f"/{word}", b"{}")[0] in {404, 405}
    before = host.room
    for message in ('{"type":"moved","place":0,"phase":"explained"}', '{"type":"revealed","shown":true}'):
        phone.ask("POST", "/vote", message.encode())
        phone.ask("POST", "/join", message.encode())
    assert host.room is before


def test_the_code_cannot_be_found_by_trying(host: Host, server: LiveServer) -> None:
    with Phone(server) as stranger:
        statuses = [stranger.join(f"{number:06}") for number in range(HASTY.wrong_codes + 5)]
        assert statuses == [403] * HASTY.wrong_codes + [429] * 5
        assert stranger.join(host.room.opened.code) == 429  # whoever waits is not heard, right or wrong
        assert int(stranger.headers["retry-after"]) > 0
    assert not host.room.students


def test_tries_are_counted_by_address_and_forgotten_after_a_while() -> None:
    now = [0.0]
    tries = Attempts(Limits(wrong_codes=3, wrong_codes_of_all=5, window=60), lambda: now[0])
    for _ in range(3):
        tries.note_wrong("a")
    assert (tries.wait("a"), tries.wait("b")) == (61, 0)
    for _ in range(2):
        tries.note_wrong("b")
    assert tries.wait("c") > 0, "many addresses together are slowed down as well"
    now[0] = 61.0
    assert (tries.wait("a"), tries.wait("b"), tries.wait("c")) == (0, 0, 0)


# --- files, headers, other sites --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/phone.html",
        "/phone.html",
        "//etc/passwd",
        "/phone.js/../../../pyproject.toml",
        "/static/",
        "/.git/config",
        "/live-room.jsonl",
        "/\\..\\..\\windows\\win.ini",
        "/file:///etc/passwd",
        "/phone.css%00.html",
    ],
)
def test_no_file_is_reached(server: LiveServer, path: str) -> None:
    status, body = raw(server, f"GET {path} HTTP/1.1\r\nHost: {host_name(server)}\r\n\r\n".encode())
    assert status in {400, 404}
    assert b"root:" not in body
    assert len(body) < 2_000


def test_every_answer_carries_the_policy(phone: Phone) -> None:
    for method, path in (("GET", "/"), ("GET", "/phone.js"), ("GET", "/nothing"), ("POST", "/join"), ("GET", "/state")):
        phone.ask(method, path, b"{}" if method == "POST" else None)
        policy = phone.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://")
        assert [word for word in ("unsafe", "*", "https:") if word in policy] == []
        assert phone.headers["x-content-type-options"] == "nosniff"
        assert phone.headers["referrer-policy"] == "no-referrer"
        assert phone.headers["cache-control"] == "no-store"
        assert "server" not in phone.headers


def test_the_page_names_no_other_site_and_is_small() -> None:
    files = list((resources_dir() / "live").iterdir())
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert sum(path.stat().st_size for path in files) < 50_000
    assert "https:" not in text
    assert [part.split("/")[0] for part in text.split("ws://")[1:]] == ["${location.host}"]
    assert "http:" not in text
    assert [word for word in ("innerHTML", "eval(", " style=", " onclick=") if word in text] == []


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1", "127.0.0.1:1", "", "evil.example:8000"])
def test_another_name_for_this_computer_is_refused(server: LiveServer, name: str) -> None:
    assert raw(server, f"GET / HTTP/1.1\r\nHost: {name}\r\n\r\n".encode())[0] in {400, 421}


def test_pages_of_other_sites_cannot_speak_to_the_room(host: Host, phone: Phone) -> None:
    wish = json.dumps({"code": host.room.opened.code, "name": "Mallory"}).encode()
    assert phone.ask("POST", "/join", wish, {"Origin": "http://evil.example"})[0] == 421
    assert phone.ask("POST", "/join", wish, {"Origin": f"http://{phone.host}"})[0] == 200
    address, other = f"ws://{phone.host}/live", Origin("http://evil.example")
    with pytest.raises(InvalidStatus, match="403"), connect(address, origin=other, proxy=None):
        pass


def test_names_are_text_everywhere(host: Host, server: LiveServer) -> None:
    with Phone(server) as phone:
        phone.join(host.room.opened.code, "<script>alert(1)</script>\u202e\x00\n  x" + "y" * 60)
        name = phone.state()["name"]
    assert name == "<script>alert(1)</script"
    assert len(name) <= 24


# --- not to be stopped ------------------------------------------------------------------------------------------------


def host_name(server: LiveServer) -> str:
    return f"{server.address}:{server.port}"


def raw(server: LiveServer, data: bytes) -> tuple[int, bytes]:
    """Send bytes and return the status (0 for a connection that was closed without a word) and all that came."""
    with socket.create_connection((server.address, server.port), timeout=10) as made:
        try:
            made.sendall(data)
            made.shutdown(socket.SHUT_WR)
            received = b"".join(iter(lambda: made.recv(65_536), b""))
        except OSError:
            received = b""
    return (int(received.split(b" ", 2)[1]) if received.startswith(b"HTTP/") else 0), received


MALFORMED: tuple[bytes, ...] = (
    b"\x00" * 2_000,
    b"GET",
    b"GET / HTTP/9.9\r\n\r\n",
    b"\r\n\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 5_000 + b"\r\n",
    b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
    "GET /é HTTP/1.1\r\n\r\n".encode(),
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"z" * 200,
    b"GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n",
)


@pytest.mark.parametrize("data", MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_and_huge_requests_harm_nobody(host: Host, server: LiveServer, phone: Phone, data: bytes) -> None:
    ours = data.replace(b"Host: x", f"Host: {host_name(server)}".encode())
    for request in (data, ours):
        assert raw(server, request)[0] in {0, 400, 403, 404, 411, 413, 421, 426, 431}
    assert phone.state()["phase"] == "lobby"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[" * 4_000,
        b"[" * 5_000,
        b'{"code":' * 500,
        b'"\xff\xfe"',
        b'{"code": "1", "name": 5}',
        b'{"code": "' + b"1" * 3_000 + b'"}',
        b'{"code": "1", "name": "\\ud800"}',
        b"9" * 4_000,
        b"null",
        os.urandom(4_000),
    ],
    ids=range(11),
)
def test_malformed_messages_are_refused(phone: Phone, body: bytes) -> None:
    for path in ("/join", "/vote"):
        assert phone.ask("POST", path, body)[0] in {400, 403, 413}
    assert phone.state()["phase"] == "lobby"


def test_a_body_is_not_read_to_its_end(server: LiveServer, phone: Phone) -> None:
    head = f"POST /join HTTP/1.1\r\nHost: {host_name(server)}\r\nContent-Length: 900000000\r\n\r\n".encode()
    with socket.create_connection((server.address, server.port), timeout=10) as made:
        made.sendall(head + b"x" * 20_000)
        assert b" 413 " in made.recv(65_536)
    assert phone.state()["phase"] == "lobby"


SLOW: tuple[Callable[[LiveServer], bytes], ...] = (
    lambda _server: b"",
    lambda _server: b"GET / HT",
    lambda server: f"GET / HTTP/1.1\r\nHost: {host_name(server)}\r\nX-Slow: ".encode(),
    lambda server: f"POST /join HTTP/1.1\r\nHost: {host_name(server)}\r\nContent-Length: 50\r\n\r\n{{".encode(),
)


@pytest.mark.parametrize("beginning", SLOW, ids=["nothing", "half a line", "half a head", "half a body"])
def test_who_does_not_finish_is_let_go(
    server: LiveServer, phone: Phone, beginning: Callable[[LiveServer], bytes]
) -> None:
    with socket.create_connection((server.address, server.port), timeout=10) as made:
        made.sendall(beginning(server))
        try:
            ended = made.recv(65_536)
        except ConnectionError:
            ended = b""
        assert ended == b"" or b" 408 " in ended
    assert phone.state()["phase"] == "lobby"


def test_one_address_cannot_hold_every_connection(host: Host) -> None:
    with serving(host, limits=Limits(connections=20, connections_of_one=6)) as server:
        held = [socket.create_connection((server.address, server.port), timeout=10) for _ in range(6)]
        assert raw(server, f"GET / HTTP/1.1\r\nHost: {host_name(server)}\r\n\r\n".encode())[0] == 0
        for made in held:
            made.close()
        with Phone(server) as phone:
            assert phone.ask("GET", "/")[0] == 200


def test_a_websocket_without_a_token_is_closed(server: LiveServer, phone: Phone) -> None:
    for message in ("", "{}", '{"token":"aaaaaaaaaaaaaaaaaaaaaaaa"}', "x" * 900, "[" * 500, "y" * 100_000, None):
        with connect(f"ws://{host_name(server)}/live", proxy=None) as made:
            if message is not None:
                made.send(message)
            with pytest.raises(ConnectionClosed):
                made.recv(timeout=10)
    assert phone.state()["phase"] == "lobby"


def test_a_phone_that_speaks_out_of_turn_is_let_go(server: LiveServer, phone: Phone) -> None:
    with connect(f"ws://{host_name(server)}/live", proxy=None) as made:
        made.send(json.dumps({"token": phone.token}))
        assert '"lobby"' in str(made.recv(timeout=10))
        made.send('{"type":"moved","place":0,"phase":"explained"}')
        with pytest.raises(ConnectionClosed):
            made.recv(timeout=10)
    assert phone.state()["phase"] == "lobby"


def test_a_full_room_takes_nobody_else(host: Host, server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("r2p_app.live.room.MOST_STUDENTS", 3)
    with Phone(server) as phone:
        assert [phone.join(host.room.opened.code) for _ in range(4)] == [200, 200, 200, 503]


# --- where it listens -------------------------------------------------------------------------------------------------


def test_it_listens_on_the_chosen_address_only_and_only_while_open(tmp_path: Path) -> None:
    host = make_host(tmp_path)
    with serving(host) as server:
        assert server.address == LOOPBACK
        with pytest.raises(ConnectionError):  # another address of the same machine
            socket.create_connection(("127.0.0.2", server.port), timeout=2)
    assert not server.is_running
    with pytest.raises(ConnectionError):
        socket.create_connection((LOOPBACK, server.port), timeout=2)
    again = bind(LOOPBACK, (server.port,))
    again.close()


def test_a_right_answer_counts(host: Host, phone: Phone) -> None:
    """The phone of these tests is a real one: what it sends rightly is taken."""
    to_phase(host, Phase.FIRST_VOTE)
    assert phone.vote(0, 1, as_reply(host, QUESTIONS[0]))[0] == 200
    assert len(host.room.ballots(Round.FIRST)) == 1
