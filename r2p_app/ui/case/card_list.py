"""A list of cards that is laid out only as far as it is scrolled: long lists open as fast as short ones."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.focus_page import FocusPage
from r2p_app.ui.widgets.follow import Anchor
from r2p_app.ui.widgets.gradual import Gradual

_AHEAD = 0.5
"""How many heights of the view are laid out below it, at least."""

_SETTLED = 300
"""Milliseconds after which a place that was scrolled to is kept."""


class CardList(FocusPage):
    """Cards for ids, made by `make` when they are about to be seen; `batch` of them at a time, in a `layout`.

    What stands above the cards goes into `body` before them.

    Signals:
        place_settled: The view has come to rest at another card.
    """

    place_settled = Signal()

    def __init__(
        self,
        make: Callable[[str], QWidget],
        layout: Callable[[QWidget], QLayout],
        *,
        batch: int,
        name: str,
        head: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._make, self._batch = make, batch
        self._ids: tuple[str, ...] = ()
        self._count = 0
        self._goal = ""
        self.cards: dict[str, QWidget] = {}
        holder = QWidget()
        self._layout = layout(holder)
        self._nothing = label(self.tr("Nothing here matches."), TextRole.BODY, tone="muted")
        for widget in (*head, holder, self._nothing):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._anchor = Anchor(self)
        # one batch at a time: what was added last has its place by the next
        self._filling = Gradual(self._batches(), self, wanted=self._has_room, turn=0)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settle.timeout.connect(self.place_settled)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_value_changed)
        self.verticalScrollBar().rangeChanged.connect(self._on_scroll_bar_range_changed)

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of all cards, also of those not laid out yet."""
        return self._ids

    @property
    def laid_out(self) -> int:
        """How many cards are laid out."""
        return self._count

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show the cards of these ids, from the top."""
        for item_id in self._ids[: self._count]:
            self._layout.removeWidget(self.cards[item_id])
            self.cards[item_id].hide()
        self._ids, self._count, self._goal = tuple(ids), 0, ""
        self._nothing.setVisible(not ids)
        self._anchor.hold(None)
        self._grow(self._batch)
        self._filling.go_on()

    @property
    def top(self) -> str:
        """The card at the top of the view or about to be, "" at the beginning."""
        if self._goal:
            return self._goal
        if not self.verticalScrollBar().value():
            return ""
        for item_id in self._ids[: self._count]:
            card = self.cards[item_id]
            if card.mapTo(self, QPoint()).y() + card.height() > 4 * GRID:
                return item_id
        return ""

    def go_to(self, item_id: str, *, at_once: bool = True) -> None:
        """Show a card at the top of the view; an unknown id changes nothing.

        Cards that take long are made between two events rather than `at_once`; the view is there when they are.
        """
        if item_id in self._ids and item_id != self.top:
            self._goal = item_id
            if at_once:
                self._grow(self._ids.index(item_id) + self._batch - self._count)
            if not self._arrive():
                self._filling.go_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the view."""
        super().showEvent(event)
        self._filling.go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill a larger view."""
        super().resizeEvent(event)
        self._filling.go_on()

    def _grow(self, by: int) -> None:
        wanted = self._ids[self._count : self._count + max(0, by)]
        for item_id in wanted:
            if (known := self.cards.get(item_id)) is not None:
                self._layout.addWidget(known)
                known.show()
            else:
                card = self.cards[item_id] = self._make(item_id)
                self._layout.addWidget(card)  # which shows it
        self._count += len(wanted)

    def _arrive(self) -> bool:
        """Show the card that was asked for if it is laid out; return whether none is waited for any more."""
        if self._goal in self._ids[: self._count]:
            self._anchor.hold(self.cards[self._goal])
            self._goal = ""
        return not self._goal

    def _batches(self) -> Iterator[None]:
        while True:
            self._grow(self._batch)
            self._arrive()
            yield

    def _has_room(self) -> bool:
        """Tell whether there are cards left, and fewer below the view than may soon be scrolled to."""
        bar = self.verticalScrollBar()
        is_short = bar.maximum() - bar.value() < _AHEAD * self.viewport().height()
        return self._count < len(self._ids) and (bool(self._goal) or (self.isVisible() and is_short))

    @Slot()
    def _on_scroll_bar_value_changed(self) -> None:
        if self.isVisible():
            self._filling.go_on()
            self._settle.start()

    @Slot()
    def _on_scroll_bar_range_changed(self) -> None:
        self._filling.go_on()


def one_below_the_other(holder: QWidget) -> QLayout:
    """Return a layout for cards as wide as the page."""
    return column(into=holder, spacing=4 * GRID)
