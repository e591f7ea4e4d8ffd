"""Requests and answers over HTTP: a body within its limits, the message in it, what is said to whoever is refused."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from r2p_app.live.limits import Limits
from r2p_app.live.protocol import Trouble
from r2p_app.live.room import Reason, Refused

_STATUS = {Reason.UNKNOWN: 401, Reason.FULL: 503}
_encode = msgspec.json.Encoder().encode
T = TypeVar("T")


async def body_of(request: Request, limits: Limits) -> bytes | Response:
    """Return the body, or what to say to one that is too large or too slow.

    It is read before anything is refused: a connection closed over what was not read takes the answer with it.
    """
    try:
        return await asyncio.wait_for(_whole(request, limits.body), limits.request_time)
    except TimeoutError:
        return trouble(408, "slow", closes=True)
    except OverflowError:
        return trouble(413, "large", closes=True)


def decoded(body: bytes, wanted: type[T]) -> T | Response:
    """Return the message in a body, or what to say to one that has none."""
    try:
        return msgspec.json.decode(body, type=wanted)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return trouble(400, "malformed")


def answered(make: Callable[[], Response]) -> Response:
    """Return the answer, or why the room refuses it."""
    try:
        return make()
    except Refused as refused:
        return trouble(_STATUS.get(refused.reason, 409), refused.reason)


def json_reply(body: bytes) -> Response:
    """Return what is encoded already."""
    return Response(body, media_type="application/json")


def trouble(status: int, reason: str, wait: int = 0, *, closes: bool = False) -> Response:
    """Return why a request is refused; `closes` ends the connection with it."""
    headers = {**({"retry-after": str(wait)} if wait else {}), **({"connection": "close"} if closes else {})}
    return Response(_encode(Trouble(reason, wait)), status, headers, "application/json")


async def _whole(request: Request, most: int) -> bytes:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise OverflowError
    return body
