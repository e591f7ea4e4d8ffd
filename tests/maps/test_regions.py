"""The shipped maps: what lies where. Facts that anyone can check on another map."""

import pytest

from r2p_app.content.library import Library
from r2p_app.content.load import load_pack
from r2p_app.content.model import Place
from r2p_app.earth import haversine_km
from r2p_app.maps.pick import country_at, nearest_border
from r2p_app.maps.region import FORMAT, UNITS, BorderKind, Point, Region, unpack
from r2p_app.maps.regions import WORLD, Atlas, atlas
from r2p_app.paths import content_dir, resources_dir

SHIPPED: Atlas = atlas(resources_dir() / "maps")
NAMES = tuple(SHIPPED.infos)


def region(name: str) -> Region:
    return SHIPPED.sheet(name).region


def in_water(name: str, lat: float, lon: float) -> bool:
    """Tell whether a place lies in a lake: an odd number of shores to the west of it."""
    x, y, crossings = lon * UNITS, lat * UNITS, 0
    for ring in region(name).lakes:
        numbers = unpack(ring)
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
            crossings += (y1 > y) != (y2 > y) and x > (x2 - x1) * (y - y1) / (y2 - y1) + x1
    return crossings % 2 == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_map_is_there_and_holds_what_it_is_about(name: str) -> None:
    info, lines = SHIPPED.infos[name], region(name)
    keys = {country.key for country in lines.countries}
    assert lines.format == FORMAT
    assert lines.box == info.box
    assert lines.land
    assert lines.borders
    assert {*info.focus, *info.outline} <= keys
    assert ("" in keys) == bool(info.outline)


@pytest.mark.parametrize("name", NAMES)
def test_lines_stay_within_the_box(name: str) -> None:
    west, south, east, north = (side * UNITS for side in region(name).box)
    lines = region(name)
    packed = [*lines.land, *lines.lakes, *lines.rivers, *(border.points for border in lines.borders)]
    for line in packed:
        numbers = unpack(line)
        assert west - 1 <= min(numbers[::2])
        assert max(numbers[::2]) <= east + 1
        assert south - 1 <= min(numbers[1::2])
        assert max(numbers[1::2]) <= north + 1


def test_no_line_runs_across_the_oceans() -> None:
    """Where an outline crosses 180 degrees it has to be cut; else it would run across the whole map."""
    for ring in region(WORLD).land:
        numbers = unpack(ring)
        lons, lats = numbers[::2], numbers[1::2]
        jumps = (abs(a - b) for a, b, lat in zip(lons, lons[1:], lats, strict=False) if abs(lat) < 75 * UNITS)
        assert max(jumps, default=0) < 30 * UNITS


@pytest.mark.parametrize(
    ("name", "lat", "lon", "key"),
    [
        ("great-lakes", -1.9441, 30.0619, "Rwanda"),
        ("great-lakes", -2.51, 28.80, "Dem. Rep. Congo"),
        ("great-lakes", -2.4846, 28.9075, "Rwanda"),
        ("great-lakes", -2.4697, 30.65, "Tanzania"),
        ("great-lakes", -3.3614, 29.3599, "Burundi"),
        ("great-lakes", 0.3476, 32.5825, "Uganda"),
        ("bosnia", 44.106, 19.297, "Bosnia and Herz."),
        ("bosnia", 44.0, 19.6, "Serbia"),
        ("bosnia", 44.041, 16.197, "Croatia"),
        ("kosovo", 42.663, 21.166, "Kosovo"),
        ("kosovo", 42.077, 20.422, "Albania"),
        ("kosovo", 42.132, 21.714, "Macedonia"),
        ("kosovo", 43.321, 21.896, "Serbia"),
        ("yugoslavia", 46.056, 14.506, "Slovenia"),
        (WORLD, 45.421, -75.697, "Canada"),
        (WORLD, 45.0, 34.1, "Ukraine"),
        (WORLD, 13.628, 25.35, "Sudan"),
        (WORLD, 66.0, 175.0, "Russia"),
        (WORLD, 66.0, -172.0, "Russia"),
    ],
)
def test_towns_lie_in_their_countries(name: str, lat: float, lon: float, key: str) -> None:
    country = country_at(region(name), Point(lat, lon))
    assert country is not None
    assert country.key == key


@pytest.mark.parametrize(("lat", "lon"), [(30.0, -40.0), (0.0, 80.0), (-30.0, -130.0), (50.0, -170.0)])
def test_oceans_belong_to_no_country(lat: float, lon: float) -> None:
    assert country_at(region(WORLD), Point(lat, lon)) is None


