"""One comparison: a table with what is behind the chosen row beside it, or cards where columns have no room."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.content.library import Library
from r2p_app.content.teaching import Comparison, ComparisonRow
from r2p_app.ui.compare.answers import AnswerPanel, Behind
from r2p_app.ui.compare.cards import ComparisonCards
from r2p_app.ui.compare.table import ComparisonTable
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import Card, column
from r2p_app.ui.widgets.folding_row import FoldingRow

_COLUMNS_NEED, _PANEL_NEEDS = 960, 1088
"""Pixels (at 100 % text) below which columns become cards, and the panel goes under the table."""


class TableView(QWidget):
    """A comparison as a table, with what is behind the chosen row beside it, or under it where it is narrow."""

    def __init__(
        self, head: QWidget, table: ComparisonTable, panel: AnswerPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table, self.panel = table, panel
        frame = Card()
        frame.body.setContentsMargins(0, 0, 0, 0)
        frame.body.addWidget(panel)
        frame.setMinimumHeight(current().px(200))
        box = column(head, into=self, spacing=4 * GRID, margins=(9 * GRID, 7 * GRID, 9 * GRID, 7 * GRID))
        parts = FoldingRow(_PANEL_NEEDS, spacing=5 * GRID)
        parts.addWidget(table, 5)
        parts.addWidget(frame, 2)
        box.addLayout(parts, 1)


class ComparisonView(QWidget):
    """Shows a comparison as its width allows, under a head that `head` makes anew for either form.

    Signals:
        link_requested: A record, a source or a case was chosen.
        row_chosen: The person moved to this `ComparisonRow`, or opened it.
    """

    link_requested = Signal(str)
    row_chosen = Signal(object)

    def __init__(
        self,
        library: Library,
        comparison: Comparison,
        behind: Behind,
        head: Callable[[], QWidget],
        *,
        opener: str = "",
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self.comparison, self._behind, self._head = library, comparison, behind, head
        self._opener, self._row_id = opener, ""
        self.table: TableView | None = None
        self.cards: ComparisonCards | None = None
        self._box = column(into=self, spacing=0)
        self._build(width)

    def go_to(self, row_id: str) -> None:
        """Show a row; in a table an unknown one is the first."""
        self._row_id = row_id
        if self.table is not None:
            self.table.table.choose(row_id)
        elif self.cards is not None and row_id:
            self.cards.go_to(row_id)

    def replace(self, comparison: Comparison) -> None:
        """Show other answers to the same questions in the same columns; nothing moves."""
        self.comparison = comparison
        if self.table is not None:
            self.table.table.replace(comparison)
        elif self.cards is not None:
            self.cards.replace(comparison)

    def first_focus(self) -> QWidget | None:
        """The table, or the button of the card last shown."""
        if self.table is not None:
            return self.table.table
        return self.cards.opener(self._row_id) if self.cards is not None else None

    def _build(self, width: int) -> None:
        """Make the table or the cards, as the width asks."""
        for old in (self.table, self.cards):
            if old is not None:
                self._box.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.table = self.cards = None
        shown = self._build_table() if width >= current().px(_COLUMNS_NEED) else self._build_cards()
        self._box.addWidget(shown)
        shown.show()  # at once: the focus may go into it

    def _build_table(self) -> TableView:
        panel = AnswerPanel(self._behind)
        table = ComparisonTable(self._library, self.comparison)
        self.table = TableView(self._head(), table, panel)
        panel.link_requested.connect(self.link_requested)
        table.link_requested.connect(self.link_requested)
        table.row_chosen.connect(panel.show_row)
        table.row_chosen.connect(self._on_row_chosen)
        table.row_opened.connect(self._on_table_row_opened)
        return self.table

    def _build_cards(self) -> ComparisonCards:
        self.cards = ComparisonCards(
            self._library, self.comparison, self._behind, head=self._head(), opener=self._opener
        )
        self.cards.link_requested.connect(self.link_requested)
        self.cards.row_chosen.connect(self._on_row_chosen)
        return self.cards

    @Slot(object)
    def _on_row_chosen(self, row: ComparisonRow) -> None:
        self._row_id = row.id
        self.row_chosen.emit(row)

    @Slot()
    def _on_table_row_opened(self) -> None:
        """Enter goes on to what can be reached in the panel."""
        if self.table is not None and (stop := self.table.panel.first_stop()) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back from the panel to the table."""
        focus = QApplication.focusWidget()
        table, is_escape = self.table, event.key() == Qt.Key.Key_Escape
        if is_escape and table is not None and focus is not None and table.panel.isAncestorOf(focus):
            table.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between columns and cards where the width asks for it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Change between them where the size of the text asks for it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Change between them where the width was another before."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Before it is shown its width says nothing yet."""
        if not self.isVisible() or (self.width() >= current().px(_COLUMNS_NEED)) is (self.table is not None):
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._build(self.width())
        self.go_to(self._row_id)
        if had_focus and (target := self.first_focus()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
