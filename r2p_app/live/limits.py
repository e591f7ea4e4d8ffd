"""How much the server takes from anyone: sizes, times, numbers; and how often a wrong code may be tried."""

from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of the server; times in seconds, sizes in bytes.

    A class may sit behind one address (a router that translates), so one address may hold many connections, but never
    all of them.
    """

    body: int = 4_096
    header: int = 8_192
    message: int = 1_024
    connections: int = 1_500
    connections_of_one: int = 900
    request_time: float = 10
    send_time: float = 10
    idle_time: int = 30
    poll_time: float = 25
    wrong_codes: int = 20
    wrong_codes_of_all: int = 400
    window: float = 60


class Attempts:
    """Counts wrong codes by address within a sliding window, in bounded memory."""

    _MOST_ADDRESSES = 4_096

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self._limits, self._now = limits, now
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._all: deque[float] = deque(maxlen=limits.wrong_codes_of_all)

    def wait(self, address: str) -> int:
        """Return after how many seconds this address may try again; 0 for now. Whoever waits is not heard."""
        own = self._wrong.get(address, deque())
        return max(self._left(own, self._limits.wrong_codes), self._left(self._all, self._limits.wrong_codes_of_all))

    def note_wrong(self, address: str) -> None:
        """Remember a wrong code."""
        own = self._wrong.setdefault(address, deque(maxlen=self._limits.wrong_codes))
        self._wrong.move_to_end(address)
        for times in (own, self._all):
            times.append(self._now())
        while len(self._wrong) > self._MOST_ADDRESSES:
            self._wrong.popitem(last=False)

    def _left(self, times: deque[float], most: int) -> int:
        if len(times) < most:
            return 0
        left = times[0] + self._limits.window - self._now()
        return max(0, int(left) + 1) if left > 0 else 0
