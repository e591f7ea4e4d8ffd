"""What cards share that give every line one of several sides: beside each line stands a list to choose from."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.learning.verdict import Outcome, Verdict
from r2p_app.ui.quiz.card import AnswerCard
from r2p_app.ui.quiz.marks import FeedbackLine
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.fields import Combo
from r2p_app.ui.widgets.inline import inline_label, plain

_NARROW = 560
"""Below this width (pixels at 100 % text) a choice stands below its line."""


class Line(NamedTuple):
    """A line that gets a side: its id, its text, the side that belongs to it, and why."""

    id: str
    text: str
    belongs: str
    rationale: str


class Choice(Combo):
    """A list of sides that changes by keyboard and by opening it, not by a wheel that only meant to scroll."""

    def __init__(self, sides: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setPlaceholderText(self.tr("Choose…"))
        self.setAccessibleName(name)
        for side, text in sides.items():
            self.addItem(text, side)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(-1)

    @property
    def side(self) -> str:
        """What is chosen, "" for nothing yet."""
        return str(self.currentData() or "")

    def choose(self, side: str) -> None:
        """Choose a side by what it is named by."""
        self.setCurrentIndex(self.findData(side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave digits to the card, which knows what each stands for."""
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            event.ignore()
        else:
            super().keyPressEvent(event)


class AssigningCard(AnswerCard):
    """Lines with their choices; afterwards what belongs to each, and why.

    A digit chooses a side for the line that has the focus, and goes on to the next line without one.
    """

    def __init__(
        self,
        question: QuestionBase,
        order: Sequence[str],
        lines: Sequence[Line],
        sides: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, order, parent)
        self._assigned, self._sides = lines, {side: plain(text) for side, text in sides.items()}
        self._choices = {line.id: Choice(self._sides, plain(line.text)) for line in lines}
        self._lefts: Mapping[str, QLabel] = {line.id: inline_label(line.text, TextRole.BODY_STRONG) for line in lines}
        self._is_narrow: bool | None = None
        self._is_told = False
        self.layout_above: QVBoxLayout = column(into=self, spacing=3 * GRID)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self.layout_above.addLayout(self._grid)
        self._arrange(is_narrow=False)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self._on_choice_current_index_changed)

    def chosen(self) -> Mapping[str, str]:
        """Return the side of every line, "" for none yet."""
        return {line: choice.side for line, choice in self._choices.items()}

    def choose(self, line: str, side: str) -> None:
        """Give a line its side; lines and sides that are not there are ignored."""
        if line in self._choices:
            self._choices[line].choose(side)

    def lock(self) -> None:
        """Take no other choice."""
        for choice in self._choices.values():
            choice.setEnabled(False)

    def show_verdict(self, verdict: Verdict) -> None:
        """Say under every line what was chosen, what belongs there, and why."""
        self._is_told = True
        for number, line in enumerate(self._assigned):
            choice, part = self._choices[line.id], verdict.about(line.id)
            choice.hide()
            self._grid.addWidget(self._lefts[line.id], 3 * number, 0, 1, 2)
            told = self._told(line, choice.side, is_right=part is not None and part.correct)
            self._grid.addLayout(column(*told, spacing=GRID), 3 * number + 2, 0, 1, 2)

    def press_number(self, number: int) -> bool:
        """Choose the side with this number for the line in focus, else for the first without one."""
        sides, lines = list(self._sides), list(self._choices)
        line = next((line for line in lines if self._choices[line].hasFocus()), self._first_open())
        if not 1 <= number <= len(sides) or not self._choices[line].isEnabled():
            return False
        self._choices[line].choose(sides[number - 1])
        following = [*lines[lines.index(line) + 1 :], *lines]
        onwards = next((other for other in following if not self._choices[other].side), line)
        self._choices[onwards].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def first_focus(self) -> QWidget:
        """Return the first choice."""
        return next(iter(self._choices.values()))

    def _first_open(self) -> str:
        lines = list(self._choices)
        return next((line for line in lines if not self._choices[line].side), lines[0])

    def _told(self, line: Line, chosen: str, *, is_right: bool) -> list[FeedbackLine]:
        if is_right:
            words = self.tr("The answer, and yours: %1.").replace("%1", self._sides[line.belongs])
            return [FeedbackLine(Outcome.RIGHT, words, line.rationale)]
        yours = self.tr("Your answer: %1.").replace("%1", self._sides.get(chosen, self.tr("none")))
        words = self.tr("The answer: %1.").replace("%1", self._sides[line.belongs])
        return [FeedbackLine(Outcome.WRONG, yours), FeedbackLine(Outcome.RIGHT, words, line.rationale)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the choices below their lines where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange(is_narrow=event.size().width() < current().px(_NARROW))

    def _arrange(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow or self._is_told:
            return
        self._is_narrow = is_narrow
        for number, line in enumerate(self._choices):
            left, choice = self._lefts[line], self._choices[line]
            self._grid.addWidget(left, 3 * number, 0, 1, 2 if is_narrow else 1)
            self._grid.addWidget(choice, 3 * number + is_narrow, 1 - is_narrow, 1, 1 + is_narrow)

    @Slot()
    def _on_choice_current_index_changed(self) -> None:
        self.changed.emit()
