import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.lint.chance import at_least

chances = st.lists(st.floats(0, 1), max_size=12)


@given(chances)
def test_none_or_more_is_certain_and_more_than_all_is_not(chances: list[float]) -> None:
    assert at_least(0, chances) == pytest.approx(1)
    assert at_least(len(chances) + 1, chances) == 0
    assert at_least(len(chances), chances) == pytest.approx(math.prod(chances))


@given(chances, st.integers(0, 12))
def test_more_is_never_likelier(chances: list[float], hits: int) -> None:
    assert at_least(hits + 1, chances) <= at_least(hits, chances) + 1e-12


@pytest.mark.parametrize(("hits", "trials", "chance"), [(3, 5, 0.25), (8, 10, 1 / 3), (1, 4, 0.5)])
def test_equal_chances_are_the_binomial(hits: int, trials: int, chance: float) -> None:
    expected = sum(math.comb(trials, n) * chance**n * (1 - chance) ** (trials - n) for n in range(hits, trials + 1))
    assert at_least(hits, [chance] * trials) == pytest.approx(expected)
