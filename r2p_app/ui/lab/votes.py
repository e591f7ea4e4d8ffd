"""Hands counted in class, before the discussion and after it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from r2p_app.content.teaching import DecisionOption
from r2p_app.lab.exercise import Vote
from r2p_app.ui.format import plural
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.vote_bar import VoteBar
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import label
from r2p_app.ui.widgets.fields import Stepper
from r2p_app.ui.widgets.focus_card import FocusCard
from r2p_app.ui.widgets.inline import inline_label
from r2p_app.ui.widgets.toggles import Toggles

_MOST_HANDS = 999


class VoteCard(FocusCard):
    """Hands for each option, before the discussion and after it, beside each other.

    Counts are typed, or added by keys: a digit adds a hand for that option to the vote that is being taken, Backspace
    takes the last one back.
    """

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._last: list[str] = []
        self.setAccessibleName(self.tr("Votes before and after the discussion"))
        self.setAccessibleDescription(self.tr("A digit adds a hand for that option; Backspace takes it back."))
        self.body.addWidget(label(self.tr("Two votes"), TextRole.H3))
        words = self.tr(
            "Vote in silence, talk, vote again. Type the counts, or choose a vote and press 1, 2, 3 … for each hand; "
            "Backspace takes the last one back."
        )
        self.body.addWidget(label(words, TextRole.SMALL, tone="muted"))
        self.which = Toggles([self.tr("Before the discussion"), self.tr("After it")], self.tr("Vote that is taken"))
        self.body.addWidget(self.which)
        self.steppers: dict[tuple[str, bool], Stepper] = {}
        self.bars: dict[str, VoteBar] = {}
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID)
        self._grid.setColumnStretch(0, 1)
        for number, option in enumerate(session.decision.options, 1):
            self._add(number, option)
        self.body.addWidget(holder)
        self.total = label("", TextRole.SMALL, tone="muted")
        self.body.addWidget(self.total)
        self._show_bars()

    @property
    def vote(self) -> Vote:
        """The counts as they stand."""
        before, after = (
            {option: stepper.value() for (option, late), stepper in self.steppers.items() if late is is_after}
            for is_after in (False, True)
        )
        return Vote(before, after)

    def _add(self, number: int, option: DecisionOption) -> None:
        row = 2 * (number - 1)
        vote = self._session.exercise.vote
        self._grid.addWidget(inline_label(f"{number}. {option.text}"), row, 0)
        for place, (is_after, counts, words) in enumerate(
            ((False, vote.before, self.tr("before: %1")), (True, vote.after, self.tr("after: %1"))), 1
        ):
            stepper = Stepper(0, _MOST_HANDS)
            stepper.set_name(words.replace("%1", option.text))
            stepper.set_value(counts.get(option.id, 0))
            stepper.value_changed.connect(self._on_stepper_value_changed)
            self.steppers[option.id, is_after] = stepper
            self._grid.addWidget(stepper, row, place)
        self.bars[option.id] = bar = VoteBar()
        self._grid.addWidget(bar, row + 1, 0, 1, 3)

    def _show_bars(self) -> None:
        vote = self.vote
        most = max((*vote.before.values(), *vote.after.values(), 1))
        for option, bar in self.bars.items():
            bar.show_counts(vote.before[option], vote.after[option], most)
        counts = (sum(vote.before.values()), sum(vote.after.values()))
        words = (plural(self.tr("%n hand(s)", "", count)) for count in counts)
        line = self.tr("Before: %1. After: %2.")
        for mark, text in zip(("%1", "%2"), words, strict=True):
            line = line.replace(mark, text)
        self.total.setText(line)

    @Slot(int)
    def _on_stepper_value_changed(self, _value: int) -> None:
        if len(self.bars) == len(self._session.decision.options):
            self._show_bars()
            self._session.change(lambda at: self._session.exercise.voted(self.vote, at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add a hand by a digit, take the last one back by Backspace."""
        options = self._session.decision.options
        digit = event.key() - Qt.Key.Key_0
        is_after = self.which.index == 1
        if 1 <= digit <= len(options):
            self._last.append(options[digit - 1].id)
            self._count(options[digit - 1].id, is_after, 1)
        elif event.key() == Qt.Key.Key_Backspace and self._last:
            self._count(self._last.pop(), is_after, -1)
        else:
            super().keyPressEvent(event)

    def _count(self, option: str, is_after: bool, hands: int) -> None:
        stepper = self.steppers[option, is_after]
        stepper.set_value(stepper.value() + hands)
