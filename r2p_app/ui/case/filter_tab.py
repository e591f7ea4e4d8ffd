"""Tabs that list records as cards, with a field that leaves those which have the words."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from r2p_app.content.folding import fold
from r2p_app.content.links import Link
from r2p_app.content.model import Case
from r2p_app.ui.case.card_list import CardList
from r2p_app.ui.case.tab import CaseTab
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import column

_TYPED = 120
"""Milliseconds without another letter after which the cards follow."""


class FilterTab(CaseTab):
    """Cards, a text filter, and whatever else a tab filters by; filter and card at the top are in the link."""

    batch = 12
    """Cards laid out at a time."""

    def __init__(self, case: Case, here: Link, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(case, here, state, parent)
        self._texts: dict[str, str] = {}
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._on_text_changed)
        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self._on_typed_timeout)
        head = self.make_head()
        name = self.text.accessibleName()
        self.list = CardList(self.make_card, self.make_layout, batch=self.batch, name=name, head=head)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the filter comes first, and lets the keys that scroll pass
        self.list.place_settled.connect(self.place_changed)
        column(self.list, into=self)
        self.apply()

    @abstractmethod
    def all_ids(self) -> Sequence[str]:
        """Return the ids of all cards, in order."""

    @abstractmethod
    def words(self, item_id: str) -> str:
        """Return the words among which the filter looks."""

    @abstractmethod
    def make_card(self, item_id: str) -> QWidget:
        """Return a new card."""

    @abstractmethod
    def make_layout(self, holder: QWidget) -> QLayout:
        """Return the layout for the cards."""

    def make_head(self) -> Sequence[QWidget]:
        """Return what stands above the cards."""
        return (self.text,)

    def passes(self, _item_id: str) -> bool:
        """Tell whether a card passes what the tab filters by besides words."""
        return True

    def show_everything(self) -> None:
        """Take back every filter: a card was asked for that is hidden."""
        self.text.clear()

    def apply(self) -> None:
        """Show the cards that pass."""
        self._typed.stop()
        wanted = fold(self.text.text()).split()
        found = [item_id for item_id in self.all_ids() if self.passes(item_id) and self._has(item_id, wanted)]
        if tuple(found) != self.list.shown or not found:
            self.list.show_ids(found)

    def show_link(self, link: Link) -> None:
        """Filter as the link says, and show the card it names."""
        if link.query or link.fragment:
            self.set_query(link)
            self.apply()
        if link.fragment and link.fragment in self.all_ids() and link.fragment not in self.list.shown:
            self.show_everything()
            self.apply()
        self.list.go_to(link.fragment)

    def set_query(self, link: Link) -> None:
        """Take the filter from a link."""
        self.text.setText(link.value("q"))

    def query(self) -> tuple[tuple[str, str], ...]:
        """Return the filter as a link writes it."""
        return (("q", self.text.text()),) if self.text.text() else ()

    def place(self) -> Link:
        """Return the link with filter and card."""
        return self.here._replace(query=self.query(), fragment=self.list.top)

    def first_focus(self) -> QWidget:
        """The filter."""
        return self.text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F goes to the text filter, as on the timeline."""
        if event.key() == Qt.Key.Key_F and not event.modifiers():
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.text.selectAll()
        else:
            super().keyPressEvent(event)

    def _has(self, item_id: str, wanted: Sequence[str]) -> bool:
        if not wanted:
            return True
        text = self._texts.get(item_id)
        if text is None:
            text = self._texts[item_id] = fold(self.words(item_id))
        return all(word in text for word in wanted)

    @Slot()
    def _on_text_changed(self) -> None:
        self._typed.start()

    @Slot()
    def _on_typed_timeout(self) -> None:
        self.apply()
        words = self.tr("%1 of %2 shown")
        for mark, count in (("%1", len(self.list.shown)), ("%2", len(self.all_ids()))):
            words = words.replace(mark, str(count))
        self.announced.emit(words)
        self.place_changed.emit()
