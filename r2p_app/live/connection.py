"""A connection that does not wait for ever: half a request, or an answer that nobody reads, ends it."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

from r2p_app.live.limits import Limits

_FLUSH_SECONDS = 5


def guarded(limits: Limits) -> type[asyncio.Protocol]:
    """Return uvicorn's protocol with these limits on numbers and times."""

    class Guarded(H11Protocol):
        """One connection."""

        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if self._is_too_much():
                transport.abort()
            else:
                self._set_deadline()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self._is_upgraded() or self._has_request():
                self._drop_deadline()
            elif self._deadline is None:
                self._set_deadline()

        def connection_lost(self, exc: Exception | None) -> None:
            self._drop_deadline()
            super().connection_lost(exc)

        def timeout_keep_alive_handler(self) -> None:
            """Close an idle connection; what is not read by then is thrown away."""
            super().timeout_keep_alive_handler()
            self.loop.call_later(_FLUSH_SECONDS, self.transport.abort)

        def _is_too_much(self) -> bool:
            clients = [getattr(other, "client", None) for other in self.connections]
            own = self.client and self.client[0]
            of_one = sum(client is not None and client[0] == own for client in clients)
            return len(self.connections) > limits.connections or of_one > limits.connections_of_one

        def _is_upgraded(self) -> bool:
            return self.transport.get_protocol() is not self

        def _has_request(self) -> bool:
            return self.cycle is not None and not self.cycle.more_body

        def _set_deadline(self) -> None:
            self._deadline = self.loop.call_later(limits.request_time, self.transport.abort)

        def _drop_deadline(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return Guarded
