"""The server of an open room: one socket on one address, one thread, gone when the room is closed."""

import asyncio
import socket
import threading
from pathlib import Path

import uvicorn

from r2p_app.live.connection import guarded
from r2p_app.live.host import Host
from r2p_app.live.limits import Limits
from r2p_app.live.web import Phones, Wake, make_app

_START_SECONDS = 10
_SYNC_SECONDS = 1


class LiveServer:
    """Serves a room from a thread of its own. `stop` closes the socket; a stopped server is not started again."""

    def __init__(self, host: Host, bound: socket.socket, pages: Path, limits: Limits | None = None) -> None:
        self._host, self._socket, self._pages, self._limits = host, bound, pages, limits or Limits()
        self.address, self.port = bound.getsockname()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: uvicorn.Server | None = None
        self._phones: Phones | None = None
        self._wake: Wake | None = None
        self._seen = host.room.version
        self._is_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="live-quiz", daemon=True)

    @property
    def is_running(self) -> bool:
        """Whether phones are answered."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Answer phones from now on; raise `OSError` where that does not come about."""
        self._thread.start()
        if not self._is_up.wait(_START_SECONDS) or not self.is_running:
            raise OSError("the server did not start")
        self._host.listen(self._on_change)

    def stop(self) -> None:
        """Close the socket and end the thread. Phones that wait are let go first."""
        self._host.forget(self._on_change)
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end)
        self._thread.join(_START_SECONDS)
        self._socket.close()

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop, self._wake = asyncio.get_running_loop(), Wake()
        hosts = tuple(self._hosts())
        app, self._phones = make_app(self._host, self._wake, self._limits, self._pages, hosts)
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                http=guarded(self._limits),
                ws="websockets-sansio",
                loop="asyncio",
                lifespan="off",
                log_config=None,
                log_level="critical",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                ws_max_size=self._limits.message,
                ws_per_message_deflate=False,
                h11_max_incomplete_event_size=self._limits.header,
                timeout_keep_alive=self._limits.idle_time,
                timeout_graceful_shutdown=1,
            )
        )
        syncing = asyncio.create_task(self._keep_synced())
        self._loop.call_soon(self._is_up.set)
        await self._server.serve(sockets=[self._socket])
        syncing.cancel()

    def _hosts(self) -> list[str]:
        names = [self.address, *(["localhost"] if self.address == "127.0.0.1" else [])]
        return [f"{name}:{self.port}" for name in names]

    async def _keep_synced(self) -> None:
        while True:
            await asyncio.sleep(_SYNC_SECONDS)
            if self._host.journal.is_dirty:
                await asyncio.to_thread(self._host.journal.sync)

    def _on_change(self) -> None:
        """Wake the phones when there is something new for them; called in any thread."""
        version = self._host.room.version
        if version != self._seen and self._loop is not None and self._wake is not None:
            self._seen = version
            self._loop.call_soon_threadsafe(self._wake.all)

    def _end(self) -> None:
        if self._phones is not None and self._server is not None:
            self._phones.close()
            self._server.should_exit = True
