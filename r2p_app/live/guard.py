"""What stands before the application: headers on every answer, and only requests made to this room's address."""

from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def security_headers(host: str) -> Mapping[str, str]:
    """Return the headers of every answer. Older phones do not count a WebSocket under 'self': it is named."""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": f"'self' ws://{host}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }


class Guard:
    """Refuses what was not meant for this room, so that no page of the internet can speak through a student's browser.

    The `Host` must be the address that listens (against rebinding of names), an `Origin`, where there is one, its own.
    """

    def __init__(self, app: ASGIApp, *, hosts: tuple[str, ...], most: int) -> None:
        self._app, self._most = app, most
        self._hosts = frozenset(host.encode() for host in hosts)
        self._origins = frozenset(b"http://" + host for host in self._hosts)
        self._headers = [(name.encode(), value.encode()) for name, value in security_headers(hosts[0]).items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what is ours."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif sum(len(name) + len(value) for name, value in scope["headers"]) > self._most:
            await self._refuse(scope, receive, send, 431)
        elif self._is_ours(dict(scope["headers"])):
            await self._app(scope, receive, self._with_headers(send))
        else:
            await self._refuse(scope, receive, send, 421)

    # Any: values of ASGI messages have no one type.
    def _is_ours(self, headers: Mapping[bytes, Any]) -> bool:
        origin = headers.get(b"origin")
        return headers.get(b"host") in self._hosts and (origin is None or origin in self._origins)

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *self._headers]}
            await send(message)

        return sending

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._read_away(receive)
        sending = self._with_headers(send)
        await sending({"type": "http.response.start", "status": status, "headers": [(b"connection", b"close")]})
        await sending({"type": "http.response.body", "body": b""})

    async def _read_away(self, receive: Receive) -> None:
        """Read a body, if it is short: a connection closed over what was not read takes the answer with it.

        One that comes slowly is ended by the time that a connection has for a request.
        """
        size, more = 0, True
        while more and size <= self._most:
            message = await receive()
            size += len(message.get("body", b""))
            more = message.get("more_body", False)
