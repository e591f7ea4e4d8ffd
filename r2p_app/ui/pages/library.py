"""Library: glossary, people and bodies, places, documents, sources. Each record with everything that refers to it.

`r2p://library/source?case=rwanda&q=inquiry#un-inquiry-1999` shows a shelf, what is looked for, and a record.
"""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMenu, QScrollArea, QSizePolicy, QWidget

from r2p_app.content.links import Link
from r2p_app.content.model import Source
from r2p_app.export.citations import FORMATS
from r2p_app.store.errors import StoreError
from r2p_app.store.files import write_bytes
from r2p_app.ui.bars import BarArea
from r2p_app.ui.export.saving import FileKind, ask_target, fault_words
from r2p_app.ui.format import plural
from r2p_app.ui.library.list import ShelfDelegate, ShelfModel
from r2p_app.ui.library.shelves import SHELVES, Row, chosen, rows
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.record_card import RecordCard
from r2p_app.ui.widgets.toggles import Toggles

_BESIDE = 820
"""Pixels at 100 % text below which the record stands under the list."""


_LEAST = 210
"""Pixels at 100 % text of list and record; where there is less room the page scrolls."""


def _scrolled(inner: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    made.setProperty("page", True)
    made.setWidget(inner)
    return made


class LibraryPage(Page):
    """The shelves, a list, and the record that is chosen in it."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._rows: tuple[Row, ...] = ()
        self._shelf = -1
        self.card: RecordCard | None = None
        self.bars = BarArea()
        self._build_head()
        self._build_list()
        self._build_layout()
        self._show_shelf(0)

    def show_link(self, link: Link) -> None:
        """Show a shelf, what is looked for on it, and a record; a record that is filtered out takes the filter back."""
        kinds = [shelf.kind for shelf in SHELVES]
        shelf = kinds.index(link.parts[0]) if link.parts and link.parts[0] in kinds else 0
        self.shelves.choose(shelf)
        case = link.value("case")
        self.case.choose(self._cases.index(case) if case in self._cases else 0)
        with QSignalBlocker(self.words):
            self.words.setText(link.value("q"))
        self._show_shelf(shelf)
        if link.fragment and self.model.place_of(link.fragment) < 0 and any(r.id == link.fragment for r in self._rows):
            self.case.choose(0)
            self.words.clear()
        self._select(link.fragment)

    def place(self) -> Link:
        """Return the link to what is shown."""
        found = (("case", self._cases[max(self.case.index, 0)]), ("q", self.words.text().strip()))
        query = tuple((name, value) for name, value in found if value)
        return Link("library", (SHELVES[self._shelf].kind,), query, self.selected)

    def refresh(self, _changes: Changes) -> None:
        """Show new content at the same place."""
        place, self._shelf = self.place(), -1
        self.show_link(place)

    def first_focus(self) -> QWidget:
        """The words to look for."""
        return self.words

    @property
    def selected(self) -> str:
        """The record that is chosen, "" for none."""
        index = self.list.currentIndex()
        return self.model.rows[index.row()].id if index.isValid() else ""

    def _build_head(self) -> None:
        cases = self.state.library.cases
        self._cases = ("", *(case.id for case in cases))
        self.shelves = Toggles([shelf.words for shelf in SHELVES], self.tr("Shelf"))
        self.case = Toggles([self.tr("All cases"), *(case.title for case in cases)], self.tr("Case"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find words"))
        self.words.setAccessibleName(self.tr("Find words in the library"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(current().px(200))
        self.count = label("", TextRole.SMALL, tone="muted")
        self.export = button(self.tr("Export these sources"), "secondary")
        menu = QMenu(self.export)
        for suffix, (name, _) in FORMATS.items():
            menu.addAction(name).setData(suffix)
        menu.triggered.connect(self._on_menu_triggered)
        self.export.setMenu(menu)
        self.shelves.chosen.connect(self._on_shelves_chosen)
        self.case.chosen.connect(self._on_filter_changed)
        self.words.textChanged.connect(self._on_filter_changed)

    def _build_list(self) -> None:
        self.model = ShelfModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ShelfDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(current().px(_LEAST))
        self.list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self.nothing = label(self.tr("Nothing here matches. Choose all cases, or take words away."), tone="muted")
        self.view = _scrolled(QWidget())
        self.view.setProperty("page", False)  # it lies on a card
        self.view.setMinimumHeight(current().px(_LEAST))

    def _build_layout(self) -> None:
        tools = FoldingRow(_BESIDE, spacing=4 * GRID)
        tools.addWidget(self.case, 3)
        tools.addWidget(self.words, 2)
        line = row(self.count)
        line.addStretch(1)
        line.addWidget(self.export)
        holder = QWidget()
        column(self.list, self.nothing, into=holder).setStretch(0, 1)
        body = FoldingRow(_BESIDE, spacing=5 * GRID)
        body.addWidget(holder, 2)
        frame = Card()
        frame.body.setContentsMargins(GRID, 3 * GRID, GRID, GRID)
        frame.body.addWidget(self.view)
        body.addWidget(frame, 3)
        inner = QWidget()
        box = column(label(self.tr("Library"), TextRole.H1), self.shelves, into=inner, spacing=3 * GRID)
        box.setContentsMargins(9 * GRID, 6 * GRID, 9 * GRID, 4 * GRID)
        column(self.bars, _scrolled(inner), into=self, spacing=0)
        box.addLayout(tools)
        box.addLayout(line)
        box.addLayout(body, 1)

    def _show_shelf(self, place: int) -> None:
        if place != self._shelf:
            self._shelf = place
            self._rows = rows(self.state.library, SHELVES[place])
            self.list.setAccessibleName(SHELVES[place].words)
        self.export.setVisible(SHELVES[place].type is Source)
        self._apply()

    def _apply(self) -> None:
        kept = self.selected
        found = chosen(self._rows, self._cases[max(self.case.index, 0)], self.words.text())
        self.model.show_rows(found)
        self.count.setText(plural(self.tr("%n record(s)", "", len(found))))
        self.nothing.setVisible(not found)
        self.export.setEnabled(bool(found))
        self._select(kept)

    def _select(self, item_id: str) -> None:
        """Choose a record; where it is not shown, the first."""
        place = max(self.model.place_of(item_id), 0)
        self.list.setCurrentIndex(self.model.index(place))
        if not self.model.rows:
            self._show_card("")

    def _show_card(self, item_id: str) -> None:
        self.card = RecordCard(self.state.library, item_id) if item_id else None
        if self.card is None:
            self.view.setWidget(QWidget())
            return
        self.card.link_requested.connect(self.link_requested)
        self.view.setWidget(self.card)

    @Slot(int)
    def _on_shelves_chosen(self, place: int) -> None:
        self._show_shelf(place)
        self.announced.emit(self.count.text())
        self.place_changed.emit()

    @Slot()
    def _on_filter_changed(self) -> None:
        self._apply()
        self.announced.emit(self.count.text())
        self.place_changed.emit()

    @Slot(QModelIndex, QModelIndex)
    def _on_list_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._show_card(self.model.rows[index.row()].id)
            self.place_changed.emit()

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        suffix = str(action.data())
        name, write = FORMATS[suffix]
        target = ask_target(self, self.state.preferences, self.tr("sources"), FileKind(suffix, name))
        if target is None:
            return
        found = [self.state.library.get(each.id, Source) for each in self.model.rows]
        try:
            write_bytes(target, write(found).encode())
        except StoreError as error:
            self.bars.show_message("library", " ".join(fault_words(error)), urgent=True)
        else:
            self.bars.show_message("library", self.tr("Saved as %1.").replace("%1", str(target)))
