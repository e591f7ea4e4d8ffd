"""A question in class without phones: hands are counted, before and after talking, and shown with the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from r2p_app.content.questions import Ordering, QuestionBase, TrueFalse
from r2p_app.learning.questions import display_order, grade, key
from r2p_app.lessons.slides import Show
from r2p_app.live.events import Phase
from r2p_app.live.kinds import part_texts
from r2p_app.ui.format import date
from r2p_app.ui.lessons.slide_text import source_lines
from r2p_app.ui.live.scene import Row, Scene
from r2p_app.ui.quiz.words import answer_words
from r2p_app.ui.widgets.inline import plain

if TYPE_CHECKING:
    from r2p_app.ui.lessons.slide_sheet import Sheet

translate = QCoreApplication.translate

_SEED = 0
"""A class sees the parts of a question in one order, every time: what was said about “B” stays true."""

_SOURCES = 2
"""Citations that a slide has room for."""


@dataclass(frozen=True)
class Hands:
    """How many hands were raised for each part of a question, first and after talking."""

    first: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    second: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def counted(self, round_: int, part: str, count: int) -> "Hands":
        """Return the hands with another count in the first (0) or second (1) vote."""
        rounds = [dict(self.first), dict(self.second)]
        rounds[round_][part] = count
        return Hands(*(MappingProxyType(votes) for votes in rounds))

    @property
    def voters(self) -> tuple[int, int]:
        """How many hands there were in each vote."""
        return sum(self.first.values()), sum(self.second.values())


def parts(question: QuestionBase) -> tuple[tuple[str, str, str], ...]:
    """Return the id, the letter and the words of each thing one can raise a hand for."""
    if isinstance(question, TrueFalse):
        true, false = translate("Slides", "True"), translate("Slides", "False")
        return (("true", "A", true), ("false", "B", false))
    texts = part_texts(question)
    return tuple((part, chr(65 + place), texts[part]) for place, part in enumerate(_order(question)) if part in texts)


def can_be_voted(question: QuestionBase) -> bool:
    """Tell whether hands can be raised for one of its parts."""
    return bool(parts(question)) and not isinstance(question, Ordering)


def scene(sheet: "Sheet") -> Scene:
    """Return what the projector shows of a question: the key only on the slide of the answer."""
    question = sheet.library.get(sheet.slide.items[0], QuestionBase)
    prompt = plain(question.prompt)
    if sheet.slide.show is not Show.ANSWER:
        rows = tuple(Row(letter, words) for _, letter, words in parts(question))
        phase = Phase.FIRST_VOTE if sheet.slide.show is Show.QUESTION else Phase.SECOND_VOTE
        return Scene(phase=phase, note=plain(question.content_note), prompt=prompt, rows=rows)
    is_order = isinstance(question, Ordering)
    return Scene(
        phase=Phase.EXPLAINED,
        prompt=prompt,
        rows=_ordered_rows(question) if is_order else _counted_rows(question, sheet.hands),
        voters=sheet.hands.voters,
        answer=translate("Slides", "in this order") if is_order else answer_words(question, key(question)),
        why=_why(question),
        sources=source_lines(sheet.library, question.sources[:_SOURCES]),
    )


def _ordered_rows(question: QuestionBase) -> tuple[Row, ...]:
    """What was to be put in order, in order, with the dates."""
    items = question.items if isinstance(question, Ordering) else ()
    dated = ((plain(item.text), date(item.date) if item.date else "") for item in items)
    words = (f"{text} ({when})" if when else text for text, when in dated)
    return tuple(Row(str(place), text) for place, text in enumerate(words, 1))


def _counted_rows(question: QuestionBase, hands: Hands) -> tuple[Row, ...]:
    right = _right_parts(question)
    first, second = hands.voters
    return tuple(
        Row(
            letter,
            words,
            hands.first.get(part, 0) if first else None,
            hands.second.get(part, 0) if second else None,
            part in right,
        )
        for part, letter, words in parts(question)
    )


def _right_parts(question: QuestionBase) -> frozenset[str]:
    if isinstance(question, TrueFalse):
        return frozenset(("true" if question.answer else "false",))
    return frozenset(option.id for option in getattr(question, "options", ()) if option.correct)


def _why(question: QuestionBase) -> tuple[str, ...]:
    feedback = grade(question, key(question)).feedback
    is_order = isinstance(question, Ordering)
    reasons = [plain(part.rationale) for part in feedback if part.correct and part.rationale and not is_order][:1]
    return tuple(text for text in (plain(question.rationale), *reasons) if text)


def _order(question: QuestionBase) -> tuple[str, ...]:
    return display_order(question, _SEED)
