"""How likely is it, by chance, to see so many?"""

from collections.abc import Sequence


def at_least(hits: int, chances: Sequence[float]) -> float:
    """Return the probability of `hits` or more successes in trials with these chances (Poisson's binomial)."""
    exactly = [1.0]
    for chance in chances:
        kept = [*exactly, 0.0]
        exactly = [kept[n] * (1 - chance) + (exactly[n - 1] * chance if n else 0.0) for n in range(len(kept))]
    return min(1.0, sum(exactly[max(hits, 0) :]))
