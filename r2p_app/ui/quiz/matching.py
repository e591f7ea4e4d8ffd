"""The card for pairs: beside every left side a list to choose its right side from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from r2p_app.content.questions import Matching
from r2p_app.learning.questions import AnyAnswer
from r2p_app.learning.questions.matching import Joined, key, right_sides
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import FeedbackLine
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.inline import inline_label, plain

_NARROW = 560
"""Below this width (pixels at 100 % text) a choice stands below its line."""


class Choice(QComboBox):
    """A list of right sides that changes by keyboard and by opening it, not by a wheel that only meant to scroll."""

    def __init__(self, sides: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setPlaceholderText(self.tr("Choose…"))
        self.setAccessibleName(name)
        for side, text in sides:
            self.addItem(text, side)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(-1)

    @property
    def side(self) -> str:
        """What is chosen, "" for nothing yet."""
        return str(self.currentData() or "")

    def choose(self, side: str) -> None:
        """Choose a right side by what it is named by."""
        self.setCurrentIndex(self.findData(side))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class MatchingCard(AnswerCard):
    """Left sides with their choices; afterwards what belongs to each, and why."""

    def __init__(self, question: Matching, order: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, order, parent)
        self._question = question
        self._sides: Mapping[str, str] = right_sides(question)
        sides = [(side, plain(self._sides[side])) for side in order]
        self._choices = {pair.id: Choice(sides, plain(pair.left)) for pair in question.pairs}
        self._lefts = {pair.id: inline_label(pair.left, TextRole.BODY_STRONG) for pair in question.pairs}
        self._is_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._arrange(is_narrow=False)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self._on_choice_current_index_changed)

    def hint(self) -> str:
        """Say how to choose."""
        return self.tr("Choose what belongs to each line · Tab goes to the next line, arrow keys choose")

    def missing(self) -> str:
        """Ask for the lines without a choice."""
        return self.tr("Choose something for every line first.")

    def answer(self) -> AnyAnswer | None:
        """Return the pairs once every line has a choice."""
        chosen = {pair: choice.side for pair, choice in self._choices.items()}
        return Joined(tuple(chosen.items())) if all(chosen.values()) else None

    def show_answer(self, answer: AnyAnswer) -> None:
        """Choose what was chosen."""
        if isinstance(answer, Joined):
            for pair, side in answer.pairs:
                if pair in self._choices:
                    self._choices[pair].choose(side)
        self.lock()

    def lock(self) -> None:
        """Take no other choice."""
        for choice in self._choices.values():
            choice.setEnabled(False)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say under every line what was chosen, what belongs there, and why."""
        belongs = dict(key(self._question).pairs)
        for number, pair in enumerate(self._question.pairs):
            choice, part = self._choices[pair.id], verdict.about(pair.id)
            choice.hide()
            lines = self._lines(
                choice.side, belongs[pair.id], pair.rationale, is_right=part is not None and part.correct
            )
            self._grid.addLayout(column(*lines, spacing=GRID), 3 * number + 2, 0, 1, 2)

    def _lines(self, chosen: str, belongs: str, rationale: str, *, is_right: bool) -> list[FeedbackLine]:
        if is_right:
            words = self.tr("The answer, and yours: %1.").replace("%1", self._sides[belongs])
            return [FeedbackLine(Outcome.RIGHT, words, rationale)]
        yours = self.tr("Your answer: %1.").replace("%1", self._sides.get(chosen, ""))
        words = self.tr("The answer: %1.").replace("%1", self._sides[belongs])
        return [FeedbackLine(Outcome.WRONG, yours), FeedbackLine(Outcome.RIGHT, words, rationale)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the choices below their lines where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < current().px(_NARROW))

    def _arrange(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for number, pair in enumerate(self._question.pairs):
            left, choice = self._lefts[pair.id], self._choices[pair.id]
            self._grid.addWidget(left, 3 * number, 0, 1, 2 if is_narrow else 1)
            self._grid.addWidget(choice, 3 * number + is_narrow, 1 - is_narrow, 1, 1 + is_narrow)

    def first_focus(self) -> QWidget:
        """Return the first choice."""
        return next(iter(self._choices.values()))

    @Slot()
    def _on_choice_current_index_changed(self) -> None:
        self.changed.emit()
