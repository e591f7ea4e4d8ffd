"""Cut the maps of `resources/maps` out of public data. How to get the data and run this: `build_maps.md` beside it."""

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pyogrio
import shapely
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the shape of the files is declared once, in the program

from r2p_app.maps.region import FORMAT, Border, BorderKind, Country, Region, Spot, Town, pack  # noqa: E402

CRIMEA = shapely.box(32.3, 44.2, 36.75, 46.3)
"""Natural Earth draws who governs; the General Assembly (A/RES/68/262) holds Crimea to be part of Ukraine."""

KINDS = {
    frozenset(("Kosovo", "Serbia")): BorderKind.STATUS,
    **dict.fromkeys(
        (
            frozenset(pair)
            for pair in (
                ("Ukraine", "Russia"),  # only the arcs of Crimea, see `Atlas.borders`
                ("Somaliland", "Somalia"),
                ("Somaliland", "Ethiopia"),
                ("N. Cyprus", "Cyprus"),
                ("W. Sahara", "Morocco"),
                ("Palestine", "Israel"),
                ("Abyei", "Sudan"),
            )
        ),
        BorderKind.DISPUTED,
    ),
}
"""Borders that are more, or less, than a border of states. All others are ordinary ones."""

SIMPLIFIED = {"world": 0.05}
"""Tolerance in degrees for regions that are seen from afar; the others keep every point of the source."""

SMALLEST = {"world": 0.03}
"""Rings smaller than this many square degrees are left out."""

WATER_TOLERANCE, FAR_TOLERANCE = 0.001, 0.004
"""Degrees, for lakes and rivers in what is seen first (a pixel on the largest scale), and elsewhere."""

SMALLEST_LAKE = 0.0008
"""Square degrees, about ten square kilometres."""

TOWNS = {
    "Butare": "Butare (Huye)",
    "Deçan": "Dečani (Deçan)",
    "Ferizaj": "Uroševac (Ferizaj)",
    "Gisenyi": "Gisenyi (Rubavu)",
    "Gitarama": "Gitarama (Muhanga)",
    "Gjakovë": "Đakovica (Gjakova)",
    "Gjilan": "Gnjilane (Gjilan)",
    "Glogovac": "Glogovac (Gllogoc)",
    "Mitrovicë": "Mitrovica",
    "Musanze": "Ruhengeri (Musanze)",
    "Pejë": "Peć (Peja)",
    "Pristina": "Pristina (Prishtina)",
    "Suva Reka": "Suva Reka (Suhareka)",
}
"""Names that are written as the content writes them; GeoNames has one language for each."""

APART = 0.25
"""Degrees between towns: of those nearer to each other the larger is kept."""

MOST_TOWNS = 60

Ring = list[tuple[float, float]]


class Line(NamedTuple):
    """A stretch of border, and the keys of the countries on its sides."""

    between: tuple[str, str]
    shape: LineString


class Atlas:
    """Countries that share their borders point by point: world-atlas, a TopoJSON edition of Natural Earth."""

    def __init__(self, path: Path, tolerance: float) -> None:
        topology = json.loads(path.read_text(encoding="utf-8"))
        scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
        self._arcs = [_arc(arc, scale, shift, tolerance) for arc in topology["arcs"]]
        self._objects = topology["objects"]

    def countries(self) -> dict[str, BaseGeometry]:
        """Return the area of every country by its key, Crimea with Ukraine."""
        areas = {one["properties"]["name"]: self._area(one) for one in self._objects["countries"]["geometries"]}
        russia = areas["Russia"]
        moved = [part for part in russia.geoms if CRIMEA.covers(part)]
        areas["Russia"] = MultiPolygon([part for part in russia.geoms if not CRIMEA.covers(part)])
        areas["Ukraine"] = shapely.make_valid(MultiPolygon([*_polygons(areas["Ukraine"]), *moved]))
        return areas

    def borders(self) -> Iterator[Line]:
        """Yield the arcs that two countries share: what only one has is a coast."""
        sides: dict[int, set[str]] = defaultdict(set)
        for one in self._objects["countries"]["geometries"]:
            for arc in _flat(one.get("arcs", ())):
                sides[arc if arc >= 0 else ~arc].add(one["properties"]["name"])
        for arc, names in sides.items():
            if len(names) == 2:
                first, second = sorted(names)
                yield Line((first, second), LineString(self._arcs[arc]))

    def _area(self, one: Mapping[str, Any]) -> MultiPolygon:
        if one["type"] is None:
            return MultiPolygon()
        parts = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
        return MultiPolygon([piece for rings in parts for piece in _pieces([self._ring(ring) for ring in rings])])

    def _ring(self, arcs: Sequence[int]) -> Ring:
        points: Ring = []
        for arc in arcs:
            line = self._arcs[arc] if arc >= 0 else self._arcs[~arc][::-1]
            points.extend(line[1:] if points else line)
        return points


