"""How likely is it, by chance, to see so many?"""

from collections.abc import Sequence


def at_least(hits: int, chances: Sequence[float]) -> float:
    """Return the probability of `hits` or more successes in trials with these chances (Poisson's binomial)."""
    if hits <= 0:
        return 1.0
    exactly = [1.0] + [0.0] * (hits - 1)  # the probability of 0, 1, … hits - 1 successes so far
    reached = 0.0
    for chance in chances:
        reached += exactly[-1] * chance
        shifted = [0.0, *exactly[:-1]]
        exactly = [stay * (1 - chance) + come * chance for stay, come in zip(exactly, shifted, strict=True)]
    return reached
