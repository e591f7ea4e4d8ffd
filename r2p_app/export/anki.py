"""Questions as a deck for Anki (`.apkg`): one note each, with ids that stay, so that a second import updates the first.

Anki knows three ways to ask: show and recall, type, fill a gap. A short answer is typed, a text with gaps stays one;
every other kind is shown with its options, and answered on the back with every reason and the sources.
"""

import itertools
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from importlib import import_module
from io import BytesIO
from typing import Any, NamedTuple

from r2p_app.content.citations import citation_text
from r2p_app.content.library import Citation, Library
from r2p_app.content.model import Case
from r2p_app.content.questions import (
    Cloze,
    EvidenceSort,
    Gap,
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
from r2p_app.export.cells import plain
from r2p_app.learning.questions import kind_of
from r2p_app.learning.questions.cloze import pieces
from r2p_app.learning.questions.matching import right_sides

_DECK = 0x52325000
"""The ids of decks begin here; Anki wants them between 2^30 and 2^31."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on cards in the language of the reader."""

    true: str
    false: str
    reason: str
    piles: Callable[[EvidenceSort], Mapping[str, str]]
    date: Callable[[str], str]
    number: Callable[[Numeric, float], str]
    within: Callable[[Numeric], str]
    place: Callable[[MapLocation], str]
    also: str
    rubric: str
    sources: str


class Sides(NamedTuple):
    """A note before it is Anki's: HTML for the front, the answer and what explains it; `typed` where one types."""

    front: str
    answer: str
    explanation: str = ""
    typed: str = ""
    is_cloze: bool = False


def _list(items: Iterable[str], tag: str = "ul") -> str:
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def _text(text: str) -> str:
    return escape(plain(text))


def _asked(question: QuestionBase, *items: str) -> str:
    return f"<p>{_text(question.prompt)}</p>" + (_list(items) if items else "")


def _reasons(parts: Iterable[tuple[str, str]]) -> str:
    return _list(f"<b>{_text(text)}</b>: {_text(why)}" for text, why in parts)


def _options(options: Sequence[Option]) -> tuple[str, str, str]:
    """Return the options, those that are right, and why each is or is not, as HTML."""
    right = "; ".join(_text(option.text) for option in options if option.correct)
    shown = sorted(_text(option.text) for option in options)  # the author's order may tell the answer
    return _list(shown), right, _reasons((option.text, option.rationale) for option in options)


def _choice(question: SingleChoice | MultipleResponse, _words: Words) -> Sides:
    shown, right, reasons = _options(question.options)
    return Sides(_asked(question) + shown, right, reasons)


def _true_false(question: TrueFalse, words: Words) -> Sides:
    shown, right, reasons = _options(question.reasons)
    judged = words.true if question.answer else words.false
    told = _reasons(((words.true, question.when_true), (words.false, question.when_false)))
    asked = _asked(question, escape(words.true), escape(words.false))
    if not question.reasons:
        return Sides(asked, escape(judged), told)
    return Sides(f"{asked}<p>{escape(words.reason)}</p>{shown}", f"{escape(judged)}: {right}", told + reasons)


def _numeric(question: Numeric, words: Words) -> Sides:
    value = escape(words.number(question, question.value))
    mistakes = _reasons((words.number(question, m.value), m.rationale) for m in question.mistakes)
    within = f"<p>{escape(words.within(question))}</p>" if question.tolerance else ""
    return Sides(_asked(question), value, within + (mistakes if question.mistakes else ""))


def _ordering(question: Ordering, words: Words) -> Sides:
    shown = sorted(_text(item.text) for item in question.items)
    dated = [(f"{item.text} ({words.date(item.date)})" if item.date else item.text) for item in question.items]
    return Sides(
        _asked(question, *shown),
        _list(map(_text, dated), "ol"),
        _reasons((item.text, item.rationale) for item in question.items),
    )


def _matching(question: Matching, _words: Words) -> Sides:
    lefts = [_text(pair.left) for pair in question.pairs]
    rights = sorted(_text(text) for text in right_sides(question).values())
    return Sides(
        _asked(question, *lefts) + _list(rights),
        _list(f"{_text(pair.left)}: <b>{_text(pair.right)}</b>" for pair in question.pairs),
        _reasons((pair.left, pair.rationale) for pair in question.pairs),
    )


def _short(question: ShortAnswer, words: Words) -> Sides:
    first, *others = question.accepted
    also = f"<p>{escape(words.also)}: {'; '.join(map(_text, others))}</p>" if others else ""
    mistakes = _reasons((mistake.text, mistake.rationale) for mistake in question.mistakes)
    return Sides(_asked(question), _text(first), also + (mistakes if question.mistakes else ""), typed=plain(first))


def _cloze(question: Cloze, _words: Words) -> Sides:
    numbers = {gap.id: number for number, gap in enumerate(question.gaps, start=1)}
    text = "".join(
        f"{{{{c{numbers[piece.id]}::{escape(piece.accepted[0])}}}}}" if isinstance(piece, Gap) else escape(piece)
        for piece in pieces(question)
    )
    reasons = _reasons((gap.accepted[0], gap.rationale) for gap in question.gaps)
    return Sides(f"{_asked(question)}<p>{text}</p>", "", reasons, is_cloze=True)


def _sort(question: EvidenceSort, words: Words) -> Sides:
    piles = words.piles(question)
    laid = (
        f"<b>{escape(name)}</b>" + _list(_text(card.text) for card in question.cards if card.belongs == pile)
        for pile, name in piles.items()
        if any(card.belongs == pile for card in question.cards)
    )
    shown = sorted(_text(card.text) for card in question.cards)
    return Sides(
        _asked(question, *shown) + _list(map(escape, piles.values())),
        _list(laid),
        _reasons((card.text, card.rationale) for card in question.cards),
    )


def _memo(question: OpenMemo, words: Words) -> Sides:
    points = f"<p>{escape(words.rubric)}</p>" + _list(map(_text, question.rubric))
    return Sides(_asked(question), _text(question.model_answer), points)


def _timeline(question: TimelinePlacement, words: Words) -> Sides:
    return Sides(_asked(question), escape(words.date(question.date)))


def _map(question: MapLocation, words: Words) -> Sides:
    return Sides(_asked(question), escape(words.place(question)))


# Any: each function takes its own kind of question, as in the table of kinds.
SIDES: Mapping[type[QuestionBase], Callable[[Any, Words], Sides]] = {
    SingleChoice: _choice,
    MultipleResponse: _choice,
    TrueFalse: _true_false,
    Numeric: _numeric,
    Ordering: _ordering,
    Matching: _matching,
    ShortAnswer: _short,
    Cloze: _cloze,
    EvidenceSort: _sort,
    OpenMemo: _memo,
    TimelinePlacement: _timeline,
    MapLocation: _map,
}
"""How every kind of question is put on a card."""

_FIELDS = ("Question", "Answer", "Explanation", "Sources", "Id")
_BACK = "{{FrontSide}}<hr id=answer><p><b>{{Answer}}</b></p>{{Explanation}}<p class=sources>{{Sources}}</p>"
_CSS = """.card { font-family: serif; font-size: 20px; line-height: 1.4; max-width: 40em; margin: auto; }
.sources { font-size: 15px; opacity: 0.8; }
.cloze { font-weight: bold; }"""


class _NoteType(NamedTuple):
    """A note type of Anki. Its id stays for ever: by it a later import finds the notes of an earlier one."""

    id: int
    name: str
    front: str
    back: str
    is_cloze: bool = False


_RECALL = _NoteType(1_379_052_161, "R2P: recall", "{{Question}}", _BACK)
_TYPE = _NoteType(1_379_052_162, "R2P: type", "{{Question}}{{type:Answer}}", _BACK)
_FILL = _NoteType(
    1_379_052_163,
    "R2P: gaps",
    "{{cloze:Question}}",
    "{{cloze:Question}}<hr id=answer>{{Explanation}}<p class=sources>{{Sources}}</p>",
    is_cloze=True,
)


def anki_package(library: Library, questions: Sequence[QuestionBase], words: Words, *, at: float) -> bytes:
    """Return an `.apkg` with a deck for every case; `at` is when it was made, in seconds since 1970."""
    anki = _anki()
    models = {kind: _model(kind) for kind in (_RECALL, _TYPE, _FILL)}
    decks: dict[str, Any] = {}
    for question in questions:
        case = library.case_of(question.id)
        if case not in decks:
            decks[case] = _deck(library, case)
        sides = SIDES[type(question)](question, words)
        note = anki.Note(
            model=models[_note_type(sides)],
            fields=_fields(library, question, sides, words),
            guid=anki.guid_for(library.pack.id, question.id),
            tags=[f"r2p::{case or 'shared'}", f"kind::{kind_of(question).name}", f"objective::{question.objective}"],
        )
        decks[case].add_note(note)
    return _packed(anki.Package(list(decks.values())), at)


def _anki() -> Any:
    """Return the library, imported only now: most sessions never need it."""
    return import_module("genanki")  # Any: it has no types


def _packed(package: Any, at: float) -> bytes:
    """Write the database in memory: the library itself would leave a temporary file behind."""
    with closing(sqlite3.connect(":memory:")) as connection:
        package.write_to_db(connection.cursor(), at, itertools.count(int(at * 1000)))
        connection.commit()
        data = connection.serialize()
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("collection.anki2"), data, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("media"), "{}")
    return made.getvalue()


