"""The application that phones talk to: a page, coming in, the state, a vote. There is nothing here for a teacher.

Pages are read once and answered from memory; no part of a request ever names a file.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from r2p_app.live.guard import Guard
from r2p_app.live.host import Host
from r2p_app.live.limits import Attempts, Limits
from r2p_app.live.protocol import Hello, JoinReply, JoinRequest, VoteRequest
from r2p_app.live.replies import answered, body_of, decoded, json_reply, trouble
from r2p_app.live.room import Reason, Refused

_PAGES = {
    "/": ("phone.html", "text/html; charset=utf-8"),
    "/phone.css": ("phone.css", "text/css; charset=utf-8"),
    "/phone.js": ("phone.js", "text/javascript; charset=utf-8"),
}
_CLOSE_REMOVED = 4001
_CLOSE_STRANGER = 4003
_GROUP, _BETWEEN_GROUPS, _HEAD_START = 10, 0.012, 0.05
"""Phones are told of a step in groups, seconds after each other, and the window, which draws its sheets anew, first."""
_encode = msgspec.json.Encoder().encode


class Wake:
    """Wakes everyone who waits for the next change of the room. Used in the server's thread only."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def all(self) -> None:
        """Wake those who wait now."""
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self) -> None:
        """Wait for the next change."""
        await self._event.wait()


class Phones:
    """Answers the requests of phones for one room."""

    def __init__(self, host: Host, wake: Wake, limits: Limits, pages: Path, now: Callable[[], float] = time.monotonic):
        self._host, self._wake, self._limits = host, wake, limits
        self._codes = Attempts(limits, now)
        self._is_closing = False
        self._pages = {path: ((pages / name).read_bytes(), kind) for path, (name, kind) in _PAGES.items()}

    def routes(self) -> list[Route | WebSocketRoute]:
        """Return everything that can be asked for."""
        return [
            *(Route(path, self.page, methods=["GET"]) for path in _PAGES),
            Route("/join", self.join, methods=["POST"]),
            Route("/state", self.state, methods=["GET"]),
            Route("/vote", self.vote, methods=["POST"]),
            WebSocketRoute("/live", self.live),
        ]

    def close(self) -> None:
        """Let those who wait go."""
        self._is_closing = True
        self._wake.all()

    async def page(self, request: Request) -> Response:
        """Return a part of the page."""
        body, kind = self._pages[request.url.path]
        return Response(body, media_type=None, headers={"content-type": kind})

    async def join(self, request: Request) -> Response:
        """Let a phone in that knows the code."""
        address = request.client.host if request.client else ""
        body = await body_of(request, self._limits)
        if isinstance(body, Response):
            return body
        if wait := self._codes.wait(address):
            return trouble(429, "wait", wait)
        wish = decoded(body, JoinRequest)
        if not isinstance(wish, JoinRequest):
            return wish
        if not self._host.knows("".join(wish.code.split())):
            self._codes.note_wrong(address)
            return trouble(403, "code")
        return answered(lambda: json_reply(_encode(JoinReply(self._host.join(wish.name)))))

    async def state(self, request: Request) -> Response:
        """Return the phone's state once it is newer than the one it has; after a while also the same again."""
        student = self._student(request)
        if student is None:
            return trouble(401, Reason.UNKNOWN)
        known = request.query_params.get("after", "")
        if known == str(self._host.room.version) and not self._is_closing:
            await self._wait()
        return answered(lambda: json_reply(self._host.phone_state(student)))

    async def vote(self, request: Request) -> Response:
        """Take a vote and return the state that shows it; one that was given before stands, and is shown as well."""
        body = await body_of(request, self._limits)
        if isinstance(body, Response):
            return body
        student = self._student(request)
        if student is None:
            return trouble(401, Reason.UNKNOWN)
        wish = decoded(body, VoteRequest)
        if not isinstance(wish, VoteRequest):
            return wish

        def voted() -> Response:
            try:
                self._host.vote(student, wish)
            except Refused as refused:
                if refused.reason is not Reason.VOTED:
                    raise
            return json_reply(self._host.phone_state(student))

        return answered(voted)

    async def live(self, socket: WebSocket) -> None:
        """Send a phone its state whenever it changes. A phone that reads slowly gets the newest one next."""
        await socket.accept()
        try:
            hello = await asyncio.wait_for(socket.receive_text(), self._limits.request_time)
            token = msgspec.json.decode(hello, type=Hello).token
        except (TimeoutError, msgspec.MsgspecError, WebSocketDisconnect, KeyError):
            return await _close(socket, _CLOSE_STRANGER)
        student = self._host.student(token)
        if student is None:
            return await _close(socket, _CLOSE_STRANGER)
        pushing = asyncio.create_task(self._push(socket, student))
        listening = asyncio.create_task(_until_gone(socket))
        await asyncio.wait({pushing, listening}, return_when=asyncio.FIRST_COMPLETED)
        for task in (pushing, listening):
            task.cancel()
        await asyncio.gather(pushing, listening, return_exceptions=True)
        return await _close(socket, _CLOSE_REMOVED)

    async def _push(self, socket: WebSocket, student: int) -> None:
        sent = -1
        while True:
            version = self._host.room.version
            if version != sent:
                state = self._host.phone_state(student).decode()
                await asyncio.wait_for(socket.send_text(state), self._limits.send_time)
                sent = version
            elif self._is_closing:
                return
            else:
                await self._wake.wait()
                await asyncio.sleep(self._turn(student))

    def _turn(self, student: int) -> float:
        """Return the seconds after which this phone is told."""
        groups = 1 + len(self._host.room.students) // _GROUP
        return _HEAD_START + (student % groups) * _BETWEEN_GROUPS

    async def _wait(self) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), self._limits.poll_time)
        except TimeoutError:
            return

    def _student(self, request: Request) -> int | None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        return self._host.student(token) if kind == "Bearer" else None


def make_app(host: Host, wake: Wake, limits: Limits, pages: Path, hosts: tuple[str, ...]) -> tuple[Starlette, Phones]:
    """Return the application, and what answers in it."""
    phones = Phones(host, wake, limits, pages)
    return Starlette(routes=phones.routes(), middleware=[Middleware(Guard, hosts=hosts, most=limits.header)]), phones


async def _until_gone(socket: WebSocket) -> None:
    """Return when the phone has gone, or says anything: it has nothing more to say."""
    await socket.receive()


async def _close(socket: WebSocket, code: int) -> None:
    try:
        await socket.close(code)
    except (RuntimeError, WebSocketDisconnect):
        return  # it has gone
