from hypothesis import given
from hypothesis import strategies as st

from r2p_app.ui.timeline.sizes import bands

COUNTS = st.lists(st.integers(0, 100_000), max_size=8)


@given(COUNTS, st.integers(100, 2_000), st.integers(16, 60))
def test_bands_follow_each_other_and_fill_the_height(counts: list[int], height: int, row: int) -> None:
    found = bands(counts, height, row, 9)
    assert len(found) == len(counts)
    top = 0
    for band in found:
        assert band.top == top
        assert band.height >= band.rows * row + 18
        top += band.height
    assert not found or top >= height


@given(COUNTS, st.integers(100, 2_000))
def test_no_lane_has_more_rows_than_it_could_use(counts: list[int], height: int) -> None:
    for count, band in zip(counts, bands(counts, height, 22, 9), strict=True):
        assert 1 <= band.rows <= count + 1
        assert band.rows >= 2 or not count


def test_lanes_with_more_events_have_more_rows() -> None:
    found = bands([400, 20, 0], 800, 22, 9)
    assert found[0].rows > found[1].rows > found[2].rows == 1


@given(st.lists(st.none() | st.integers(0, 100_000), max_size=8), st.integers(200, 2_000))
def test_folded_lanes_have_their_height_and_no_rows(counts: list[int | None], height: int) -> None:
    found = bands(counts, height, 22, 9, fold=36)
    assert [band.rows == 0 for band in found] == [count is None for count in counts]
    assert all(band.height == 36 for band in found if not band.rows)


def test_a_lane_that_comes_first_has_what_it_could_use() -> None:
    plain, first = bands([400, 7, 400], 800, 22, 9), bands([400, 7, 400], 800, 22, 9, first=[1])
    assert first[1].rows == 8 > plain[1].rows
    assert sum(band.height for band in first) >= 800