def _pieces(rings: Sequence[Ring]) -> Iterator[Polygon]:
    """Yield the parts of an area, cut where it crosses the line of 180 degrees."""
    outer, *holes = (_unwound(ring) for ring in rings)
    if len(outer) < 4:
        return
    area = shapely.make_valid(Polygon(outer, [hole for hole in holes if len(hole) >= 4]))
    for turn in (-360, 0, 360):
        inside = shapely.intersection(area, shapely.box(turn - 180, -90, turn + 180, 90))
        yield from (shapely.transform(part, lambda points, turn=turn: points - (turn, 0)) for part in _polygons(inside))


def _unwound(ring: Ring) -> Ring:
    """Return a ring that goes on past 180 degrees instead of jumping; one around a pole is closed along it."""
    points: Ring = []
    turn = 0.0
    for lon, lat in ring:
        if points and abs(lon + turn - points[-1][0]) > 180:
            turn += 360 if lon + turn < points[-1][0] else -360
        points.append((lon + turn, lat))
    if points and abs(points[-1][0] - points[0][0]) > 180:
        pole = 90.0 if points[0][1] > 0 else -90.0
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def _arc(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float], tolerance: float) -> Ring:
    whole = np.cumsum(np.array(arc), axis=0) * scale + shift
    line = LineString(whole) if len(whole) > 1 else None
    if line is None or not tolerance:
        return [(float(x), float(y)) for x, y in whole]
    return [(float(x), float(y)) for x, y in line.simplify(tolerance).coords]


def _flat(arcs: Iterable[Any]) -> Iterator[int]:
    for arc in arcs:
        if isinstance(arc, int):
            yield arc
        else:
            yield from _flat(arc)


def read_gshhg(folder: Path, name: str) -> Iterator[tuple[int, np.ndarray]]:
    """Yield the kind (1 land, 2 lake, 3 island in a lake, 4 pond; -1 river) and the points of every shape.

    A line of the index gives kind, area, number of points, southern and northern end, and the place in the data file
    (offset and length in bytes), where longitude and latitude follow each other as 32-bit floating-point numbers.
    """
    data = (folder / f"{name}_f.dat").read_bytes()
    for line in (folder / f"{name}meta_f.dat").read_text(encoding="ascii").splitlines():
        kind, _area, count, _south, _north, offset = line.split()[:6]
        points = np.frombuffer(data, "<f4", count=2 * int(count), offset=int(offset)).reshape(-1, 2)
        yield int(kind), points.astype(float)


def lakes(folder: Path, box: Polygon, home: Polygon) -> list[BaseGeometry]:
    """Return the lakes in the box without their islands."""
    found: dict[int, list[Polygon]] = defaultdict(list)
    for kind, points in read_gshhg(folder, "gshhs"):
        if kind in {2, 3} and len(points) >= 4 and _may_touch(points, box):
            shape = shapely.make_valid(Polygon(points))
            if shape.area >= SMALLEST_LAKE / (1 if kind == 2 else 20):
                found[kind].append(shape)
    water = shapely.difference(shapely.union_all(found[2]), shapely.union_all(found[3]))
    return [_simplified(lake, home) for lake in _polygons(shapely.intersection(water, box))]


def rivers(folder: Path, box: Polygon, home: Polygon) -> list[BaseGeometry]:
    """Return the rivers in the box."""
    lines = [LineString(points) for _, points in read_gshhg(folder, "rivers") if _may_touch(points, box)]
    joined = shapely.line_merge(shapely.union_all([shapely.intersection(line, box) for line in lines]))
    return [_simplified(line, home) for line in _lines(joined)]


