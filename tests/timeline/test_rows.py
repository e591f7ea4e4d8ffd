from r2p_app.timeline.rows import Room, Row, blocked_until, find_room


def rows(*entries: tuple[float, float, float]) -> list[Row]:
    row = Row()
    for left, firm, right in entries:
        row.add(left, firm, right, 0)
    return [row]


def test_an_empty_row_gives_all_that_is_wanted() -> None:
    assert find_room(rows(), 10, 50, 200) == Room(0, 200)


def test_a_label_is_shortened_before_the_next_entry() -> None:
    assert find_room(rows((100, 150, 300)), 10, 50, 200) == Room(0, 100)


def test_too_narrow_a_gap_is_no_room() -> None:
    narrow = rows((100, 150, 300))
    assert find_room(narrow, 60, 130, 200) is None
    assert blocked_until(narrow, 60, 130) == 150


def test_nothing_fits_before_the_firm_edge_of_what_stands_there() -> None:
    taken = rows((0, 150, 300))
    assert find_room(taken, 100, 160, 400) is None
    assert blocked_until(taken, 100, 160) == 150
    assert blocked_until(taken, 160, 220) == 160


def test_one_row_with_room_is_enough() -> None:
    assert blocked_until([*rows((0, 150, 300)), Row()], 100, 160) == 100
    assert blocked_until([*rows((0, 150, 300)), *rows((0, 120, 300))], 100, 160) == 120


def test_a_neighbour_gives_way_down_to_its_firm_edge() -> None:
    row = rows((0, 100, 300))
    assert find_room(row, 100, 160, 400) == Room(0, 400)
    row[0].add(100, 160, 400, 1)
    assert row[0].rights == [100, 400]


def test_a_free_row_comes_before_a_neighbour_that_must_give_way() -> None:
    assert find_room([*rows((0, 100, 300)), Row()], 120, 160, 400) == Room(1, 400)


def test_of_two_crowded_rows_the_one_that_loses_less() -> None:
    near, far = rows((0, 50, 300))[0], rows((0, 50, 150))[0]
    assert find_room([near, far], 120, 160, 400) == Room(1, 400)
