"""Which card asks which kind of question. A kind without a card is left out of runs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from r2p_app.content.questions import QuestionBase
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.choice import MultipleCard, SingleCard, TrueFalseCard
from r2p_app.ui.quiz.cloze import ClozeCard
from r2p_app.ui.quiz.map_card import MapCard
from r2p_app.ui.quiz.matching import MatchingCard
from r2p_app.ui.quiz.memo import MemoCard
from r2p_app.ui.quiz.ordering import OrderingCard
from r2p_app.ui.quiz.placement import PlacementCard
from r2p_app.ui.quiz.sorting import SortingCard
from r2p_app.ui.quiz.typed import NumericCard, ShortCard

_Make = Callable[[Any, Sequence[str]], AnswerCard]  # Any: each card takes its own kind of question

CARDS: Mapping[type[QuestionBase], _Make] = {
    card.asks: card
    for card in (
        SingleCard,
        MultipleCard,
        TrueFalseCard,
        NumericCard,
        OrderingCard,
        MatchingCard,
        ShortCard,
        ClozeCard,
        SortingCard,
        MemoCard,
        PlacementCard,
        MapCard,
    )
}

PLAYABLE = frozenset(CARDS)
"""The kinds that can be asked in the window."""


def make_card(question: QuestionBase, order: Sequence[str]) -> AnswerCard:
    """Return a card for the question; raise `KeyError` for a kind that cannot be asked."""
    return CARDS[type(question)](question, order)


def playable(questions: Iterable[QuestionBase]) -> tuple[QuestionBase, ...]:
    """Return those that can be asked."""
    return tuple(question for question in questions if type(question) in PLAYABLE)
