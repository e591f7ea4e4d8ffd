"""Answers in words: for the summary of a run, for screen readers, for "the answer" where a card has no room for it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from r2p_app.content.questions import (
    PILES,
    Cloze,
    EvidenceSort,
    Matching,
    MultipleResponse,
    Numeric,
    Option,
    Ordering,
    QuestionBase,
    SingleChoice,
    TrueFalse,
)
from r2p_app.learning.questions import (
    AnyAnswer,
    cloze,
    evidence_sort,
    map_location,
    matching,
    memo,
    multiple,
    numeric,
    ordering,
    short_answer,
    single,
    timeline_placement,
    true_false,
)
from r2p_app.learning.questions import key as key_of
from r2p_app.learning.verdict import Verdict
from r2p_app.ui import format as formats
from r2p_app.ui import text
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate


def answer_words(question: QuestionBase, answer: AnyAnswer) -> str:
    """Return an answer in plain words; parts that the question no longer has are left out."""
    return _WORDS[type(answer)](question, answer)


def verdict_words(question: QuestionBase, verdict: Verdict) -> str:
    """Return what is to be said aloud after an answer: the outcome, the answer, and why."""
    outcome = text.label(verdict.outcome)
    answer = translate("AnswerWords", "The answer: %1.").replace(
        "%1", answer_words(question, key_of(question)).rstrip(".")
    )
    why = question.rationale or next((part.rationale for part in verdict.feedback if part.correct), "")
    return f"{outcome}. {answer} {plain(why)}"


def number_words(question: Numeric, value: float) -> str:
    """Return a number with its unit."""
    return f"{formats.number(value)} {question.unit}"


def true_false_words(value: bool) -> str:
    """Return a judgement in a word."""
    return translate("AnswerWords", "True") if value else translate("AnswerWords", "False")


def pile_words(question: EvidenceSort) -> Mapping[str, str]:
    """Return the piles that evidence is laid on, and their names."""
    return {pile.value: text.label(pile) for pile in PILES[question.by]}


def _texts(options: Iterable[Option], chosen: Iterable[str]) -> str:
    wanted = frozenset(chosen)
    return "; ".join(plain(option.text) for option in options if option.id in wanted)


def _single(question: SingleChoice, answer: single.ChosenOption) -> str:
    return _texts(question.options, (answer.option,))


def _multiple(question: MultipleResponse, answer: multiple.ChosenOptions) -> str:
    return _texts(question.options, answer.options)


def _judgement(question: TrueFalse, answer: true_false.Judgement) -> str:
    reason = _texts(question.reasons, (answer.reason,))
    return f"{true_false_words(answer.value)}: {reason}" if reason else true_false_words(answer.value)


def _number(question: Numeric, answer: numeric.Number) -> str:
    value = numeric.read_number(answer.text, question.unit)
    return answer.text if value is None else number_words(question, value)


def _order(question: Ordering, answer: ordering.Order) -> str:
    texts = {item.id: plain(item.text) for item in question.items}
    return "; ".join(texts[item] for item in answer.items if item in texts)


def _joined(question: Matching, answer: matching.Joined) -> str:
    rights = {side: plain(words) for side, words in matching.right_sides(question).items()}
    lefts = {pair.id: plain(pair.left) for pair in question.pairs}
    return "; ".join(
        f"{lefts[left]}: {rights[right]}" for left, right in answer.pairs if left in lefts and right in rights
    )


def _filled(question: Cloze, answer: cloze.Filled) -> str:
    return plain(cloze.filled_text(question, answer))


def _sorted(question: EvidenceSort, answer: evidence_sort.Sorted) -> str:
    cards = {card.id: plain(card.text) for card in question.cards}
    piles = pile_words(question)
    return "; ".join(f"{cards[card]}: {piles[pile]}" for card, pile in answer.cards if card in cards and pile in piles)


def _text(_question: QuestionBase, answer: short_answer.Written | memo.Memo) -> str:
    return answer.text


def _day(_question: QuestionBase, answer: timeline_placement.PlacedDate) -> str:
    return formats.day(answer.day)


def _point(_question: QuestionBase, answer: map_location.PlacedPoint) -> str:
    return (
        translate("AnswerWords", "latitude %1, longitude %2")
        .replace("%1", f"{answer.lat:.2f}°")
        .replace("%2", f"{answer.lon:.2f}°")
    )


# Any: each function takes its own kind of question and answer, as in the table of kinds.
_WORDS: Mapping[type, Callable[[Any, Any], str]] = {
    single.ChosenOption: _single,
    multiple.ChosenOptions: _multiple,
    true_false.Judgement: _judgement,
    numeric.Number: _number,
    ordering.Order: _order,
    matching.Joined: _joined,
    short_answer.Written: _text,
    cloze.Filled: _filled,
    evidence_sort.Sorted: _sorted,
    memo.Memo: _text,
    timeline_placement.PlacedDate: _day,
    map_location.PlacedPoint: _point,
}