def _simplified(shape: BaseGeometry, home: Polygon) -> BaseGeometry:
    return shapely.simplify(shape, WATER_TOLERANCE if shape.intersects(home) else FAR_TOLERANCE)


def _may_touch(points: np.ndarray, box: Polygon) -> bool:
    west, south, east, north = box.bounds
    low, high = points.min(axis=0), points.max(axis=0)
    return len(points) > 1 and low[0] < east and high[0] > west and low[1] < north and high[1] > south


def claims(path: Path, box: Polygon) -> BaseGeometry:
    """Return the lines of claims that Natural Earth lists as disputed."""
    _meta, _index, shapes, _fields = pyogrio.raw.read(path, layer="disputed_borders")
    return shapely.intersection(shapely.union_all(shapely.from_wkb(shapes)), box)


def units(path: Path, states: Sequence[str], box: Polygon) -> list[LineString]:
    """Return the lines between first-level units inside the states, without the borders of the states themselves."""
    meta, _index, shapes, fields = pyogrio.raw.read(path, layer="states_provinces")
    owners = fields[list(meta["fields"]).index("admin")]
    found: list[LineString] = []
    for state in states:
        parts = [
            shapely.make_valid(shapely.from_wkb(one))
            for one, owner in zip(shapes, owners, strict=True)
            if owner == state
        ]
        edge = shapely.buffer(shapely.boundary(shapely.buffer(shapely.union_all(parts), 0.002)), 0.02)
        inner = shapely.difference(shapely.union_all([shapely.boundary(part) for part in parts]), edge)
        merged = shapely.line_merge(shapely.intersection(inner, box)) if not inner.is_empty else inner
        found += [line for line in _lines(shapely.simplify(merged, 0.002)) if line.length > 0.02]
    return found


def towns(path: Path, people: int, box: Polygon) -> tuple[Town, ...]:
    """Return the larger towns in the box, the largest first."""
    cities = json.loads(path.read_text(encoding="utf-8")).values()
    west, south, east, north = box.bounds
    found: list[Town] = []
    for city in sorted(cities, key=lambda one: -one["population"]):
        lat, lon = round(city["latitude"], 4), round(city["longitude"], 4)
        inside = city["population"] >= people and west < lon < east and south < lat < north
        if inside and all(abs(lat - one.lat) + abs(lon - one.lon) > APART for one in found):
            found.append(Town(TOWNS.get(city["name"], city["name"]), lat, lon, city["population"]))
    return tuple(found[:MOST_TOWNS])


def spots(area: BaseGeometry, west: float, east: float) -> tuple[Spot, ...]:
    """Return places for a name, widest first: of a grid, those where both sides are free for the longest way."""
    _, south, _, north = area.bounds
    step = max((north - south) / 24, (east - west) / 200, 0.02)
    found = [spot for lat in np.arange(south + step / 2, north, step) for spot in _spots_along(area, float(lat), step)]
    chosen: list[Spot] = []
    for spot in sorted(found, key=lambda one: -one.room):
        near = (abs(spot.lat - other.lat) < 1.5 * step and abs(spot.lon - other.lon) < 3 * step for other in chosen)
        if not any(near):
            chosen.append(spot)
    return tuple(chosen[:40])


def _spots_along(area: BaseGeometry, lat: float, step: float) -> Iterator[Spot]:
    """Yield places along a parallel, with room for a line of type above and below."""
    heights = [_spans(area, height) for height in (lat - step / 4, lat, lat + step / 4)]
    for left, right in heights[1]:
        places = np.arange(left, right, step)[1:] if right - left > 6 * step else ()
        for lon in ((left + right) / 2, *(float(place) for place in places)):
            room = min(_room(spans, lon) for spans in heights)
            if room > 0:
                yield Spot(round(lon, 3), round(lat, 3), round(room, 3))


def _spans(area: BaseGeometry, lat: float) -> list[tuple[float, float]]:
    west, _, east, _ = area.bounds
    cut = shapely.intersection(area, LineString([(west - 1, lat), (east + 1, lat)]))
    return [(part.bounds[0], part.bounds[2]) for part in _lines(cut)]


