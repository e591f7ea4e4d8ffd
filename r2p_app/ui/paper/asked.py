"""Every kind of question on paper: what is asked, and the place for the answer. No key, no reason is here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from r2p_app.content.dates import parse
from r2p_app.content.library import Library
from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    MapLocation,
    Matching,
    MultipleResponse,
    Numeric,
    OpenMemo,
    Ordering,
    QuestionBase,
    ShortAnswer,
    SingleChoice,
    TimelinePlacement,
    TrueFalse,
)
from r2p_app.export.paper.blocks import Json
from r2p_app.export.paper.handouts.lettered import Part, lettered
from r2p_app.export.paper.handouts.parts import Form, caption, lines, question
from r2p_app.learning.questions.cloze import pieces
from r2p_app.ui import format as formats
from r2p_app.ui.charts.scale import date_ticks
from r2p_app.ui.quiz.words import pile_words, true_false_words

translate = QCoreApplication.translate

Blocks = list[Json]

_TICKS = 7
_MEMO_LINES = 9
_BLANK = "\N{NO-BREAK SPACE}" + 14 * "_"


@dataclass(frozen=True)
class Setting:
    """What handouts are written with.

    Attributes:
        form: How words are written.
        records: The blocks of records, by id.
        maps: The maps that places are to be marked on, by question.
    """

    library: Library
    form: Form
    records: Mapping[str, Json] = field(default_factory=dict)
    maps: Mapping[str, Json] = field(default_factory=dict)


def asked(setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    """Return what is asked."""
    note = [setting.form.small(item.content_note)] if item.content_note else []
    return [*note, setting.form.strong(item.prompt), *_ASKED[type(item)][0](setting, item, order)]


def place(setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    """Return the place for the answer."""
    return _ASKED[type(item)][1](setting, item, order)


def with_place(setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    """Return what is asked with the place for the answer below; options are marked where they stand."""
    below = [] if isinstance(item, SingleChoice | MultipleResponse | TrueFalse) else place(setting, item, order)
    return [*asked(setting, item, order), *below]


def numbered(blocks: Sequence[Blocks], first: int = 1) -> Blocks:
    """Return questions with their numbers."""
    return [question(str(number), one) for number, one in enumerate(blocks, first)]


def _marked(form: Form, parts: Sequence[Part]) -> Blocks:
    return [form.marked(part.mark, part.text) for part in parts]


def _bubbles(shape: str, marks: Sequence[tuple[str, str]]) -> Json:
    return {"kind": "bubbles", "shape": shape, "items": [{"mark": mark, "text": text} for mark, text in marks]}


def _slots(marks: Sequence[str]) -> Json:
    return {"kind": "slots", "items": list(marks)}


def _nothing(_setting: Setting, _item: QuestionBase, _order: Sequence[str]) -> Blocks:
    return []


def _shape(item: QuestionBase) -> str:
    return "box" if isinstance(item, MultipleResponse) else "circle"


def _options(setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    parts = _marked(setting.form, lettered(item, order).letters)
    many = [setting.form.small(translate("Handouts", "More than one can be right."))] if _shape(item) == "box" else []
    return [*many, {"kind": "choices", "shape": _shape(item), "items": parts}]


def _option_marks(_setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    return [_bubbles(_shape(item), [(part.mark, "") for part in lettered(item, order).letters])]


def _judgements() -> Json:
    return _bubbles("circle", [("", true_false_words(True)), ("", true_false_words(False))])


def _true_false(setting: Setting, item: TrueFalse, order: Sequence[str]) -> Blocks:
    reasons = _marked(setting.form, lettered(item, order).letters)
    why = [caption(translate("Handouts", "Why?")), {"kind": "choices", "shape": "circle", "items": reasons}]
    return [_judgements(), *(why if reasons else [])]


def _true_false_marks(setting: Setting, item: TrueFalse, order: Sequence[str]) -> Blocks:
    return [_judgements(), *(_option_marks(setting, item, order) if item.reasons else [])]


def _number_place(_setting: Setting, item: Numeric, _order: Sequence[str]) -> Blocks:
    words = translate("Handouts", "Your number, in: %1").replace("%1", item.unit)
    return [{"kind": "named-lines", "items": [words]}]


def _items(setting: Setting, item: Ordering, order: Sequence[str]) -> Blocks:
    parts = _marked(setting.form, lettered(item, order).letters)
    return [{"kind": "choices", "shape": "none", "items": parts}]


def _order_place(_setting: Setting, item: Ordering, _order: Sequence[str]) -> Blocks:
    words = translate("Handouts", "Write the letters in the right order.")
    return [caption(words), _slots([f"{number}." for number in range(1, len(item.items) + 1)])]


def _pairs(setting: Setting, item: Matching, order: Sequence[str]) -> Blocks:
    parts = lettered(item, order)
    left, right = _marked(setting.form, parts.lines), _marked(setting.form, parts.letters)
    return [{"kind": "joined", "left": left, "right": right}]


def _letters_place(_setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    words = translate("Handouts", "Write a letter for each number.")
    return [caption(words), _slots([part.mark for part in lettered(item, order).lines])]


def _cards(setting: Setting, item: EvidenceSort, order: Sequence[str]) -> Blocks:
    parts, names = lettered(item, order), pile_words(item)
    piles = [part._replace(text=names[part.id]) for part in parts.letters]
    return [
        {"kind": "choices", "shape": "none", "items": _marked(setting.form, piles)},
        {"kind": "choices", "shape": "none", "items": _marked(setting.form, parts.lines)},
    ]


def _one_line(_setting: Setting, _item: QuestionBase, _order: Sequence[str]) -> Blocks:
    return [lines(1)]


def _gapped(setting: Setting, item: Cloze, _order: Sequence[str]) -> Blocks:
    numbers = {gap.id: number for number, gap in enumerate(item.gaps, 1)}
    text = "".join(piece if isinstance(piece, str) else f"({numbers[piece.id]}){_BLANK}" for piece in pieces(item))
    spans = [{"text": setting.form.style.refine(text), "strong": False, "emphasis": False}]
    return [{"kind": "plain", "spans": spans}]


def _gaps_place(_setting: Setting, item: Cloze, _order: Sequence[str]) -> Blocks:
    return [{"kind": "named-lines", "items": [f"({number})" for number in range(1, len(item.gaps) + 1)]}]


def _memo_place(_setting: Setting, _item: OpenMemo, _order: Sequence[str]) -> Blocks:
    return [lines(_MEMO_LINES)]


def _axis_place(setting: Setting, item: TimelinePlacement, _order: Sequence[str]) -> Blocks:
    first, last = parse(item.start).earliest, parse(item.end).latest
    ticks = [
        {
            "at": (tick.day - first) / (last - first),
            "text": formats.year(tick.year) if tick.is_year else formats.month(tick.month, tick.year, short=True),
        }
        for tick in date_ticks(first, last, _TICKS)
    ]
    words = translate("Handouts", "Mark the day on the line, and write the date.")
    return [setting.form.small(words), {"kind": "axis", "ticks": ticks}, lines(1)]


def _map_place(setting: Setting, item: MapLocation, _order: Sequence[str]) -> Blocks:
    picture = setting.maps.get(item.id)
    words = translate("Handouts", "Mark the place on the map with a cross.")
    return [setting.form.small(words), picture] if picture is not None else [lines(2)]


# Any: each function takes its own kind of question, as in the table of kinds.
_Write = Callable[[Setting, Any, Sequence[str]], Blocks]
_ASKED: Mapping[type[QuestionBase], tuple[_Write, _Write]] = {
    SingleChoice: (_options, _option_marks),
    MultipleResponse: (_options, _option_marks),
    TrueFalse: (_true_false, _true_false_marks),
    Numeric: (_nothing, _number_place),
    Ordering: (_items, _order_place),
    Matching: (_pairs, _letters_place),
    ShortAnswer: (_nothing, _one_line),
    Cloze: (_gapped, _gaps_place),
    EvidenceSort: (_cards, _letters_place),
    OpenMemo: (_nothing, _memo_place),
    TimelinePlacement: (_nothing, _axis_place),
    MapLocation: (_nothing, _map_place),
}
"""How every kind is asked, and where it is answered."""
