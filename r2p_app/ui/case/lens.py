"""Prevent, react, rebuild: what was tried in a case and what was missed, and the events that show it."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from r2p_app.content.dates import parse
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Event, Responsibility
from r2p_app.content.teaching import LensEntry
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.state import AppState
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ResponsibilityMark, column, label, row
from r2p_app.ui.widgets.focus_page import FocusPage
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.gradual import Gradual
from r2p_app.ui.widgets.records.body import RecordBody

_FOLD = 840
"""Pixels at 100 % text below which the three stand one under the other."""


class LensTab(CaseTab):
    """Three columns, one for each responsibility."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        self.page = FocusPage(self.tr("Prevent, react, rebuild"))
        self.page.body.addWidget(label(self._lead(case), tone="muted"))
        self.cards = [_LensCard(state.library, entry) for entry in _in_order(state.library, case)]
        fold = FoldingRow(_FOLD, spacing=4 * GRID)
        for card in self.cards:
            card.text.link_requested.connect(self.link_requested)
            fold.addWidget(card, 1)
        self.page.body.addLayout(fold)
        self.page.body.addStretch(1)
        column(self.page, into=self)
        Gradual(self._complete(), self, turn=0).start(at_once=0)

    def show_link(self, _link: Link) -> None:
        """Everything is seen at once."""

    def first_focus(self) -> QWidget:
        """The page, so that the keys which scroll do so at once."""
        return self.page

    def _complete(self) -> Iterator[None]:
        """Set what stands lower, once what stands higher is seen."""
        for card in self.cards:
            card.complete()
            yield

    def _lead(self, case: Case) -> str:
        if case.kind == "doctrine":
            return self.tr("The three responsibilities of the report of 2001, and what became of each.")
        return self.tr(
            "The three responsibilities of the report of 2001, used in retrospect to look at the whole of the case."
        )


class _LensCard(Card):
    def __init__(self, library: Library, entry: LensEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        word = enum_label(entry.responsibility)
        self.setAccessibleName(word)
        head = row(ResponsibilityMark(entry.responsibility.value), label(word, TextRole.H2), spacing=2 * GRID)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self.text = RecordBody(library)
        for heading, items in ((self.tr("What was tried"), entry.tried), (self.tr("What was missed"), entry.missed)):
            if items:
                self.text.heading(heading)
                self.text.items(items)
        self.body.addWidget(self.text)
        self.body.addStretch(1)
        self._library, self._entry = library, entry

    def complete(self) -> None:
        """Add events and sources."""
        self.text.links(self.tr("Events"), _by_date(self._library, self._entry.events))
        self.text.sources(self._entry.sources)


def _in_order(library: Library, case: Case) -> list[LensEntry]:
    order = tuple(Responsibility)
    return sorted(library.all(LensEntry, case.id), key=lambda entry: order.index(entry.responsibility))


def _by_date(library: Library, ids: Sequence[str]) -> list[str]:
    events = (library.find(item_id, Event) for item_id in ids)
    found = sorted((event for event in events if event is not None), key=lambda event: parse(event.date).earliest)
    return [event.id for event in found]
