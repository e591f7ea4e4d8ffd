"""Evidence to pick from: ticks whose words wrap."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from r2p_app.ui.format import plural
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import button, column, label
from r2p_app.ui.widgets.fields import paint_box
from r2p_app.ui.widgets.wrapping import Wrapping

_BOX = 20


class EvidenceChoice(NamedTuple):
    """A piece of evidence: its id, and what it says in a line."""

    id: str
    words: str


class EvidenceTick(Wrapping, QCheckBox):
    """One piece of evidence, picked or not."""

    def __init__(self, choice: EvidenceChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self._words = label(choice.words)
        self._body = column(self._words, into=self)
        self.wrap(self._body, least=24)
        self.setAccessibleName(choice.words)
        self._set_margins()

    def hitButton(self, position: QPoint) -> bool:
        """Everything can be clicked."""
        return self.rect().contains(position)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the box at every size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, and a ring around all of it when it has the focus."""
        side = current().px(_BOX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._words.fontMetrics().height()
        paint_box(painter, QRectF(GRID, GRID + (line - side) / 2, side, side), checked=self.isChecked())
        if self.hasFocus():
            painter.setPen(QPen(current().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _set_margins(self) -> None:
        self._body.setContentsMargins(current().px(_BOX) + 4 * GRID, GRID, GRID, GRID)


class EvidencePicker(QWidget):
    """Ticks for pieces of evidence; `more` of them are there when a button is pressed, or one of them is picked.

    Signals:
        picked: A person picked or dropped a piece.
    """

    picked = Signal()

    def __init__(
        self,
        choices: Sequence[EvidenceChoice],
        more: Sequence[EvidenceChoice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ticks: list[EvidenceTick] = []
        self._more = tuple(more)
        self._gone: tuple[str, ...] = ()
        self._box = column(into=self, spacing=GRID)
        self._add(choices)
        self.opener = button(plural(self.tr("%n more from this case", "", len(self._more))), "link")
        self.opener.setVisible(bool(self._more))
        self.opener.clicked.connect(self._on_opener_clicked)
        self._box.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids picked, in the order of the list; those no longer in it come last, so that none is lost."""
        return (*(tick.choice.id for tick in self.ticks if tick.isChecked()), *self._gone)

    def choose(self, ids: Iterable[str]) -> None:
        """Show what is picked, without telling anyone."""
        wanted = tuple(ids)
        if any(choice.id in wanted for choice in self._more):
            self._show_more()
        known = {tick.choice.id for tick in self.ticks}
        self._gone = tuple(item_id for item_id in wanted if item_id not in known)
        for tick in self.ticks:
            tick.setChecked(tick.choice.id in wanted)

    def _add(self, choices: Sequence[EvidenceChoice]) -> None:
        for choice in choices:
            tick = EvidenceTick(choice)
            tick.clicked.connect(self.picked)
            self.ticks.append(tick)
            self._box.insertWidget(len(self.ticks) - 1, tick)

    def _show_more(self) -> None:
        more, self._more = self._more, ()
        self._add(more)
        self.opener.hide()

    @Slot()
    def _on_opener_clicked(self) -> None:
        """The focus goes to the first of those that appear."""
        first = len(self.ticks)
        self._show_more()
        self.ticks[first].setFocus(Qt.FocusReason.TabFocusReason)
