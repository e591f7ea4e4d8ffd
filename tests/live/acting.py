"""A room, a server on loopback, and phones that speak to it as a browser would; nothing leaves this machine."""

import http.client
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from r2p_app.content.library import Entry, Library
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.questions import AnyAnswer, key
from r2p_app.live.binding import bind
from r2p_app.live.events import Options, Phase
from r2p_app.live.host import Host, opening
from r2p_app.live.journal import FILE, Journal
from r2p_app.live.kinds import askable, reply_of
from r2p_app.live.limits import Limits
from r2p_app.live.phone import asked
from r2p_app.live.room import Room
from r2p_app.live.server import LiveServer
from r2p_app.paths import resources_dir
from tests.learning import samples
from tests.ui import mini

LOOPBACK = "127.0.0.1"
QUESTIONS = askable(samples.one_of_each())
"""One question of every kind that a class can vote on."""


def library(questions: Sequence[QuestionBase] = QUESTIONS) -> Library:
    return Library(mini.PACK, (*mini.entries(), *(Entry(one.id, "question", "rwanda", one) for one in questions)))


def make_host(
    folder: Path,
    questions: Sequence[QuestionBase] = QUESTIONS,
    *,
    options: Options | None = None,
    address: str = LOOPBACK,
    port: int = 0,
    seed: int = 1,
) -> Host:
    """Return a new room with its file in `folder`."""
    ids = tuple(question.id for question in questions)
    opened = opening(ids, options or Options(), address, port, Random(seed))
    journal = Journal(folder / FILE)
    journal.append(opened)
    return Host(Room(opened), asked(library(questions), questions), journal)


@contextmanager
def serving(host: Host, *, limits: Limits | None = None, port: int = 0) -> Iterator[LiveServer]:
    """Serve a room on loopback for as long as the context lasts."""
    server = LiveServer(host, bind(LOOPBACK, (port,)), resources_dir() / "live", limits)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        host.journal.close()


def to_phase(host: Host, phase: Phase, place: int = 0) -> None:
    """Go on until this phase of the question at `place`."""
    while (host.room.place, host.room.phase) != (place, phase):
        host.do(Room.go_on)


class Phone:
    """A student's phone over HTTP. `received` holds every byte that the room has sent to it."""

    def __init__(self, server: LiveServer) -> None:
        self.host = f"{server.address}:{server.port}"
        self._connection = http.client.HTTPConnection(server.address, server.port, timeout=15)
        self.token = ""
        self.received = b""

    def __enter__(self) -> "Phone":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        """Send a request and return the status and the body."""
        bearer = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        self._connection.request(method, path, body, {**bearer, **(headers or {})})
        answer = self._connection.getresponse()
        found = answer.read()
        self.headers = {name.lower(): value for name, value in answer.getheaders()}
        self.received += "".join(f"{name}: {value}\n" for name, value in answer.getheaders()).encode() + found
        return answer.status, found

    def join(self, code: str, name: str = "") -> int:
        """Come in, and keep the token."""
        status, body = self.ask("POST", "/join", json.dumps({"code": code, "name": name}).encode())
        if status == 200:
            self.token = json.loads(body)["token"]
        return status

    def state(self, after: int | str = "") -> dict[str, Any]:
        """Return the state; with `after` wait for a newer one."""
        status, body = self.ask("GET", f"/state?after={after}")
        assert status == 200, (status, body)
        found: dict[str, Any] = json.loads(body)
        return found

    def vote(self, place: int, round_: int, reply: object, sure: str | None = None) -> tuple[int, dict[str, Any]]:
        """Send an answer."""
        wish = {"place": place, "round": round_, "reply": reply, **({"sure": sure} if sure else {})}
        status, body = self.ask("POST", "/vote", json.dumps(wish).encode())
        return status, json.loads(body)


def as_reply(host: Host, question: QuestionBase, answer: AnyAnswer | None = None) -> dict[str, Any]:
    """Return an answer, by default the right one, as a phone would send it."""
    reply = reply_of(question, host.room.opened.seed, key(question) if answer is None else answer)
    found: dict[str, Any] = json.loads(msgspec.json.encode(reply))
    return found
