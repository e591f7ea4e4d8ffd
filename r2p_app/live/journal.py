"""The file of an open room: its events, one a line, so that a machine that restarts goes on where it was.

It lies in the profile's folder, is read by nobody else, and is deleted when the room is closed.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from r2p_app.live.events import Event

FILE = "live-room.jsonl"
_encode = msgspec.json.Encoder().encode
_decoder = msgspec.json.Decoder(Event)


class Journal:
    """Appends events. `fault` is what the system last refused; the class goes on without the file then."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fault: OSError | None = None
        self._is_dirty = False
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)

    @property
    def is_dirty(self) -> bool:
        """Whether something was written that may not be on the disk yet."""
        return self._is_dirty

    def append(self, event: Event) -> None:
        """Hand a line to the system: a program that is killed afterwards has lost nothing."""
        try:
            os.write(self._handle, _encode(event) + b"\n")
            self._is_dirty = True
        except OSError as fault:
            self.fault = fault

    def sync(self) -> None:
        """Have the system write to the disk, against power cuts. Slow on some disks: not for the window's thread."""
        self._is_dirty = False
        try:
            os.fsync(self._handle)
        except OSError as fault:
            self.fault = fault

    def close(self) -> None:
        """Close the file and keep it."""
        os.close(self._handle)

    def delete(self) -> None:
        """Close the file and remove it."""
        self.close()
        self.path.unlink(missing_ok=True)


def read_events(path: Path) -> tuple[Event, ...]:
    """Return the events up to the first line that is damaged or half written; none without a file."""
    try:
        data = path.read_bytes()
    except OSError:
        return ()
    return tuple(_sound(data))


def mend(path: Path, events: tuple[Event, ...]) -> None:
    """Make the file these events and nothing else, so that what is appended does not follow a broken line."""
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(b"".join(_encode(event) + b"\n" for event in events))
    partial.replace(path)


def _sound(data: bytes) -> Iterator[Event]:
    for line in data.split(b"\n"):
        try:
            yield _decoder.decode(line)
        except msgspec.MsgspecError:
            return
