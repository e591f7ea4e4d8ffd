"""A record that has no page of its own (a source, a person, a term …), shown over the right side of the page."""

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.ui.overlay import Overlay
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column, row
from r2p_app.ui.widgets.body_scroll import BodyScroll
from r2p_app.ui.widgets.icon_button import IconButton
from r2p_app.ui.widgets.record_card import RecordCard

_WIDTH, _MARGIN = 420, 12


class RecordPanel(Overlay):
    """Shows one record's card at a time.

    Signals:
        link_requested: The card asks for this link.
    """

    link_requested = Signal(str)

    def __init__(self, host: QWidget, state: AppState) -> None:
        super().__init__(host)
        self._state = state
        self._close = IconButton("x", name=self.tr("Close"), token="ink")
        self._close.clicked.connect(self.dismiss)
        self._scroll = BodyScroll()
        head = row(margins=(0, 0, 0, 0))
        head.addStretch(1)
        head.addWidget(self._close)
        box = column(into=self, margins=(GRID, GRID, GRID, 3 * GRID), spacing=0)
        box.addLayout(head)
        box.addWidget(self._scroll, 1)
        self.shown = ""
        state.changed.connect(self._on_state_changed)

    def show_record(self, item_id: str) -> None:
        """Show the card of a record, in place of the one shown before."""
        card = RecordCard(self._state.library, item_id)
        card.link_requested.connect(self.link_requested)
        self._scroll.put(card, card.accessibleName())
        self.shown = item_id
        self.setAccessibleName(card.accessibleName())
        self.open()

    def first_focus(self) -> QWidget:
        """The button that closes it: always there, and Tab goes on into the card."""
        return self._close

    def wanted_geometry(self, host: QRect) -> QRect:
        """At the right, full height."""
        width = min(current().px(_WIDTH), host.width() - 2 * _MARGIN)
        return QRect(host.width() - width - _MARGIN, _MARGIN, width, host.height() - 2 * _MARGIN)

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        """Show the record as it is in new content; close if it is gone."""
        if Changes.LIBRARY not in changes or not self.is_open:
            return
        if self.shown in self._state.library:
            self.show_record(self.shown)
        else:
            self.dismiss()
