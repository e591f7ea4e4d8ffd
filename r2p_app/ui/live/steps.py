"""The steps of a vote as buttons, and what the votes mean for the next one: beside the room, and beside a lesson."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.live.events import Event, Phase, Round
from r2p_app.live.host import Host
from r2p_app.live.room import Room
from r2p_app.live.tally import Count, advice, tally
from r2p_app.ui import format as formats
from r2p_app.ui.live.rows import flowing
from r2p_app.ui.live.words import advice_words, right_words, step_words
from r2p_app.ui.widgets.basic import button, column

STEPS: Mapping[str, Callable[[Room], Event]] = {
    "go_on": Room.go_on,
    "go_back": Room.go_back,
    "reveal": Room.reveal,
    "explain": Room.explain,
}


class StepButtons(QWidget):
    """What can be done with the question in view.

    Signals:
        chosen: A step, by its name in `STEPS`.
    """

    chosen = Signal(str)

    def __init__(self, *beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next, self.back = button("", "primary"), button(self.tr("Back"))
        self.reveal, self.explain = button(""), button(self.tr("Explain now (E)"))
        made = (self.next, self.back, self.reveal, self.explain)
        for each, name in zip(made, STEPS, strict=True):
            each.setObjectName(name)
            each.clicked.connect(self._on_step_clicked)
        column(flowing(*made, *beside), into=self)

    def show_room(self, room: Room, *, has_more: bool = False) -> None:
        """Offer what the room allows; `has_more` where the class has not seen all of an explanation."""
        is_last = room.place + 1 >= len(room.opened.questions)
        can_reveal = room.phase in {Phase.COUNTED, Phase.TALK}
        self.next.setText(self.tr("Show the rest") if has_more else step_words(room.phase, is_last=is_last))
        self.next.setEnabled(room.phase is not Phase.ENDED)
        self.back.setEnabled(room.phase in {Phase.FIRST_VOTE, Phase.COUNTED, Phase.TALK, Phase.SECOND_VOTE})
        self.reveal.setEnabled(can_reveal)
        hide, show = self.tr("Hide the results (R)"), self.tr("Reveal the results (R)")
        self.reveal.setText(hide if room.is_revealed else show)
        self.explain.setEnabled(can_reveal)
        for made in (self.next, self.reveal):
            made.setAccessibleName(made.text())

    @Slot()
    def _on_step_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())


def outcome_words(host: Host) -> str:
    """Return how many were right, and what helps most now; "" while votes are taken."""
    room, shown = host.room, host.shown
    if shown is None or room.phase not in {Phase.COUNTED, Phase.TALK, Phase.EXPLAINED}:
        return ""
    counted = tally(shown.question, room.opened.seed, room.ballots(Round.FIRST), room.ballots(Round.SECOND))
    first, second = (
        _share(round_, count) for round_, count in zip(Round, (counted.first, counted.second), strict=True)
    )
    after = second if room.phase is Phase.EXPLAINED else advice_words(advice(counted.first))
    return f"{first} {after}".strip()


def _share(round_: Round, count: Count) -> str:
    return right_words(round_, count.right, count.votes, formats.percent(count.share)) if count.votes else ""
