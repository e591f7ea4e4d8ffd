"""Compare: the same questions put to several cases or texts, and what happened beside what was done.

`r2p://compare/cmp-three-cases#row-force` shows a row, `r2p://compare/pairs/rwanda#pair-rwanda-court` a pairing.
"""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.content.teaching import Comparison, ComparisonRow, Pairing
from r2p_app.ui.compare.answers import AnswerPanel
from r2p_app.ui.compare.cards import ComparisonCards
from r2p_app.ui.compare.model import comparisons
from r2p_app.ui.compare.pairs import PairsView
from r2p_app.ui.compare.table import ComparisonTable
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles
from r2p_app.ui.widgets.typography import refine

PAIRS = "pairs"
"""The part of a link that names what happened beside what was done."""

_COLUMNS_NEED, _PANEL_NEEDS = 960, 1088
"""Pixels (at 100 % text) below which columns become cards, and the panel goes under the table."""


class TableView(QWidget):
    """A comparison as a table, with what is behind the chosen row beside it, or under it where it is narrow."""

    def __init__(self, table: ComparisonTable, panel: AnswerPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.panel = table, panel
        frame = Card()
        frame.body.setContentsMargins(0, 0, 0, 0)
        frame.body.addWidget(panel)
        frame.setMinimumHeight(current().px(200))
        self.body = column(into=self, spacing=4 * GRID, margins=(9 * GRID, 7 * GRID, 9 * GRID, 7 * GRID))
        parts = FoldingRow(_PANEL_NEEDS, spacing=5 * GRID)
        parts.addWidget(table, 5)
        parts.addWidget(frame, 2)
        self.body.addLayout(parts, 1)


class ComparePage(Page):
    """The comparisons of the content, and its pairings."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._stack = QStackedWidget()
        column(self._stack, into=self)
        self._place = Link("compare")
        self.head: QWidget | None = None
        self.selector: Toggles | None = None
        self.table: TableView | None = None
        self.cards: ComparisonCards | None = None
        self.pairs: PairsView | None = None
        self._shown: Comparison | None = None

    def show_link(self, link: Link) -> None:
        """Show a comparison, or the pairings of a case, and in it the row or pairing that the link names."""
        name = link.parts[0] if link.parts else ""
        comparison = self.state.library.find(name, Comparison)
        if name == PAIRS:
            case = self.state.library.find(link.parts[1], Case) if len(link.parts) > 1 else None
            self._show_pairs(case.id if case is not None else "", link.fragment)
        elif comparison is not None or (comparison := next(iter(comparisons(self.state.library)), None)) is not None:
            self._show_comparison(comparison, link.fragment)
        else:
            self._show_pairs("", "")

    def place(self) -> Link:
        """Return the link to what is shown, with the row chosen."""
        return self._place

    def refresh(self, _changes: Changes) -> None:
        """Show new content at the same place."""
        had_focus = self._holds_focus()
        self._clear()
        self.show_link(self._place)
        if had_focus and (target := self.first_focus()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """The table, the button of the first card, or the choice of a case."""
        if self.table is not None:
            return self.table.table
        if self.cards is not None:
            return self.cards.opener(self._place.fragment)
        return self.pairs.filter.focus_stop() if self.pairs is not None else None

    def _show_comparison(self, comparison: Comparison, row_id: str) -> None:
        if comparison is not self._shown:
            self._shown = comparison
            self._build()
        rows = [row.id for row in comparison.rows]
        row_id = row_id if row_id in rows else ""
        self._place = Link("compare", (comparison.id,), (), row_id)
        if self.table is not None:
            self.table.table.choose(row_id)
        elif self.cards is not None and row_id:
            self.cards.go_to(row_id)

    def _show_pairs(self, case_id: str, pairing_id: str) -> None:
        if self.pairs is None or self.pairs.case_id != case_id:
            self._clear()
            self.pairs = PairsView(self.state.library, case_id)
            self.pairs.link_requested.connect(self.link_requested)
            self.pairs.case_chosen.connect(self._on_pairs_case_chosen)
            title = self.tr("Ground and Council")
            lead = self.tr(
                "What happened beside what was done about it, and the days between. The strips show time and "
                "decisions, never the dead."
            )
            self._put(self.pairs, self.pairs.body, title, lead)
        known = self.state.library.find(pairing_id, Pairing)
        self._place = Link("compare", (PAIRS, case_id) if case_id else (PAIRS,), (), pairing_id if known else "")
        self.pairs.go_to(pairing_id)

    def _build(self) -> None:
        """Make the table or the cards, as the width asks."""
        comparison = self._shown
        assert comparison is not None
        self._clear()
        self._shown = comparison
        if self._has_columns():
            self._build_table(comparison)
        else:
            self._build_cards(comparison)

    def _build_table(self, comparison: Comparison) -> None:
        panel = AnswerPanel(self.state.library, comparison)
        table = ComparisonTable(self.state.library, comparison)
        self.table = TableView(table, panel)
        panel.link_requested.connect(self.link_requested)
        table.link_requested.connect(self.link_requested)
        table.row_chosen.connect(panel.show_row)
        table.row_chosen.connect(self._on_row_chosen)
        table.row_opened.connect(self._on_table_row_opened)
        self._put(self.table, self.table.body, comparison.title, comparison.introduction)

    def _build_cards(self, comparison: Comparison) -> None:
        self.cards = ComparisonCards(self.state.library, comparison)
        self.cards.link_requested.connect(self.link_requested)
        self.cards.row_chosen.connect(self._on_row_chosen)
        self._put(self.cards, self.cards.body, comparison.title, comparison.introduction)

    def _put(self, view: QWidget, body: QVBoxLayout, title: str, lead: str) -> None:
        """Show a view under a head with its title and the choice of views."""
        views = comparisons(self.state.library)
        words = [*(refine(one.title) for one in views), self.tr("Ground and Council")]
        self.selector = Toggles(words, self.tr("What to compare"))
        chosen = views.index(self._shown) if self._shown in views else len(views)
        self.selector.choose(chosen)
        self.selector.chosen.connect(self._on_selector_chosen)
        self.head = QWidget()
        column(
            label(refine(title), TextRole.H1),
            label(refine(lead), tone="muted"),
            self.selector,
            spacing=2 * GRID,
            into=self.head,
        )
        body.insertWidget(0, self.head)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def _has_columns(self) -> bool:
        """Tell whether there is room for columns; before the page is first shown it is as wide as what will hold it."""
        holder = self.parentWidget()
        width = holder.width() if holder is not None and not self.isVisible() else self.width()
        return width >= current().px(_COLUMNS_NEED)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _clear(self) -> None:
        for view in (self.table, self.cards, self.pairs):
            if view is not None:
                self._stack.removeWidget(view)
                view.hide()
                view.deleteLater()
        self.table = self.cards = self.pairs = self._shown = None

    @Slot(int)
    def _on_selector_chosen(self, place: int) -> None:
        views = comparisons(self.state.library)
        name = views[place].id if place < len(views) else PAIRS
        self.link_requested.emit(str(Link("compare", (name,))))

    @Slot(str)
    def _on_pairs_case_chosen(self, case_id: str) -> None:
        self.link_requested.emit(str(Link("compare", (PAIRS, case_id) if case_id else (PAIRS,))))

    @Slot(object)
    def _on_row_chosen(self, row: ComparisonRow) -> None:
        self._place = self._place._replace(fragment=row.id)
        self.place_changed.emit()

    @Slot()
    def _on_table_row_opened(self) -> None:
        """Enter goes on to the links of the panel."""
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

    def _fit(self) -> None:
        if self._shown is None or self._has_columns() is (self.table is not None):
            return
        had_focus, place = self._holds_focus(), self._place
        self._build()
        self.show_link(place)
        if had_focus and (target := self.first_focus()) is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
