"""The lines of a region, as `scripts/build_maps.py` writes them and the map reads them.

Coordinates are pairs of longitude and latitude as little-endian 32-bit whole numbers, `UNITS` to the degree (a metre):
an array is made of them in one step, where text would have to be parsed number by number.
"""

import enum
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

UNITS = 100_000
FORMAT = 2


class BorderKind(enum.StrEnum):
    """How a border stands in law; each is drawn in its own way."""

    STATE = "state"
    DISPUTED = "disputed"
    STATUS = "status"
    """Some states see a state border, others a line inside a state: Kosovo and Serbia."""


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """A place where a name finds room in a country, with half the free width in degrees of longitude."""

    lon: float
    lat: float
    room: float


class Country(msgspec.Struct, frozen=True):
    """A present-day state or territory: the rings of its area, and where its name may stand (widest first)."""

    key: str
    rings: tuple[bytes, ...]
    spots: tuple[Spot, ...]


class Border(msgspec.Struct, frozen=True):
    """A line between two countries."""

    kind: BorderKind
    between: tuple[str, str]
    points: bytes


class Town(msgspec.Struct, frozen=True, array_like=True):
    """A town of today, for finding one's way: no place of the content."""

    name: str
    lat: float
    lon: float
    people: int


class Region(msgspec.Struct, frozen=True):
    """What is drawn of a region; `box` is what the file covers: west, south, east, north in degrees.

    `units` are the lines between first-level units of today inside a state, where free data have them.
    """

    format: int
    box: tuple[float, float, float, float]
    land: tuple[bytes, ...]
    countries: tuple[Country, ...]
    borders: tuple[Border, ...]
    lakes: tuple[bytes, ...]
    rivers: tuple[bytes, ...]
    units: tuple[bytes, ...] = ()
    towns: tuple[Town, ...] = ()


class Point(NamedTuple):
    """A place in degrees (WGS 84)."""

    lat: float
    lon: float


def pack(points: Iterable[tuple[float, float]]) -> bytes:
    """Return pairs of longitude and latitude as they stand in the file."""
    numbers = array("i", (round(part * UNITS) for point in points for part in point))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unpack(packed: bytes) -> "array[int]":
    """Return longitudes and latitudes in turn, in units of 1/`UNITS` degree."""
    numbers = array("i")
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def read_region(path: Path) -> Region:
    """Read a region; raise `OSError` or `msgspec.DecodeError` for a file that is missing or damaged."""
    return msgspec.msgpack.decode(path.read_bytes(), type=Region)
