"""Evidence laid on piles: by responsibility, by criterion, by when it was known.

Score = the mean, over the piles that have cards in the key, of the share of a pile's cards that were laid on it, less
what chance would give and stretched to 1 (the "informedness" of Powers 2011, for several classes), never below 0. So
laying every card on one pile earns nothing, however many belong there.
"""

from collections.abc import Mapping

from r2p_app.content.questions import PILES, EvidenceSort
from r2p_app.learning.questions.kind import QuestionKind
from r2p_app.learning.verdict import Answer, Feedback, Verdict


class Sorted(Answer, frozen=True, tag="sort"):
    """The pile on which each card was laid: `(card id, pile)`."""

    cards: tuple[tuple[str, str], ...]


def piles(question: EvidenceSort) -> tuple[str, ...]:
    """Return the piles, in the order in which they are always shown."""
    return tuple(PILES[question.by])


def grade(question: EvidenceSort, answer: Sorted) -> Verdict:
    """Judge by piles; where a card stands twice in the answer the last one counts."""
    laid = dict(answer.cards)
    feedback = tuple(
        Feedback(card.id, card.id in laid, laid.get(card.id) == card.belongs, card.rationale) for card in question.cards
    )
    return Verdict(_score(question, laid), feedback)


def _score(question: EvidenceSort, laid: Mapping[str, str]) -> float:
    pile_of = {card.id: card.belongs for card in question.cards}
    used = sorted(set(pile_of.values()))
    shares = [_share([laid.get(card) == pile for card in pile_of if pile_of[card] == pile]) for pile in used]
    if len(used) < 2 or all(share == 1 for share in shares):
        return float(all(share == 1 for share in shares))
    chance = 1 / len(used)
    return max(0.0, (sum(shares) / len(shares) - chance) / (1 - chance))


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def key(question: EvidenceSort) -> Sorted:
    """Every card on its pile."""
    return Sorted(tuple((card.id, card.belongs) for card in question.cards))


def criterion(question: EvidenceSort) -> object:
    """What is sorted by, and which card belongs on which pile."""
    return question.by, sorted(key(question).cards)


def shuffled(question: EvidenceSort) -> tuple[str, ...]:
    """The cards; the piles stay in their order."""
    return tuple(card.id for card in question.cards)


KIND = QuestionKind(EvidenceSort, Sorted, grade, key, criterion, shuffled)
