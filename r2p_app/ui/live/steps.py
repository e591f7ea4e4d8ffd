"""The steps of a vote as buttons, and what the votes mean for the next one: beside the room, and beside a lesson."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.live.events import Event, Phase, Round
from r2p_app.live.host import Host
from r2p_app.live.room import Refused, Room
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
    "skip": Room.skip,
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
        self.skip = button(self.tr("Skip this question"))
        made = (self.next, self.back, self.reveal, self.explain, self.skip)
        self._buttons = dict(zip(STEPS, made, strict=True))
        for name, each in self._buttons.items():
            each.setObjectName(name)
            each.clicked.connect(self._on_step_clicked)
        column(flowing(*made, *beside), into=self)

    def show_room(self, room: Room, *, has_more: bool = False) -> None:
        """Offer what the room allows; `has_more` where the class has not seen all of an explanation."""
        for name, made in self._buttons.items():
            made.setEnabled(_allows(room, STEPS[name]))
        self.next.setText(self.tr("Show the rest") if has_more else step_words(room.phase, is_last=room.is_last))
        hide, show = self.tr("Hide the results (R)"), self.tr("Reveal the results (R)")
        self.reveal.setText(hide if room.is_revealed else show)
        for made in (self.next, self.reveal):
            made.setAccessibleName(made.text())

    @Slot()
    def _on_step_clicked(self) -> None:
        self.chosen.emit(self.sender().objectName())


def _allows(room: Room, step: Callable[[Room], Event]) -> bool:
    try:
        step(room)
    except Refused:
        return False
    return True


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
