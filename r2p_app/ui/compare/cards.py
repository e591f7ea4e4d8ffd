"""A comparison as cards, one for each question: where there is no room for columns."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import Comparison, ComparisonRow
from r2p_app.ui.compare.answers import row_body, tag
from r2p_app.ui.compare.model import answer_text, case_of, change_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.follow import Anchor, LinkFollower
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.typography import refine


class RowCard(Card):
    """A question, every answer under its name, and a button that opens what is behind them.

    Signals:
        link_requested: A record or a source was chosen.
        opened: What is behind the answers is shown.
    """

    link_requested = Signal(str)
    opened = Signal()

    def __init__(
        self, library: Library, comparison: Comparison, row: ComparisonRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.row = row
        self._library, self._comparison = library, comparison
        self.behind: RecordBody | None = None
        self.setAccessibleName(row.question)
        self.body.setSpacing(3 * GRID)
        self.body.addWidget(label(refine(row.question), TextRole.H3))
        if row.change is not None:
            holder = QWidget()
            FlowLayout(holder).addWidget(tag(change_words(row)))
            self.body.addWidget(holder)
        for name, words in self._answers():
            self.body.addLayout(column(name, words, spacing=GRID))
        self.opener = button(self.tr("Explanation and sources"), "link")
        self.opener.setCheckable(True)
        self.opener.setAccessibleName(f"{self.opener.text()}: {row.question}")
        self.opener.toggled.connect(self._on_opener_toggled)
        self.body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)

    def _answers(self) -> Iterator[tuple[QWidget, QWidget]]:
        for each in self._comparison.columns:
            case = case_of(self._library, each)
            tone = (case.colour or case.id) if case is not None else ""
            words = answer_text(self.row, each) or self.tr("no answer")
            yield label(refine(each.title), TextRole.BODY_STRONG, tone=tone), label(words)

    @Slot(bool)
    def _on_opener_toggled(self, is_open: bool) -> None:
        if is_open and self.behind is None:
            self.behind = row_body(self._library, self._comparison, self.row, with_question=False)
            self.behind.link_requested.connect(self.link_requested)
            self.body.addWidget(self.behind)
        if self.behind is not None:
            self.behind.setVisible(is_open)
        if is_open:
            self.opened.emit()


class ComparisonCards(ScrollPage):
    """The questions of a comparison, one card each.

    Signals:
        link_requested: A record or a source was chosen.
        row_chosen: The person opened this `ComparisonRow`.
    """

    link_requested = Signal(str)
    row_chosen = Signal(object)

    def __init__(self, library: Library, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._links, self._anchor = LinkFollower(self), Anchor(self)
        self.cards = [RowCard(library, comparison, row) for row in comparison.rows]
        for card in self.cards:
            card.link_requested.connect(self.link_requested)
            card.opened.connect(self._on_card_opened)
            self.body.addWidget(card)
        self.body.addStretch(1)

    def opener(self, row_id: str) -> QPushButton | None:
        """Return the button of a row, of the first where the row is not known."""
        found = next((card for card in self.cards if card.row.id == row_id), None)
        return (found or self.cards[0]).opener if self.cards else None

    def go_to(self, row_id: str) -> None:
        """Bring a card to the top of the view."""
        card = next((card for card in self.cards if card.row.id == row_id), None)
        if card is not None:
            self._anchor.hold(card)

    @Slot()
    def _on_card_opened(self) -> None:
        card = self.sender()
        if isinstance(card, RowCard) and card.behind is not None:
            self._links.follow(card.behind)
            self.row_chosen.emit(card.row)
