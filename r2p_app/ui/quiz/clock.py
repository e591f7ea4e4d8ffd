"""The time limit of a run: told in words, minute by minute, and never one that cannot be put off or taken away."""

from datetime import datetime

from msgspec import structs
from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.clock import Clock
from r2p_app.learning.attempts import RunOptions
from r2p_app.ui.format import plural
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, label
from r2p_app.ui.widgets.flow import FlowLayout

MORE = 5
"""Minutes that one press adds."""

_WARNINGS = (5, 1)
"""Minutes left at which it is said aloud how many they are."""

_EVERY = 1_000


def left_words(seconds: float) -> str:
    """Return how much time is left: whole minutes, so that nothing ticks."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return QCoreApplication.translate("RunClock", "Less than a minute left")
    return plural(QCoreApplication.translate("RunClock", "%n minute(s) left", None, minutes))


class RunClock(QWidget):
    """Counts the time in which it is visible, and ends with the limit.

    Signals:
        changed: The limit was put off or taken away, as `RunOptions`.
        ended: The time is over.
        announced: Words for a screen reader.
    """

    changed = Signal(object)
    ended = Signal()
    announced = Signal(str)

    def __init__(self, options: RunOptions, now: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._options, self._now = options, now
        self._since: datetime | None = None
        self._told = self._minutes_left()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.tick)
        self._words = label("", TextRole.SMALL, tone="muted", wrap=False)
        self.more = button(self.tr("%1 more minutes").replace("%1", str(MORE)), "quiet")
        self.without = button(self.tr("No time limit"), "quiet")
        flow = FlowLayout(self, spacing=GRID)
        for widget in (self._words, self.more, self.without):
            flow.addWidget(widget)
        self.more.clicked.connect(self._on_more_clicked)
        self.without.clicked.connect(self._on_without_clicked)
        self._show()

    @property
    def options(self) -> RunOptions:
        """The limit, and how much of it is used until now."""
        return structs.replace(self._options, spent=self._options.spent + self._running())

    def start(self) -> None:
        """Go on counting."""
        if self._options.minutes and self._since is None:
            self._since = self._now()
            self._timer.start()

    def stop(self) -> None:
        """Count no further until `start`."""
        self._options, self._since = self.options, None
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Show the time that is left, and say when it is nearly, or quite, over."""
        self._show()
        left = self._minutes_left()
        if self._options.minutes and not self.options.seconds_left:
            self.stop()
            self.ended.emit()
        elif left < self._told:
            self._told = left
            if left in _WARNINGS:
                words = self.tr("%1. You can add minutes, or take the limit away.")
                self.announced.emit(words.replace("%1", self._words.text()))

    def _running(self) -> float:
        return max(0.0, (self._now() - self._since).total_seconds()) if self._since is not None else 0.0

    def _minutes_left(self) -> int:
        return int(self.options.seconds_left // 60) if self._options.minutes else 0

    def _show(self) -> None:
        self._words.setText(left_words(self.options.seconds_left) if self._options.minutes else "")
        self.setVisible(bool(self._options.minutes))

    def _set_minutes(self, minutes: int, said: str) -> None:
        was_running = self._since is not None
        self.stop()
        self._options = structs.replace(self._options, minutes=minutes)
        self._told = self._minutes_left()
        if was_running:
            self.start()
        self._show()
        self.changed.emit(self._options)
        self.announced.emit(said)

    @Slot()
    def _on_more_clicked(self) -> None:
        minutes = self._options.minutes + MORE
        left = left_words(minutes * 60 - self.options.spent)
        self._set_minutes(minutes, left)

    @Slot()
    def _on_without_clicked(self) -> None:
        self._set_minutes(0, self.tr("There is no time limit any more."))