def _note_type(sides: Sides) -> _NoteType:
    return _FILL if sides.is_cloze else _TYPE if sides.typed else _RECALL


def _fields(library: Library, question: QuestionBase, sides: Sides, words: Words) -> list[str]:
    cited = " ".join(citation_text(library, Citation.parse(source)) for source in question.sources)
    why = f"<p>{_text(question.rationale)}</p>" if question.rationale else ""
    note = f"<p><i>{_text(question.content_note)}</i></p>" if question.content_note else ""
    answer = escape(sides.typed) if sides.typed else sides.answer
    return [f"{note}{sides.front}", answer, why + sides.explanation, escape(f"{words.sources}: {cited}"), question.id]


def _model(kind: _NoteType) -> Any:
    model = _anki().Model
    return model(
        kind.id,
        kind.name,
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": kind.name, "qfmt": kind.front, "afmt": kind.back}],
        css=_CSS,
        model_type=model.CLOZE if kind.is_cloze else model.FRONT_BACK,
    )


def _deck(library: Library, case: str) -> Any:
    pack, known = library.pack, library.find(case, Case)
    number = int.from_bytes(blake2b(f"{pack.id}/{case}".encode(), digest_size=3).digest())
    by = f"{', '.join(pack.authors)}. {pack.licence}"
    title = f"{pack.title}::{known.title}" if known is not None else pack.title
    return _anki().Deck(_DECK + number, title, by)
