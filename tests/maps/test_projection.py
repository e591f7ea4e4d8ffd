from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.earth import RADIUS_KM, haversine_km
from r2p_app.maps.projection import NaturalEarth, TransverseMercator, projection_for

RWANDA = TransverseMercator(-2.0, 30.0)
NEAR_LAT, NEAR_LON = st.floats(-20, 20), st.floats(10, 50)


@given(NEAR_LAT, NEAR_LON)
def test_mercator_leads_back(lat: float, lon: float) -> None:
    assert RWANDA.inverse(*RWANDA.forward(lat, lon)) == pytest.approx((lat, lon), abs=1e-9)


@given(st.floats(-89.9, 89.9), st.floats(-180, 180))
def test_natural_earth_leads_back(lat: float, lon: float) -> None:
    world = NaturalEarth()
    assert world.inverse(*world.forward(lat, lon)) == pytest.approx((lat, lon), abs=1e-6)


@given(NEAR_LAT, NEAR_LON)
def test_mercator_is_conformal(lat: float, lon: float) -> None:
    """A small step north and one of the same length east are as long as each other, and at right angles."""
    step = 1e-5
    x, y = RWANDA.forward(lat, lon)
    north, east = RWANDA.forward(lat + step, lon), RWANDA.forward(lat, lon + step / cos(radians(lat)))
    up, right = (north[0] - x, north[1] - y), (east[0] - x, east[1] - y)
    assert hypot(*up) == pytest.approx(hypot(*right), rel=1e-4)
    assert up[0] * right[0] + up[1] * right[1] == pytest.approx(0, abs=1e-4 * hypot(*up) ** 2)


@given(st.floats(-4, 1), st.floats(28, 32), st.floats(-4, 1), st.floats(28, 32))
def test_distances_on_a_small_map_are_those_on_the_globe(lat: float, lon: float, lat2: float, lon2: float) -> None:
    a, b = RWANDA.forward(lat, lon), RWANDA.forward(lat2, lon2)
    assert hypot(a[0] - b[0], a[1] - b[1]) == pytest.approx(haversine_km(lat, lon, lat2, lon2), rel=1e-3, abs=1e-6)


def test_north_is_up_and_east_is_right() -> None:
    for projection in (RWANDA, NaturalEarth()):
        assert projection.forward(0, 30)[1] < projection.forward(-5, 30)[1]
        assert projection.forward(-2, 29)[0] < projection.forward(-2, 31)[0]


def test_natural_earth_has_the_published_lengths() -> None:
    """The equator is 0.8707 times its true length; the map is 0.52 as high as it is wide (Jenny and others, 2008)."""
    right, top = NaturalEarth().forward(0, 180)[0], -NaturalEarth().forward(90, 0)[1]
    assert right == pytest.approx(0.8707 * RADIUS_KM * radians(180))
    assert top / right == pytest.approx(0.52, abs=0.001)


def test_off_the_globe_is_its_edge() -> None:
    assert NaturalEarth().inverse(1e6, -1e6) == pytest.approx((90, 180))


def test_only_the_globe_gets_the_compromise() -> None:
    assert projection_for((28, -3, 31, -1)) == TransverseMercator(-2, 29.5)
    assert projection_for((-180, -90, 180, 90)) == NaturalEarth(0)


def test_the_distance_of_two_towns() -> None:
    """Goma and Gisenyi are neighbours; Kigali and Srebrenica are not."""
    assert haversine_km(-1.6792, 29.2228, -1.7028, 29.2564) == pytest.approx(4.6, abs=0.1)
    assert haversine_km(-1.9441, 30.0619, 44.106, 19.297) == pytest.approx(5233, abs=15)
