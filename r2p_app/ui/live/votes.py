"""Results of the open room: a report of its questions, and the table of all votes as a file."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.store.errors import StoreError
from r2p_app.ui.export.save_button import SaveButton
from r2p_app.ui.export.saving import FileKind
from r2p_app.ui.live.outcome import room_csv, room_report, second_votes
from r2p_app.ui.live.report import ReportBody
from r2p_app.ui.live.rows import flowing
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label


def csv_kind(words: str) -> FileKind:
    """Return the kind of a table."""
    return FileKind(".csv", words)


class VotesView(ScrollPage):
    """What the votes came to; with `closing` it asks whether to close the room.

    Signals:
        back_requested: Go back to the room.
        close_requested: Close the room for good.
    """

    back_requested = Signal()
    close_requested = Signal()

    def __init__(self, session: LiveSession, state: AppState, *, closing: bool, parent: QWidget | None = None) -> None:
        super().__init__(860, parent)
        host = session.host
        self._session, self._state = session, state
        report = room_report(host)
        lead = self.tr("First votes in silence, judged by the key. No single student is named or ranked.")
        self.body.addLayout(column(label(self.tr("Results"), TextRole.H1), label(lead, tone="muted"), spacing=GRID))
        self.save = SaveButton(
            state,
            self.tr("Save all votes as a table (CSV) …"),
            csv_kind(self.tr("Table")),
            stem="live-quiz",
            make=self._csv,
        )
        self.keep = button(self.tr("Add to the question statistics"))
        self.kept = label("", TextRole.SMALL, tone="muted")
        for made in (self.save, self.keep):
            made.setEnabled(bool(report.items))
        self.back = button(self.tr("Back to the room"), "" if closing else "primary")
        self.close_room = button(self.tr("Close the room and delete its votes"), "primary" if closing else "")
        self.body.addWidget(self._question(closing=closing))
        self.body.addWidget(self.kept)
        if not report.items:
            self.body.addWidget(label(self.tr("There are no votes yet."), tone="muted"))
        self.body.addWidget(ReportBody(report, second_votes(host)))
        self.body.addStretch(1)
        self.back.clicked.connect(self.back_requested)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.close_room.clicked.connect(self._on_close_room_clicked)

    def first_focus(self) -> QWidget:
        """Return where one goes on without losing anything."""
        return self.back

    def _question(self, *, closing: bool) -> QWidget:
        buttons = flowing(self.save, self.keep, self.back, self.close_room)
        if not closing:
            return buttons
        card = Card("note")
        card.body.addWidget(label(self.tr("Close the room?"), TextRole.BODY_STRONG))
        words = self.tr("Phones are let go, the network is closed, and names and votes are deleted. Save them first.")
        card.body.addWidget(label(words))
        card.body.addWidget(buttons)
        return card

    def _csv(self) -> bytes:
        return room_csv(self._session.host)

    @Slot()
    def _on_keep_clicked(self) -> None:
        """Keep counts of the first votes, which name nobody; a second time replaces them."""
        host = self._session.host
        report = room_report(host)
        try:
            self._state.store.statistics.add(host.room.opened.room, report.students, report.tallies)
        except StoreError as error:
            self.kept.setText(f"{error.what} {error.remedy}")
            return
        self._state.note(Changes.ATTEMPTS)
        self.kept.setText(self.tr("The counts of the first votes are in the statistics of the questions now."))

    @Slot()
    def _on_close_room_clicked(self) -> None:
        self.close_room.setEnabled(False)
        self.close_requested.emit()
