"""Versions of one test: the same questions in another order, with their parts in another order, from a seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from random import Random

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.pick import seed_of
from r2p_app.learning.questions import display_order

LETTERS = "ABCDEF"
"""The names of versions; there are no more."""


@dataclass(frozen=True)
class Version:
    """One version: its letter, its questions in their order, and the seed of what is shuffled in them."""

    letter: str
    questions: tuple[QuestionBase, ...]
    seed: int

    def order(self, question: QuestionBase) -> tuple[str, ...]:
        """Return the ids of the parts of a question in the order of this version."""
        return display_order(question, self.seed)

    def number(self, question: QuestionBase) -> int:
        """Return the place of a question, from 1."""
        return self.questions.index(question) + 1


def versions(questions: Sequence[QuestionBase], count: int, seed: int) -> tuple[Version, ...]:
    """Return so many versions (1 to 6), the same for the same arguments.

    The first keeps the order of the questions; the others have an order that no earlier one has, as far as there are so
    many orders.
    """
    if not 1 <= count <= len(LETTERS):
        raise ValueError(f"there are 1 to {len(LETTERS)} versions, not {count}")
    orders = [tuple(questions)]
    while len(orders) < count:
        orders.append(_another(orders, seed_of(f"{seed}:{LETTERS[len(orders)]}")))
    return tuple(
        Version(letter, order, seed_of(f"{seed}:{letter}")) for letter, order in zip(LETTERS, orders, strict=False)
    )


def _another(orders: Sequence[tuple[QuestionBase, ...]], seed: int) -> tuple[QuestionBase, ...]:
    """Shuffle; where that gives an order that is there already, take the next one that is not, if there is one."""
    shuffled = list(orders[0])
    Random(seed).shuffle(shuffled)
    taken = {tuple(question.id for question in order) for order in orders}
    fresh = (order for order in permutations(shuffled) if tuple(question.id for question in order) not in taken)
    return next(fresh, tuple(shuffled))
