"""Ground and Council: what happened beside what was done, case by case, each on one scale of days."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Case, Event
from r2p_app.content.teaching import Pairing
from r2p_app.timeline.delay import Pair, pairs_of
from r2p_app.timeline.strips import Days, Strip, reach, strips_of
from r2p_app.ui.compare.strip import DelayStrip
from r2p_app.ui.compare.words import scale_words, who_acted
from r2p_app.ui.delay_words import delay_length, pair_words
from r2p_app.ui.format import date
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.follow import Anchor
from r2p_app.ui.widgets.gradual import Gradual
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.toggles import Toggles
from r2p_app.ui.widgets.typeset import Typesetter


class PairCard(Card):
    """One pairing: its title and delay, the strip, both events as links, the note.

    Signals:
        link_requested: An event was chosen.
    """

    link_requested = Signal(str)

    def __init__(self, library: Library, pair: Pair, scale: Days, case: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.pairing = pair.pairing
        ground, acted, words = self.tr("On the ground"), who_acted(library, pair.council), pair_words(pair)
        self.setAccessibleName(f"{pair.pairing.title}: {words}")
        self.body.setSpacing(3 * GRID)
        head = FoldingRow(520, spacing=4 * GRID)
        head.addWidget(label(pair.pairing.title, TextRole.H3), 1)
        head.addWidget(label(words, TextRole.BODY_STRONG, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        strip = DelayStrip(Strip.of(pair), scale, lanes=(ground, acted), words=delay_length(pair.days), case=case)
        self.body.addWidget(strip)
        sides = FoldingRow(640, spacing=6 * GRID)
        sides.addWidget(self._side(ground, pair.ground), 1, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(self._side(acted, pair.council), 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(sides)
        if pair.pairing.note:
            self.body.addWidget(self._prose(partial(_write_note, pair.pairing.note)))

    def _side(self, who: str, event: Event) -> Prose:
        return self._prose(partial(_write_side, who, event))

    def _prose(self, write: partial[None]) -> Prose:
        made = Prose(write, TextRole.BODY)
        made.link_requested.connect(self.link_requested)
        return made


class PairsView(ScrollPage):
    """The pairings of all cases, or of one; the cards are made gradually.

    Signals:
        link_requested: An event or a case was chosen.
        case_chosen: The person wants to see only this case, "" for all.
    """

    link_requested = Signal(str)
    case_chosen = Signal(str)

    def __init__(self, library: Library, case_id: str, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.case_id = case_id
        self._library = library
        self._anchor = Anchor(self)
        self._goal = ""
        self.cards: list[PairCard] = []
        self._cases = [case for case in library.cases if library.all(Pairing, case.id)]
        self.filter = Toggles([self.tr("All"), *(case.title for case in self._cases)], self.tr("Case"))
        self.filter.choose(self._place_of(case_id))
        self.filter.chosen.connect(self._on_filter_chosen)
        for part in (head, self.filter):
            self.body.addWidget(part)
        self._boxes = column(spacing=4 * GRID)
        self.body.addLayout(self._boxes)
        self.body.addStretch(1)
        self._making = Gradual(self._steps(), self)
        self._making.start(at_once=1)

    def go_to(self, pairing_id: str) -> None:
        """Bring a pairing to the top of the view, once its card is made; an unknown one is the beginning."""
        self._goal = pairing_id
        self._anchor.hold(self._card(pairing_id))

    def complete(self) -> None:
        """Make every card now."""
        self._making.complete()

    def _card(self, pairing_id: str) -> PairCard | None:
        return next((card for card in self.cards if card.pairing.id == pairing_id), None)

    def _place_of(self, case_id: str) -> int:
        return next((place for place, case in enumerate(self._cases, start=1) if case.id == case_id), 0)

    def _steps(self) -> Iterator[None]:
        for case in self._cases:
            if self.case_id in {"", case.id}:
                yield from self._add_case(case)

    def _add_case(self, case: Case) -> Iterator[None]:
        pairs = pairs_of(self._library, self._library.all(Pairing, case.id))
        scale = reach(strips_of(pairs))
        tone = case.colour or case.id
        head = label(case.title, TextRole.H2, tone=tone)
        self._boxes.addLayout(column(head, label(scale_words(*scale), TextRole.SMALL, tone="muted"), spacing=GRID))
        for pair in pairs:
            self._add_card(PairCard(self._library, pair, scale, tone))
            yield

    def _add_card(self, card: PairCard) -> None:
        card.link_requested.connect(self.link_requested)
        self.cards.append(card)
        self._boxes.addWidget(card)
        if card.pairing.id == self._goal:
            self._anchor.hold(card)

    @Slot(int)
    def _on_filter_chosen(self, place: int) -> None:
        self.case_chosen.emit(self._cases[place - 1].id if place else "")


def _write_side(who: str, event: Event, setter: Typesetter) -> None:
    setter.paragraph(role=TextRole.SMALL, tone="ink-2")
    setter.text(f"{who} · {date(event.date)}")
    setter.paragraph(before=2)
    setter.link(event.title, item_link("event", event.id))


def _write_note(note: str, setter: Typesetter) -> None:
    setter.paragraph(tone="ink-2")
    write_field(setter, note)
