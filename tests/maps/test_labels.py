from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from r2p_app.maps.labels import Box, Crowd, Wanted, heart, place_labels

FRAME = Box(0, 0, 600, 400)
WANTED = st.lists(
    st.builds(
        Wanted,
        st.floats(-50, 650),
        st.floats(-50, 450),
        st.just(4.0),
        st.floats(20, 160),
        st.just(16.0),
        st.sampled_from([0.0, 1.0, 5.0]),
    ),
    max_size=25,
)


@given(WANTED)
def test_labels_cover_neither_each_other_nor_the_marks_of_others(wanted: list[Wanted]) -> None:
    boxes = place_labels(wanted, FRAME)
    placed = [box for box in boxes if box is not None]
    assert not [pair for pair in combinations(placed, 2) if pair[0].meets(pair[1])]
    greatest = max((one.weight for one in wanted), default=0.0)
    for index, box in enumerate(boxes):
        if box is not None:
            assert box.inside(FRAME)
            assert wanted[index].weight > greatest / 2 or not [
                one for place, one in enumerate(wanted) if place != index and box.meets(heart(one))
            ]


@given(WANTED)
def test_the_same_input_gives_the_same_places(wanted: list[Wanted]) -> None:
    assert place_labels(wanted, FRAME) == place_labels(wanted, FRAME)


@given(WANTED)
def test_labels_keep_off_what_is_taken(wanted: list[Wanted]) -> None:
    strip = Box(0, 300, 600, 100)
    assert not [box for box in place_labels(wanted, FRAME, [strip]) if box is not None and box.meets(strip)]


def test_the_weightier_label_wins() -> None:
    """In a frame that is one and a half lines high there is room for one of the two."""
    pair = [Wanted(10, 10, 4, 150, 20, 0.0), Wanted(10, 20, 4, 150, 20, 1.0)]
    assert [box is not None for box in place_labels(pair, Box(0, 0, 200, 30))] == [False, True]


def test_a_lone_label_stands_to_the_right_at_the_height_of_its_mark() -> None:
    (box,) = place_labels([Wanted(100, 100, 4, 50, 16, 0)], FRAME)
    assert box == Box(107, 92, 50, 16)


def test_at_the_right_edge_it_goes_to_the_left() -> None:
    (box,) = place_labels([Wanted(590, 100, 4, 50, 16, 0)], FRAME)
    assert box is not None
    assert box.right < 590


def test_lines_are_kept_clear_of_where_there_is_another_place() -> None:
    line = Box(105, 90, 60, 20)
    (beside,) = place_labels([Wanted(100, 100, 4, 50, 16, 0)], FRAME, lines=Crowd([line]))
    assert beside is not None
    assert not beside.meets(line)
    everywhere = Crowd([FRAME])
    assert place_labels([Wanted(100, 100, 4, 50, 16, 0)], FRAME, lines=everywhere) != [None]


def test_in_a_crowd_the_weightiest_is_named_and_the_light_ones_are_not() -> None:
    crowd = [Wanted(100 + 12 * (i % 9), 100 + 12 * (i // 9), 4, 40, 16, 1.0) for i in range(81)]
    crowd[40] = crowd[40]._replace(weight=9.0)
    boxes = place_labels(crowd, FRAME)
    assert boxes[40] is not None
    assert None in boxes


BOX = st.builds(Box, st.floats(-300, 900), st.floats(-300, 700), st.floats(0, 400), st.floats(0, 60))


@given(st.lists(BOX, max_size=20), BOX)
def test_a_crowd_finds_what_looking_at_each_would_find(boxes: list[Box], box: Box) -> None:
    assert Crowd(boxes).meets(box) == any(box.meets(other) for other in boxes)