def test_lake_kivu_lies_between_goma_and_cyangugu() -> None:
    assert in_water("great-lakes", -1.95, 29.2)
    assert not in_water("great-lakes", -1.9441, 30.0619)
    assert not in_water("great-lakes", -2.1, 29.04)  # the island of Idjwi


def test_the_drina_runs_east_of_srebrenica() -> None:
    """At the height of the town a river runs 15 to 30 km to the east of it, near the border."""
    srebrenica = Point(44.106, 19.297)
    found = []
    for river in region("bosnia").rivers:
        numbers = unpack(river)
        found += [
            haversine_km(*srebrenica, lat / UNITS, lon / UNITS)
            for lon, lat in zip(numbers[::2], numbers[1::2], strict=True)
            if abs(lat / UNITS - srebrenica.lat) < 0.02 and lon / UNITS > srebrenica.lon
        ]
    assert found
    assert 8 < min(found) < 30


def test_goma_lies_at_the_border_with_rwanda() -> None:
    near = nearest_border(region("great-lakes"), Point(-1.6792, 29.2228))
    assert near is not None
    assert set(near.border.between) == {"Dem. Rep. Congo", "Rwanda"}
    assert near.km < 2


def test_kosovos_border_with_serbia_has_a_kind_of_its_own() -> None:
    for name in ("kosovo", "bosnia", "yugoslavia", WORLD):
        kinds = {border.kind for border in region(name).borders if set(border.between) == {"Kosovo", "Serbia"}}
        assert kinds == {BorderKind.STATUS}
    with_albania = [one for one in region("kosovo").borders if set(one.between) == {"Albania", "Kosovo"}]
    assert {border.kind for border in with_albania} == {BorderKind.STATE}


def test_yugoslavia_is_the_seven_and_no_others() -> None:
    outline = next(country for country in region("yugoslavia").countries if not country.key)
    own = Region(FORMAT, region("yugoslavia").box, (), (outline.__class__("all", outline.rings, ()),), (), (), ())
    inside = [(46.056, 14.506), (45.8, 16.0), (43.856, 18.413), (44.787, 20.457), (42.44, 19.26), (42.0, 21.43)]
    outside = [(47.5, 19.04), (41.33, 19.82), (42.7, 23.3), (45.65, 13.77)]
    assert all(country_at(own, Point(*place)) for place in (*inside, (42.663, 21.166)))
    assert not any(country_at(own, Point(*place)) for place in outside)


# --- which map -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("places", "case", "name"),
    [
        ([(-1.68, 29.22)], "", "great-lakes"),
        ([(-3.39, 36.68)], "", "great-lakes"),
        ([(44.106, 19.297)], "", "bosnia"),
        ([(42.663, 21.166)], "", "kosovo"),
        ([(44.787, 20.457)], "", "yugoslavia"),
        ([(44.787, 20.457)], "kosovo", "kosovo"),
        ([(44.787, 20.457)], "srebrenica", "bosnia"),
        ([(45.421, -75.697)], "rwanda", WORLD),
        ([(-1.68, 29.22), (44.106, 19.297)], "", WORLD),
        ([(13.628, 25.35)], "doctrine", WORLD),
        ([(-1.94, 30.06)], "doctrine", "great-lakes"),
        ([], "rwanda", "great-lakes"),
        ([], "", WORLD),
    ],
)
def test_the_map_that_shows_places(places: list[tuple[float, float]], case: str, name: str) -> None:
    assert SHIPPED.name_for([Point(*place) for place in places], case) == name


@pytest.mark.parametrize("name", NAMES)
def test_places_are_in_the_frame(name: str) -> None:
    sheet = SHIPPED.sheet(name)
    west, south, east, north = sheet.info.home
    for place in (
        Point((south + north) / 2, (west + east) / 2),
        Point(south + 1, west + 1),
        Point(north - 1, east - 1),
    ):
        assert sheet.frame([place]).holds(*sheet.xy(place))


def test_a_frame_widens_for_a_place_further_away() -> None:
    sheet = SHIPPED.sheet("great-lakes")
    assert sheet.frame([Point(-1.94, 30.06)]) == sheet.home
    assert sheet.frame([]) == sheet.home
    arusha = Point(-3.3869, 36.683)
    frame = sheet.frame([arusha])
    assert frame.holds(*sheet.xy(arusha))
    assert frame.holds(*sheet.home.centre)


@pytest.fixture(scope="module")
def shipped_library() -> Library:
    return load_pack(content_dir())


def test_every_place_of_the_pack_has_a_map_that_shows_it(shipped_library: Library) -> None:
    for place in shipped_library.all(Place):
        point = Point(place.lat, place.lon)
        sheet = SHIPPED.sheet(SHIPPED.name_for([point], shipped_library.case_of(place.id)))
        assert sheet.frame([point]).holds(*sheet.xy(point)), place.id
