"""Simulated phones for `live_load`: a program of its own, so that it shares no lock of Python with the room.

Each comes in within the first seconds over HTTP, hears of changes over a WebSocket, and answers every question within
two seconds, as a class does. Printed are the milliseconds from sending an answer to its acknowledgement, as JSON.
"""

import asyncio
import json
import sys
from random import Random
from time import perf_counter
from typing import Any

from websockets.asyncio.client import connect

JOIN_SECONDS, VOTE_SECONDS = 10.0, 2.0


class Phone:
    """One phone."""

    def __init__(self, number: int, address: str, code: str) -> None:
        self._number, self._address, self._code = number, address, code
        self._rng = Random(number)
        self._voted: set[int] = set()
        self.token = ""
        self.delays: list[float] = []
        self.faults: list[str] = []

    async def live(self) -> None:
        """Come in, answer everything, leave when the session is over."""
        await asyncio.sleep(self._rng.uniform(0, JOIN_SECONDS))
        host, _, port = self._address.partition(":")
        self._reader, self._writer = await asyncio.open_connection(host, int(port))
        _, reply = await self._post("/join", {"code": self._code, "name": f"Student {self._number}"})
        self.token = reply["token"]
        async with connect(f"ws://{self._address}/live", proxy=None, compression=None) as socket:
            await socket.send(json.dumps({"token": self.token}))
            async for message in socket:
                state: dict[str, Any] = json.loads(message)
                if state["phase"] == "ended":
                    break
                if state["phase"] == "first-vote" and state["number"] not in self._voted:
                    self._voted.add(state["number"])
                    await self._vote(state)
        self._writer.close()

    async def _vote(self, state: dict[str, Any]) -> None:
        await asyncio.sleep(self._rng.uniform(0, VOTE_SECONDS))
        reply = {"kind": "choice", "options": [self._rng.randrange(len(state["form"]["options"]))]}
        wish = {"place": state["number"] - 1, "round": 1, "reply": reply, "sure": "fairly-sure"}
        start = perf_counter()
        status, answer = await self._post("/vote", wish)
        self.delays.append((perf_counter() - start) * 1000)
        if status != 200 or answer.get("given", {}).get("reply") != reply:
            self.faults.append(f"{status} {answer.get('reason', '')}")

    async def _post(self, path: str, wish: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        body = json.dumps(wish).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: {self._address}\r\nContent-Length: {len(body)}\r\n"
        bearer = f"Authorization: Bearer {self.token}\r\n" if self.token else ""
        self._writer.write(f"{head}{bearer}\r\n".encode() + body)
        status, length = int((await self._reader.readline()).split()[1]), 0
        while line := (await self._reader.readline()).strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return status, json.loads(await self._reader.readexactly(length))


async def play(count: int, address: str, code: str) -> None:
    """Let so many phones play and print how it was for them."""
    phones = [Phone(number, address, code) for number in range(count)]
    done = await asyncio.gather(*(phone.live() for phone in phones), return_exceptions=True)
    found = {
        "delays": [delay for phone in phones for delay in phone.delays],
        "faults": [fault for phone in phones for fault in phone.faults] + [repr(one) for one in done if one],
    }
    print(json.dumps(found))


if __name__ == "__main__" and len(sys.argv) == 4:  # `./bench` starts every module
    asyncio.run(play(int(sys.argv[1]), sys.argv[2], sys.argv[3]))
