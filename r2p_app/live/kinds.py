"""Which kinds of question a class can vote on: how each is asked on a phone, and what its reply means."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from r2p_app.content.dates import parse
from r2p_app.content.markup import inline, span_text
from r2p_app.content.questions import (
    MultipleResponse,
    Numeric,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.learning.questions import AnyAnswer, display_order
from r2p_app.learning.questions.multiple import ChosenOptions
from r2p_app.learning.questions.numeric import Number, read_number
from r2p_app.learning.questions.ordering import Order
from r2p_app.learning.questions.short_answer import Written
from r2p_app.learning.questions.single import ChosenOption
from r2p_app.learning.questions.timeline_placement import PlacedDate
from r2p_app.learning.questions.true_false import Judgement
from r2p_app.live.forms import (
    AnyForm,
    AnyReply,
    ChoiceForm,
    ChoiceReply,
    DayForm,
    DayReply,
    JudgementForm,
    JudgementReply,
    NumberForm,
    NumberReply,
    OrderForm,
    OrderReply,
    WordForm,
    WordReply,
)

Parts = Sequence[str]
"""The ids of a question's parts in the order shown."""


@dataclass(frozen=True)
class LiveKind:
    """How one kind of question is asked of a class.

    Attributes:
        form: What a phone asks for, from the question and the words of its parts.
        reply: The type of reply.
        read: The answer that a reply of the right type means, None where it is none.
        show: The reply that an answer would be.
    """

    # Any: each takes its own kind of question, reply and answer; `form_of`, `answer_of` and `reply_of` check them.
    form: Callable[[Any, tuple[str, ...]], AnyForm]
    reply: type
    read: Callable[[Any, Parts, Any], AnyAnswer | None]
    show: Callable[[Parts, Any], AnyReply]


def askable(questions: Iterable[QuestionBase]) -> tuple[QuestionBase, ...]:
    """Return those that a class can vote on."""
    return tuple(question for question in questions if type(question) in LIVE_KINDS)


def plain(text: str) -> str:
    """Return a short field of content without its markup."""
    return span_text(inline(text))


def part_texts(question: QuestionBase) -> Mapping[str, str]:
    """Return the words of the parts that stand in an order of their own."""
    match question:
        case SingleChoice() | MultipleResponse():
            parts: Iterable[Any] = question.options
        case TrueFalse():
            parts = question.reasons
        case Ordering():
            parts = question.items
        case _:
            parts = ()
    return {part.id: plain(part.text) for part in parts}


def form_of(question: QuestionBase, seed: int, *, with_words: bool) -> AnyForm:
    """Return what a phone asks for; without words the parts are letters on the phone."""
    texts = part_texts(question)
    shown = tuple(texts[part] if with_words else "" for part in display_order(question, seed))
    return LIVE_KINDS[type(question)].form(question, shown)


def answer_of(question: QuestionBase, seed: int, reply: AnyReply) -> AnyAnswer | None:
    """Return the answer that a reply means; None where it does not belong to the question."""
    kind = LIVE_KINDS[type(question)]
    return kind.read(question, display_order(question, seed), reply) if type(reply) is kind.reply else None


def reply_of(question: QuestionBase, seed: int, answer: AnyAnswer) -> AnyReply:
    """Return the reply that an answer would be."""
    return LIVE_KINDS[type(question)].show(display_order(question, seed), answer)


def _chosen(parts: Parts, places: Sequence[int]) -> tuple[str, ...] | None:
    """Return the parts at these places; None where one does not exist or is named twice, or there is none."""
    sound = places and len(set(places)) == len(places) and max(places) < len(parts)
    return tuple(parts[place] for place in places) if sound else None


def _read_single(_question: SingleChoice, parts: Parts, reply: ChoiceReply) -> AnyAnswer | None:
    chosen = _chosen(parts, reply.options)
    return ChosenOption(chosen[0]) if chosen is not None and len(chosen) == 1 else None


def _read_multiple(_question: MultipleResponse, parts: Parts, reply: ChoiceReply) -> AnyAnswer | None:
    chosen = _chosen(parts, reply.options)
    return ChosenOptions(chosen) if chosen is not None else None


def _read_judgement(_question: TrueFalse, parts: Parts, reply: JudgementReply) -> AnyAnswer | None:
    if not parts:
        return Judgement(reply.value) if reply.reason is None else None
    reason = _chosen(parts, () if reply.reason is None else (reply.reason,))
    return Judgement(reply.value, *reason) if reason is not None else None


def _read_number(question: Numeric, _parts: Parts, reply: NumberReply) -> AnyAnswer | None:
    return Number(reply.text.strip()) if read_number(reply.text, question.unit) is not None else None


def _read_order(_question: Ordering, parts: Parts, reply: OrderReply) -> AnyAnswer | None:
    chosen = _chosen(parts, reply.items)
    return Order(chosen) if chosen is not None and len(chosen) == len(parts) else None


def _read_word(_question: ShortAnswer, _parts: Parts, reply: WordReply) -> AnyAnswer | None:
    return Written(" ".join(reply.text.split())) if reply.text.strip() else None


def _read_day(question: TimelinePlacement, _parts: Parts, reply: DayReply) -> AnyAnswer | None:
    start, end = day_bounds(question)
    return PlacedDate(reply.day) if start <= reply.day <= end else None


def day_bounds(question: TimelinePlacement) -> tuple[int, int]:
    """Return the first and the last day of the axis."""
    return parse(question.start).earliest, parse(question.end).latest


def _places(parts: Parts, chosen: Sequence[str]) -> tuple[int, ...]:
    return tuple(parts.index(part) for part in chosen if part in parts)


def _show_judgement(parts: Parts, answer: Judgement) -> JudgementReply:
    return JudgementReply(answer.value, parts.index(answer.reason) if answer.reason in parts else None)


LIVE_KINDS: Mapping[type[QuestionBase], LiveKind] = {
    SingleChoice: LiveKind(
        lambda _question, texts: ChoiceForm(texts),
        ChoiceReply,
        _read_single,
        lambda parts, answer: ChoiceReply(_places(parts, (answer.option,))),
    ),
    MultipleResponse: LiveKind(
        lambda _question, texts: ChoiceForm(texts, many=True),
        ChoiceReply,
        _read_multiple,
        lambda parts, answer: ChoiceReply(_places(parts, answer.options)),
    ),
    TrueFalse: LiveKind(
        lambda _question, texts: JudgementForm(texts), JudgementReply, _read_judgement, _show_judgement
    ),
    Numeric: LiveKind(
        lambda question, _texts: NumberForm(question.unit),
        NumberReply,
        _read_number,
        lambda _parts, answer: NumberReply(answer.text),
    ),
    Ordering: LiveKind(
        lambda _question, texts: OrderForm(texts),
        OrderReply,
        _read_order,
        lambda parts, answer: OrderReply(_places(parts, answer.items)),
    ),
    ShortAnswer: LiveKind(
        lambda _question, _texts: WordForm(),
        WordReply,
        _read_word,
        lambda _parts, answer: WordReply(answer.text),
    ),
    TimelinePlacement: LiveKind(
        lambda question, _texts: DayForm(*day_bounds(question)),
        DayReply,
        _read_day,
        lambda _parts, answer: DayReply(answer.day),
    ),
}
