import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.maps.camera import CLOSEST, Camera, Limits, Rect

BOUNDS = Rect(-500, -300, 500, 300)
CAMERAS = st.builds(
    Camera,
    st.floats(-2000, 2000),
    st.floats(-2000, 2000),
    st.floats(0.01, 50),
    st.floats(50, 2000),
    st.floats(50, 2000),
)
PIXELS = st.tuples(st.floats(0, 2000), st.floats(0, 2000))


@given(CAMERAS, PIXELS)
def test_pixels_and_places_lead_to_each_other(camera: Camera, pixel: tuple[float, float]) -> None:
    assert camera.to_screen(camera.to_plane(pixel)) == pytest.approx(pixel, abs=1e-3)


@given(CAMERAS, st.floats(0.2, 5), PIXELS)
def test_zooming_keeps_what_is_under_the_pointer(camera: Camera, factor: float, at: tuple[float, float]) -> None:
    assert camera.zoomed(factor, at).to_plane(at) == pytest.approx(camera.to_plane(at), abs=1e-6)


@given(CAMERAS)
def test_nothing_outside_of_the_bounds_is_seen(camera: Camera) -> None:
    seen = Limits(BOUNDS, cover=True).kept(camera).seen
    assert seen.left >= BOUNDS.left - 1e-6
    assert seen.right <= BOUNDS.right + 1e-6
    assert seen.top >= BOUNDS.top - 1e-6
    assert seen.bottom <= BOUNDS.bottom + 1e-6


@given(CAMERAS, st.booleans())
def test_keeping_the_limits_twice_changes_nothing(camera: Camera, cover: bool) -> None:
    limits = Limits(BOUNDS, cover=cover)
    once = limits.kept(camera)
    again = limits.kept(once)
    assert (again.x, again.y, again.scale) == pytest.approx((once.x, once.y, once.scale))


@given(CAMERAS)
def test_one_cannot_go_nearer_than_the_lines_are_known(camera: Camera) -> None:
    assert Limits(BOUNDS).kept(camera.zoomed(1e6, (0, 0))).scale == pytest.approx(CLOSEST)


def test_the_nearest_is_one_to_five_hundred_thousand() -> None:
    metres_per_pixel_on_screen = 0.0254 / 96
    assert CLOSEST * 1000 / metres_per_pixel_on_screen == pytest.approx(500_000)


@given(st.floats(100, 2000), st.floats(100, 2000))
def test_fitting_shows_the_whole_rectangle(width: float, height: float) -> None:
    seen = Limits(BOUNDS).fit(Rect(0, 0, 100, 50), width, height).seen
    assert seen.left <= 1e-6
    assert seen.top <= 1e-6
    assert seen.right >= 100 - 1e-6
    assert seen.bottom >= 50 - 1e-6


def test_dragging_takes_the_map_along() -> None:
    camera = Camera(0, 0, 2, 400, 300)
    assert camera.panned(10, -5).to_screen((0, 0)) == (210, 145)
