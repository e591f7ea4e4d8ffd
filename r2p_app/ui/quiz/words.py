"""Questions and answers in words: kinds, and answers for a summary, a screen reader, a card without room for them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r2p_app.content.questions import (
    PILES,
    Cloze,
    EvidenceSort,
    MapLocation,
    Matching,
    MultipleResponse,
    Numeric,
    OpenMemo,
    Option,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TimelinePlacement,
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
    return _KINDS[type(question)].answer(question, answer)


def kind_name(kind: type[QuestionBase]) -> str:
    """Return what a kind of question is called, inside a sentence."""
    return translate("QuestionKinds", _KINDS[kind].name)


def kinds_words(questions: Iterable[QuestionBase]) -> str:
    """Return how many questions there are of each kind, the most frequent first."""
    counts = Counter(type(question) for question in questions)
    return " · ".join(f"{formats.number(count)} {kind_name(kind)}" for kind, count in counts.most_common())


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


class KindWords(NamedTuple):
    """What a kind is called inside a sentence, as in "46 single choice", and how an answer of it is told."""

    name: str
    answer: Callable[[Any, Any], str]  # Any: each takes its own kind of question and answer, as in the table of kinds


_KINDS: Mapping[type[QuestionBase], KindWords] = {
    SingleChoice: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "single choice")), _single),
    MultipleResponse: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "multiple choice")), _multiple),
    TrueFalse: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "true or false")), _judgement),
    Numeric: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "numeric")), _number),
    Ordering: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "ordering")), _order),
    Matching: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "matching")), _joined),
    ShortAnswer: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "short answer")), _text),
    Cloze: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "fill the gaps")), _filled),
    EvidenceSort: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "sort evidence")), _sorted),
    OpenMemo: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "in your own words")), _text),
    TimelinePlacement: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "on the timeline")), _day),
    MapLocation: KindWords(str(QT_TRANSLATE_NOOP("QuestionKinds", "on the map")), _point),
}
