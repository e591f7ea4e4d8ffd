"""What can be chosen in a question as paper has it: parts with letters, lines with numbers; and the key in these."""

from collections.abc import Callable, Mapping, Sequence
from string import ascii_uppercase
from typing import Any, NamedTuple

from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    Matching,
    MultipleResponse,
    Option,
    Ordering,
    QuestionBase,
    SingleChoice,
    TrueFalse,
)
from r2p_app.learning.questions.evidence_sort import piles
from r2p_app.learning.questions.matching import key as joined_key
from r2p_app.learning.questions.matching import right_sides


class Part(NamedTuple):
    """A part of a question: its letter or number, its id, what it says."""

    mark: str
    id: str
    text: str


class Lettered(NamedTuple):
    """Lines, each to be given a letter, and what the letters stand for; a question has one, both or none of them."""

    lines: tuple[Part, ...] = ()
    letters: tuple[Part, ...] = ()

    def letter(self, part: str) -> str:
        """Return the letter of a part; raise `StopIteration` for one that is not there."""
        return next(one.mark for one in self.letters if one.id == part)


def letter(place: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    before, at = divmod(place, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[at]


def lettered(question: QuestionBase, order: Sequence[str]) -> Lettered:
    """Return the parts of a question in the order in which they are shown."""
    find = _PARTS.get(type(question))
    return find(question, order) if find is not None else Lettered()


def key_marks(question: QuestionBase, order: Sequence[str]) -> tuple[str, ...]:
    """Return the key in letters and numbers, as it is on paper in this order; () where the answer is in words.

    True and false are no letters: of such a question it is the reason.
    """
    find = _KEYS.get(type(question))
    return find(question, lettered(question, order)) if find is not None else ()


def _letters(texts: Mapping[str, str], order: Sequence[str]) -> tuple[Part, ...]:
    return tuple(Part(letter(place), part, texts[part]) for place, part in enumerate(order))


def _numbers(texts: Mapping[str, str], order: Sequence[str]) -> tuple[Part, ...]:
    return tuple(Part(str(place), part, texts[part]) for place, part in enumerate(order, 1))


def _of_options(options: Sequence[Option], order: Sequence[str]) -> Lettered:
    return Lettered(letters=_letters({option.id: option.text for option in options}, order))


def _of_items(question: Ordering, order: Sequence[str]) -> Lettered:
    return Lettered(letters=_letters({item.id: item.text for item in question.items}, order))


def _of_pairs(question: Matching, order: Sequence[str]) -> Lettered:
    lefts = {pair.id: pair.left for pair in question.pairs}
    return Lettered(_numbers(lefts, tuple(lefts)), _letters(right_sides(question), order))


def _of_cards(question: EvidenceSort, order: Sequence[str]) -> Lettered:
    """The piles have no words here; their letters follow the order in which they are always shown."""
    named = piles(question)
    return Lettered(
        _numbers({card.id: card.text for card in question.cards}, order), _letters(dict.fromkeys(named, ""), named)
    )


def _of_gaps(question: Cloze, _order: Sequence[str]) -> Lettered:
    gaps = {gap.id: "" for gap in question.gaps}
    return Lettered(_numbers(gaps, tuple(gaps)))


def _right(options: Sequence[Option], parts: Lettered) -> tuple[str, ...]:
    right = {option.id for option in options if option.correct}
    return tuple(part.mark for part in parts.letters if part.id in right)


def _pairs_key(question: Matching, parts: Lettered) -> tuple[str, ...]:
    rights = dict(joined_key(question).pairs)
    return tuple(f"{line.mark} {parts.letter(rights[line.id])}" for line in parts.lines)


def _cards_key(question: EvidenceSort, parts: Lettered) -> tuple[str, ...]:
    pile_of = {card.id: card.belongs for card in question.cards}
    return tuple(f"{line.mark} {parts.letter(pile_of[line.id])}" for line in parts.lines)


# Any: each function takes its own kind of question, as in the table of kinds.
_PARTS: Mapping[type[QuestionBase], Callable[[Any, Sequence[str]], Lettered]] = {
    SingleChoice: lambda question, order: _of_options(question.options, order),
    MultipleResponse: lambda question, order: _of_options(question.options, order),
    TrueFalse: lambda question, order: _of_options(question.reasons, order),
    Ordering: _of_items,
    Matching: _of_pairs,
    EvidenceSort: _of_cards,
    Cloze: _of_gaps,
}

_KEYS: Mapping[type[QuestionBase], Callable[[Any, Lettered], tuple[str, ...]]] = {
    SingleChoice: lambda question, parts: _right(question.options, parts),
    MultipleResponse: lambda question, parts: _right(question.options, parts),
    TrueFalse: lambda question, parts: _right(question.reasons, parts),
    Ordering: lambda question, parts: tuple(parts.letter(item.id) for item in question.items),
    Matching: _pairs_key,
    EvidenceSort: _cards_key,
}