def _room(spans: Iterable[tuple[float, float]], lon: float) -> float:
    return max((min(lon - left, right - lon) for left, right in spans), default=0.0)


def borders(atlas: Atlas, claimed: BaseGeometry, box: Polygon) -> Iterator[Border]:
    """Yield the borders in the box; the lines of claims are their own, and nothing else is drawn along them."""
    for between, shape in atlas.borders():
        kind = KINDS.get(frozenset(between), BorderKind.STATE)
        if frozenset(between) == {"Russia", "Ukraine"} and not CRIMEA.intersects(shape):
            kind = BorderKind.STATE
        inside = shapely.intersection(shape, box)
        if kind is BorderKind.STATE:
            inside = shapely.difference(inside, shapely.buffer(claimed, 0.1))
        yield from (Border(kind, between, pack(line.coords)) for line in _lines(inside))
    for line in _lines(shapely.line_merge(claimed)):
        yield Border(BorderKind.DISPUTED, ("", ""), pack(line.simplify(0.005).coords))


def _polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    yield from (part for part in getattr(shape, "geoms", [shape]) if isinstance(part, Polygon) and not part.is_empty)


def _lines(shape: BaseGeometry) -> Iterator[LineString]:
    yield from (part for part in getattr(shape, "geoms", [shape]) if isinstance(part, LineString) and part.length)


def rings(shape: BaseGeometry, smallest: float = 0.0) -> tuple[bytes, ...]:
    """Return the rings of an area; a hole is a ring inside a ring."""
    large = [part for part in _polygons(shape) if part.area >= smallest]
    return tuple(pack(ring.coords) for part in large for ring in (part.exterior, *part.interiors))


def build(name: str, region: Mapping[str, Any], data: argparse.Namespace) -> Region:
    """Put a region together."""
    box, home = shapely.box(*region["box"]), shapely.box(*region["home"])
    west, _, east, _ = region["box"]
    tolerance, smallest = SIMPLIFIED.get(name, 0.0), SMALLEST.get(name, 0.0)
    atlas = Atlas(data.world_atlas / f"countries-{'50m' if tolerance else '10m'}.json", tolerance)
    areas = {key: shapely.intersection(shapely.make_valid(area), box) for key, area in atlas.countries().items()}
    land = shapely.union_all(list(areas.values()))
    if members := region.get("outline"):
        areas = {"": shapely.union_all([areas[key] for key in members]), **areas}
    countries = (
        Country(key, rings(area, smallest), spots(area, west, east)) for key, area in areas.items() if not area.is_empty
    )
    return Region(
        FORMAT,
        tuple(region["box"]),
        rings(land, smallest),
        tuple(country for country in countries if country.rings),
        tuple(borders(atlas, claims(data.world_map, box), box)),
        () if tolerance else tuple(ring for lake in lakes(data.gshhg, box, home) for ring in rings(lake)),
        () if tolerance else tuple(pack(line.coords) for line in rivers(data.gshhg, box, home)),
        tuple(pack(line.coords) for line in units(data.world_map, region.get("units", ()), box)),
        towns(data.geonames, region["towns"], box) if "towns" in region else (),
    )


def main() -> None:
    """Write every region that `regions.toml` names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world-atlas", type=Path, required=True, help="folder with countries-10m.json, -50m.json")
    parser.add_argument("--world-map", type=Path, required=True, help="world_map.gpkg")
    parser.add_argument("--gshhg", type=Path, required=True, help="folder with gshhs_f.dat, rivers_f.dat")
    parser.add_argument("--geonames", type=Path, required=True, help="cities15000.json")
    parser.add_argument("regions", nargs="*", help="only these")
    data = parser.parse_args()
    folder = ROOT / "resources" / "maps"
    for name, region in tomllib.loads((folder / "regions.toml").read_text(encoding="utf-8")).items():
        if not data.regions or name in data.regions:
            made = msgspec.msgpack.encode(build(name, region, data))
            (folder / f"{name}.bin").write_bytes(made)
            print(f"{name}: {len(made):,} bytes")


if __name__ == "__main__":
    main()
