"""A comparison as cards, one for each question: where there is no room for columns."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import Comparison, ComparisonRow
from r2p_app.ui.compare.answers import Behind
from r2p_app.ui.compare.change import ChangeTag
from r2p_app.ui.compare.model import answer_text, case_of
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.follow import Anchor
from r2p_app.ui.widgets.gradual import Gradual
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
        self,
        library: Library,
        comparison: Comparison,
        row: ComparisonRow,
        behind: Behind,
        *,
        opener: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.row = row
        self._library, self._comparison, self._behind = library, comparison, behind
        self.behind: RecordBody | None = None
        self.setAccessibleName(row.question)
        self.body.setSpacing(3 * GRID)
        self.body.addWidget(label(refine(row.question), TextRole.H3))
        if row.change is not None:
            self.body.addWidget(ChangeTag(row.change), 0, Qt.AlignmentFlag.AlignLeft)
        self._words: dict[str, QLabel] = {}
        self._add_answers()
        self.opener = button(opener, "link")
        self.opener.setCheckable(True)
        self.opener.setAccessibleName(f"{self.opener.text()}: {row.question}")
        self.opener.toggled.connect(self._on_opener_toggled)
        self.body.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)

    def replace(self, row: ComparisonRow) -> None:
        """Show other answers."""
        self.row = row
        for each in self._comparison.columns:
            self._words[each.id].setText(answer_text(row, each) or self.tr("no answer"))

    def _add_answers(self) -> None:
        for each in self._comparison.columns:
            case = case_of(self._library, each)
            tone = (case.colour or case.id) if case is not None else ""
            words = self._words[each.id] = label(answer_text(self.row, each) or self.tr("no answer"))
            name = label(refine(each.title), TextRole.BODY_STRONG, tone=tone)
            self.body.addLayout(column(name, words, spacing=GRID))

    @Slot(bool)
    def _on_opener_toggled(self, is_open: bool) -> None:
        if is_open and self.behind is None:
            self.behind = self._behind(self.row, False)
            self.behind.link_requested.connect(self.link_requested)
            self.body.addWidget(self.behind)
        if self.behind is not None:
            self.behind.setVisible(is_open)
        if is_open:
            self.opened.emit()


class ComparisonCards(ScrollPage):
    """The questions of a comparison, one card each, made gradually.

    Signals:
        link_requested: A record or a source was chosen.
        row_chosen: The person opened this `ComparisonRow`.
    """

    link_requested = Signal(str)
    row_chosen = Signal(object)

    def __init__(
        self,
        library: Library,
        comparison: Comparison,
        behind: Behind,
        *,
        head: QWidget,
        opener: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._library, self._comparison, self._behind = library, comparison, behind
        self._opener = opener or self.tr("Explanation and sources")
        self._anchor = Anchor(self)
        self.cards: list[RowCard] = []
        self._box = column(spacing=4 * GRID)
        self.body.addWidget(head)
        self.body.addLayout(self._box)
        self.body.addStretch(1)
        self._making = Gradual(self._steps(), self)
        self._making.start(at_once=2)

    def opener(self, row_id: str) -> QPushButton | None:
        """Return the button of a row, of the first where the row is not known."""
        found = self._card(row_id)
        return (found or self.cards[0]).opener if self.cards else None

    def go_to(self, row_id: str) -> None:
        """Bring a card to the top of the view."""
        if (card := self._card(row_id)) is not None:
            self._anchor.hold(card)

    def replace(self, comparison: Comparison) -> None:
        """Show other answers to the same questions in the same columns."""
        self.complete()
        self._comparison = comparison
        for card, row in zip(self.cards, comparison.rows, strict=True):
            card.replace(row)

    def complete(self) -> None:
        """Make every card now."""
        self._making.complete()

    def _card(self, row_id: str) -> RowCard | None:
        if any(row.id == row_id for row in self._comparison.rows):
            self._making.make_until(lambda: any(card.row.id == row_id for card in self.cards))
        return next((card for card in self.cards if card.row.id == row_id), None)

    def _steps(self) -> Iterator[None]:
        for row in self._comparison.rows:
            self._add_card(RowCard(self._library, self._comparison, row, self._behind, opener=self._opener))
            yield

    def _add_card(self, card: RowCard) -> None:
        card.link_requested.connect(self.link_requested)
        card.opened.connect(self._on_card_opened)
        self.cards.append(card)
        self._box.addWidget(card)

    @Slot()
    def _on_card_opened(self) -> None:
        card = self.sender()
        if isinstance(card, RowCard) and card.behind is not None:
            self.row_chosen.emit(card.row)
