"""The palette: type a few letters, get whatever its providers find for them, and choose with the keys."""

from collections.abc import Callable, Sequence
from itertools import chain

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListView,
    QWidget,
)

from r2p_app.ui.announce import announce
from r2p_app.ui.overlay import Overlay
from r2p_app.ui.search.hit import Provider
from r2p_app.ui.search.hit_list import ROW, HitDelegate, HitModel
from r2p_app.ui.theme.frame import TOP_BAR
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label

LIMIT = 50
"""More hits than this help nobody; the last letters typed will narrow them."""

_WIDTH, _MARGIN = 640, 24
_ROWS = 10


_LIST_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class _Field(QLineEdit):
    """The line one types in; the arrows move in the list meanwhile."""

    def __init__(self, palette: "Palette") -> None:
        super().__init__(palette)
        self._palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the arrows and Enter to the list."""
        step = _LIST_KEYS.get(Qt.Key(event.key()))
        if step is not None:
            self._palette.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._palette.choose()
        else:
            super().keyPressEvent(event)


class Palette(Overlay):
    """A field and a list over the window, fed by its providers; `advice` may say more where nothing is found."""

    def __init__(
        self, host: QWidget, providers: Sequence[Provider], advice: Callable[[str], str] = lambda _typed: ""
    ) -> None:
        super().__init__(host)
        self._providers, self._advice = tuple(providers), advice
        self.setAccessibleName(self.tr("Search"))
        self.field = _Field(self)
        self.field.setPlaceholderText(self.tr("Words, “exact words”, kind:document, case:kosovo, or a command"))
        self.field.setAccessibleName(self.tr("Search everything, or type a command"))
        self.model = HitModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label("", TextRole.SMALL, tone="muted", parent=self)
        column(self.field, self.list, self.nothing, into=self, margins=(3 * GRID,) * 4)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.list.activated.connect(self._on_list_activated)
        self.list.clicked.connect(self._on_list_activated)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def open(self) -> None:
        """Show the palette, empty."""
        self.field.clear()
        self._search("")
        super().open()

    @Slot()
    def search_again(self) -> None:
        """Look for what was typed anew: there is more to be found than before."""
        if self.is_open:
            self._search(self.field.text())

    def step(self, by: int) -> None:
        """Move the selection in the list, and have it spoken."""
        row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + by))
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        if index.isValid():
            announce(self.list, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def choose(self) -> None:
        """Close, then do what the selected hit does."""
        index = self.list.currentIndex()
        if index.isValid():
            hit = self.model.hit(index.row())
            self.dismiss()
            hit.activate()

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def wanted_geometry(self, host: QRect) -> QRect:
        """Below the top bar, in the middle, no larger than the window."""
        theme = current()
        width = min(theme.px(_WIDTH), host.width() - 2 * _MARGIN)
        heights = (self.list.sizeHintForRow(row) for row in range(min(_ROWS, self.model.rowCount())))
        below = sum(heights) or self.nothing.heightForWidth(width - 6 * GRID)
        wanted = self.field.sizeHint().height() + max(below, theme.px(ROW)) + 9 * GRID
        top = TOP_BAR + 2 * GRID
        return QRect((host.width() - width) // 2, top, width, min(wanted, host.height() - top - _MARGIN))

    def _search(self, typed: str) -> None:
        found = chain.from_iterable(provider(typed) for provider in self._providers)
        hits = sorted(found, key=lambda hit: hit.rank)[:LIMIT]
        self.model.replace(hits)
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.nothing.setText(self._advice(typed) or self.tr("Nothing was found for “%1”.").replace("%1", typed))
        self.list.setCurrentIndex(self.model.index(0))
        self.fit()

    @Slot(str)
    def _on_field_text_changed(self, typed: str) -> None:
        self._search(typed)
        count = self.model.rowCount()
        announce(self.list, self.tr("%n found", "", count) if count else self.nothing.text())

    @Slot()
    def _on_list_activated(self) -> None:
        self.choose()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.is_open and new is not None and new is not self and not self.isAncestorOf(new):
            self.dismiss()
