from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.dates import civil, day_number
from r2p_app.maps.chronicle import Chronicle, Dated, month_on

JULY = Chronicle.of(
    Dated.of(name, date) for name, date in (("c", "1995-07-13"), ("a", "1995-07-11/1995-07-16"), ("b", "1995-07-11"))
)
FIRST, LAST = day_number(1995, 7, 11), day_number(1995, 7, 13)


def test_things_stand_in_the_order_in_which_they_began() -> None:
    assert [one.id for one in JULY.things] == ["a", "b", "c"]
    assert JULY.days == (FIRST, LAST)


def test_what_had_begun_by_a_day() -> None:
    assert [one.id for one in JULY.by(FIRST)] == ["a", "b"]
    assert [one.id for one in JULY.by(FIRST + 1)] == ["a", "b"]
    assert JULY.by(FIRST - 1) == ()


def test_steps_go_from_day_to_day_and_stop_at_the_ends() -> None:
    assert JULY.after(FIRST) == LAST
    assert JULY.after(LAST) == LAST
    assert JULY.before(LAST) == FIRST
    assert JULY.before(FIRST) == FIRST
    assert JULY.before(FIRST + 1) == FIRST
    assert [JULY.place_of(day) for day in (FIRST - 1, FIRST, FIRST + 1, LAST)] == [0, 1, 1, 2]


def test_a_month_on_ends_with_a_shorter_month() -> None:
    assert civil(month_on(day_number(1995, 1, 31), 1)) == (1995, 2, 28)
    assert civil(month_on(day_number(1995, 12, 15), 1)) == (1996, 1, 15)
    assert civil(month_on(day_number(1995, 1, 15), -1)) == (1994, 12, 15)


@given(st.integers(-700_000, 100_000), st.integers(-30, 30))
def test_months_there_and_back(day: int, months: int) -> None:
    there = month_on(day, months)
    assert abs(month_on(there, -months) - day) <= 3
