"""The documents of a case, in order of time: who voted how, what each says, why it matters, where it is used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from r2p_app.content.dates import parse
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.model import Case, Document
from r2p_app.ui.case.card_list import one_below_the_other
from r2p_app.ui.case.filter_tab import FilterTab
from r2p_app.ui.case.records import mentions_in, records_of
from r2p_app.ui.format import date
from r2p_app.ui.paper.handouts import record_button
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Card
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.inline import plain
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.builders import build

_FOLD = 820
"""Pixels at 100 % text below which the places of use go under the document."""


class DocumentsTab(FilterTab):
    """A card for every document."""

    batch = 1

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        found = records_of(state.library, case, Document)
        ordered = sorted(found, key=lambda one: parse(one.date).earliest)
        self._documents = {document.id: document for document in ordered}
        super().__init__(case, here, state, parent)

    def all_ids(self) -> Sequence[str]:
        """The oldest first."""
        return tuple(self._documents)

    def words(self, item_id: str) -> str:
        """Symbol, title, date, body, and what it says."""
        one = self._documents[item_id]
        points = (point.point for point in one.key_points)
        return plain(" ".join((one.symbol, one.title, date(one.date), one.body, one.summary, *points)))

    def make_head(self) -> Sequence[QWidget]:
        """The text filter."""
        self.text.setPlaceholderText(self.tr("Symbol, title, year or subject"))
        self.text.setAccessibleName(self.tr("Filter documents"))
        return (self.text,)

    def make_layout(self, holder: QWidget) -> QLayout:
        """One under the other."""
        return one_below_the_other(holder)

    def make_card(self, item_id: str) -> QWidget:
        """A document."""
        mentions = mentions_in(self.state.library, self.case, item_id)
        card = DocumentCard(self.state.library, self._documents[item_id], mentions)
        card.body.addWidget(record_button(self.state, self._documents[item_id]), 0, Qt.AlignmentFlag.AlignLeft)
        for body in card.findChildren(RecordBody):
            body.link_requested.connect(self.link_requested)
        return card


class DocumentCard(Card):
    """What is known about a document, and beside it where the case uses it."""

    def __init__(
        self, library: Library, document: Document, mentions: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(f"{document.symbol}, {document.title}")
        fold = FoldingRow(_FOLD, spacing=8 * GRID)
        fold.addWidget(build(library, document.id), 5)
        if mentions:
            used = RecordBody(library)
            used.links(self.tr("Used in"), mentions)
            fold.addWidget(used, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(fold)
