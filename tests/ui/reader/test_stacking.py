from hypothesis import given
from hypothesis import strategies as st

from r2p_app.ui.reader.stacking import Stack, Wanted, fill

CARDS = st.lists(st.builds(Wanted, st.floats(0, 5000), st.floats(10, 300)), max_size=30).map(sorted)


def stack(cards: list[Wanted], gap: float) -> list[float]:
    stacked = Stack(gap)
    return [stacked.add(card) for card in cards]


@given(CARDS, st.floats(0, 20))
def test_cards_never_overlap_and_never_stand_above_their_line(cards: list[Wanted], gap: float) -> None:
    tops = stack(cards, gap)
    assert all(top >= card.top for top, card in zip(tops, cards, strict=True))
    for i in range(len(cards) - 1):
        assert tops[i] + cards[i].height + gap <= tops[i + 1]


def test_a_card_with_room_stands_beside_its_line() -> None:
    assert stack([Wanted(0, 50), Wanted(100, 50), Wanted(120, 50)], 10) == [0, 100, 160]


@given(CARDS, st.builds(Wanted, st.floats(0, 5000), st.floats(10, 300)), st.floats(0, 20), st.floats(0, 200))
def test_a_filler_finds_free_room_near_its_line_or_none(
    cards: list[Wanted], filler: Wanted, gap: float, slack: float
) -> None:
    placed = [Wanted(top, card.height) for top, card in zip(stack(cards, gap), cards, strict=True)]
    top = fill(placed, filler, gap, slack)
    if top is not None:
        assert abs(top - filler.top) <= slack
        assert top >= 0
        for other in placed:
            assert top + filler.height + gap <= other.top or other.top + other.height + gap <= top


def test_a_filler_stands_beside_its_line_or_slips_to_the_nearest_room() -> None:
    assert fill([Wanted(0, 100)], Wanted(150, 30), gap=10, slack=80) == 150
    assert fill([Wanted(0, 100)], Wanted(40, 30), gap=10, slack=80) == 110
    assert fill([Wanted(100, 100)], Wanted(90, 30), gap=10, slack=80) == 60
    assert fill([Wanted(0, 100)], Wanted(10, 30), gap=10, slack=80) is None
