"""Cards to cut out: what is to be put in order or in piles, and the evidence of a decision; with their solution."""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication

from r2p_app.content.model import Event
from r2p_app.content.questions import EvidenceSort, Matching, Ordering, QuestionBase
from r2p_app.content.teaching import DecisionPoint
from r2p_app.export.paper.blocks import Json
from r2p_app.export.paper.handouts.lettered import key_marks, letter, lettered
from r2p_app.export.paper.handouts.parts import CardSheets, Section
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.export.paper.handouts.versions import Version
from r2p_app.ui.format import date, locale
from r2p_app.ui.lab.words import form_label
from r2p_app.ui.paper.asked import Blocks, Setting
from r2p_app.ui.paper.frieze import chosen
from r2p_app.ui.paper.words import citations, dotted, kicker, provenance, source_line
from r2p_app.ui.quiz.words import pile_words

translate = QCoreApplication.translate

Sheets = Section | CardSheets

_SMALL_ROWS = 6
"""Rows of cards that only bear a few words."""


def sort_sheets(setting: Setting, subject: Subject, version: Version, *, answers: bool) -> list[Sheets]:
    """Return cards for the events and for every question whose parts are laid out; with their solution, if wanted."""
    made: list[Sheets] = []
    solved: Blocks = []
    for item in subject.sorted:
        made.append(_sheets(item.prompt, _SORTED[type(item)](setting, item, version.order(item)), _SMALL_ROWS))
        solved += _solved(setting, item, version.order(item))
    events = chosen(subject.events)
    if len(events) > 1:
        shuffled = _shuffled(events, subject.seed)
        title = translate("Handouts", "Sort cards: %1").replace("%1", subject.title)
        made.append(_sheets(title, _events(setting, shuffled)))
        solved += _events_solved(setting, events, shuffled)
    cited = [text for event in events for text in event.sources]
    cited += [text for item in subject.sorted for text in item.sources]
    title = translate("Handouts", "Solution: %1") if answers else translate("Handouts", "Sort cards: %1")
    made.append(
        Section(
            title=title.replace("%1", subject.title),
            kicker=kicker(subject, Handout.SORT_CARDS),
            blocks=solved if answers else (),
            sources=citations(setting.library, cited),
        )
    )
    return made


def evidence_sheets(setting: Setting, subject: Subject) -> list[Sheets]:
    """Return a card for everything that was known on the day, decision by decision."""
    made: list[Sheets] = []
    for decision in subject.decisions:
        title = dotted((decision.title, date(decision.date)))
        made.append(
            _sheets(title, [_evidence(setting, decision, place) for place in range(len(decision.known_then))], 3)
        )
    cited = (text for decision in subject.decisions for fact in decision.known_then for text in fact.sources)
    made.append(
        Section(
            title=translate("Handouts", "Evidence cards: %1").replace("%1", subject.title),
            kicker=kicker(subject, Handout.EVIDENCE_CARDS),
            sources=citations(setting.library, cited),
        )
    )
    return made


def _sheets(title: str, cards: Sequence[Json], rows: int = 4) -> CardSheets:
    return CardSheets(title, cards, translate("Handouts", "Cut along the dashed lines."), rows=rows)


def _evidence(setting: Setting, decision: DecisionPoint, place: int) -> Json:
    fact = decision.known_then[place]
    body = [fact.fact, provenance(fact)]
    head = dotted((date(fact.date), form_label(fact.form)))
    foot = source_line(setting.library, fact.sources)
    return setting.form.card(mark=str(place + 1), kicker=head, body=body, foot=foot)


def _shuffled(events: Sequence[Event], seed: int) -> list[Event]:
    """Shuffle, and never leave the right order."""
    shuffled = list(events)
    Random(seed).shuffle(shuffled)
    return shuffled if shuffled != list(events) else [*shuffled[1:], shuffled[0]]


def _events(setting: Setting, events: Sequence[Event]) -> list[Json]:
    return [
        setting.form.card(mark=letter(place), title=event.title, body=[_untold(event.summary)])
        for place, event in enumerate(events)
    ]


def _untold(text: str) -> str:
    """Return a text without its sentences that give a date away."""
    months = "|".join(re.escape(locale().monthName(month)) for month in range(1, 13))
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z“])", text)
    return " ".join(one for one in sentences if not re.search(rf"\b(?:{months})\b|\b(?:1[89]|20)\d\d\b", one))


def _events_solved(setting: Setting, events: Sequence[Event], shuffled: Sequence[Event]) -> Blocks:
    marks = {event.id: letter(place) for place, event in enumerate(shuffled)}
    head = [translate("Handouts", "Card"), translate("Handouts", "Date"), translate("Handouts", "Event")]
    rows = [[marks[event.id], date(event.date), event.title] for event in events]
    heading = setting.form.heading(translate("Handouts", "The events in order"))
    return [heading, setting.form.table(head, rows, [0, 1, 2.4])]


def _items(setting: Setting, item: Ordering, order: Sequence[str]) -> list[Json]:
    return [setting.form.card(mark=part.mark, title=part.text) for part in lettered(item, order).letters]


def _cards(setting: Setting, item: EvidenceSort, order: Sequence[str]) -> list[Json]:
    names = pile_words(item)
    parts = lettered(item, order)
    heads = [
        setting.form.card(mark=part.mark, kicker=translate("Handouts", "Pile"), title=names[part.id])
        for part in parts.letters
    ]
    return heads + [setting.form.card(mark=part.mark, body=[part.text]) for part in parts.lines]


def _pairs(setting: Setting, item: Matching, order: Sequence[str]) -> list[Json]:
    parts = lettered(item, order)
    return [setting.form.card(mark=part.mark, title=part.text) for part in parts.lines] + [
        setting.form.card(mark=part.mark, body=[part.text]) for part in parts.letters
    ]


# Any: each function takes its own kind of question, as in the table of kinds.
_SORTED: Mapping[type[QuestionBase], Callable[[Setting, Any, Sequence[str]], list[Json]]] = {
    Ordering: _items,
    EvidenceSort: _cards,
    Matching: _pairs,
}


def _solved(setting: Setting, item: QuestionBase, order: Sequence[str]) -> Blocks:
    form = setting.form
    return [form.heading(item.prompt), form.plain(" · ".join(key_marks(item, order))), form.plain(item.rationale)]
