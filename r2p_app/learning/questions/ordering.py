"""Things to put in order.

Score = Kendall's tau (Kendall 1938), never below 0: the pairs that stand in the right order less those that do not, as
a share of all pairs. The full score needs the exact order; a random order earns nothing on average before the floor.
"""

from itertools import combinations

from r2p_app.content.questions import Ordering
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Feedback, Verdict


class Order(Answer, frozen=True, tag="ordering"):
    """The ids of the items, first to last."""

    items: tuple[str, ...]


def grade(question: Ordering, answer: Order) -> Verdict:
    """Judge by pairs in order; a pair with an item that was not placed counts as out of order."""
    right = _items(question)
    given = tuple(item for item in dict.fromkeys(answer.items) if item in right)
    feedback = tuple(
        Feedback(item.id, item.id in given, given[index : index + 1] == (item.id,), item.rationale)
        for index, item in enumerate(question.items)
    )
    return Verdict(max(0.0, _tau(right, given)), feedback)


def _tau(right: tuple[str, ...], given: tuple[str, ...]) -> float:
    place = {item: index for index, item in enumerate(given)}
    pairs = list(combinations(right, 2))
    in_order = sum(a in place and b in place and place[a] < place[b] for a, b in pairs)
    return (2 * in_order - len(pairs)) / len(pairs) if pairs else float(right == given)


def _items(question: Ordering) -> tuple[str, ...]:
    return tuple(item.id for item in question.items)


def key(question: Ordering) -> Order:
    """The order in the file."""
    return Order(_items(question))


def criterion(question: Ordering) -> object:
    """The items in their right order."""
    return list(_items(question))


KIND = QuestionKind(Ordering, Order, grade, key, criterion, _items)
