"""The maps there are, and which of them shows a case or a set of places."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

import msgspec

from r2p_app.maps.camera import Limits, Rect, around
from r2p_app.maps.names import Names
from r2p_app.maps.projection import Projection, projection_for
from r2p_app.maps.region import Point, Region, read_region

DegreeBox = tuple[float, float, float, float]
"""West, south, east, north."""

WORLD = "world"
_NEAR_KM = 2200
"""How much of the world map is shown on each side of a place that no smaller map holds."""

_EDGE_POINTS = 24


class RegionInfo(msgspec.Struct, frozen=True):
    """A map as `regions.toml` declares it: `units` names states whose first-level units are drawn, and `towns` the
    number of people from which a town is."""

    title: str
    box: DegreeBox
    home: DegreeBox
    focus: tuple[str, ...] = ()
    outline: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    day: date | None = None
    units: tuple[str, ...] = ()
    towns: int = 0


class Sheet:
    """One map: its lines, its projection, and what is seen first."""

    def __init__(self, name: str, info: RegionInfo, region: Region, names: Names) -> None:
        self.name, self.info, self.region, self.names = name, info, region, names
        self.projection: Projection = projection_for(info.box)
        self.limits = Limits(self.rect(info.box), cover=name != WORLD)
        self.home = self.rect(info.home)

    def xy(self, point: Point) -> tuple[float, float]:
        """Return where a place lies in the plane."""
        return self.projection.forward(point.lat, point.lon)

    def rect(self, box: DegreeBox) -> Rect:
        """Return the rectangle of the plane around a box of degrees, whose edges may be curved."""
        west, south, east, north = box
        steps = [step / _EDGE_POINTS for step in range(_EDGE_POINTS + 1)]
        edge = [Point(lat, west + share * (east - west)) for share in steps for lat in (south, north)]
        edge += [Point(south + share * (north - south), lon) for share in steps for lon in (west, east)]
        return around([self.projection.forward(*point) for point in edge])

    def frame(self, points: Sequence[Point]) -> Rect:
        """Return what is to be seen of the map so that the places are on it; the beginning where that is enough.

        The world is shown about the places, since on all of it they would be specks.
        """
        places = [self.xy(point) for point in points]
        if not places or (self.name != WORLD and all(self.home.holds(*place) for place in places)):
            return self.home
        seen = around(places)
        if self.name == WORLD:
            left, top, right, bottom = seen
            return Rect(left - _NEAR_KM, top - _NEAR_KM / 2, right + _NEAR_KM, bottom + _NEAR_KM / 2)
        corners = [self.home[:2], self.home[2:], seen[:2], seen[2:]]
        return around(corners).grown(0.05)


class Atlas:
    """All maps, read from a folder when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sheets: dict[str, Sheet] = {}

    @cached_property
    def infos(self) -> dict[str, RegionInfo]:
        """What is declared, smaller regions first."""
        text = (self._folder / "regions.toml").read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text), dict[str, RegionInfo])

    @cached_property
    def names(self) -> Names:
        """The names of states."""
        return Names.read(self._folder / "names.toml")

    def sheet(self, name: str) -> Sheet:
        """Return a map; raise `KeyError` for an unknown name."""
        if name not in self._sheets:
            region = read_region(self._folder / f"{name}.bin")
            self._sheets[name] = Sheet(name, self.infos[name], region, self.names)
        return self._sheets[name]

    def name_for(self, points: Sequence[Point], case: str = "") -> str:
        """Return the map that shows these places: the case's own if it holds them, else the first that does.

        A map on whose beginning they lie is preferred to one that has to show more.
        """
        own = next((name for name, info in self.infos.items() if case in info.cases), WORLD)
        if not points or (own != WORLD and _holds(self.infos[own].box, points)):
            return own
        small = {name: info for name, info in self.infos.items() if name != WORLD}
        at_once = (name for name, info in small.items() if _holds(info.home, points))
        further = (name for name, info in small.items() if _holds(info.box, points))
        return next(chain(at_once, further), WORLD)


def _holds(box: DegreeBox, points: Sequence[Point]) -> bool:
    west, south, east, north = box
    return all(west <= point.lon <= east and south <= point.lat <= north for point in points)


@lru_cache(maxsize=4)
def atlas(folder: Path) -> Atlas:
    """Return the maps of a folder, the same each time: lines are read once."""
    return Atlas(folder)
