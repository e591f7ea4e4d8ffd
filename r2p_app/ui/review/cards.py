"""The cards of the Review page."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.learning.calibration import Calibration
from r2p_app.learning.progress import ObjectiveProgress
from r2p_app.ui import text
from r2p_app.ui.charts.table import RowsModel, RowsTable
from r2p_app.ui.format import percent
from r2p_app.ui.review.charts import DaysChart, ShareTrack
from r2p_app.ui.review.standing import ReviewStanding
from r2p_app.ui.review.words import calibration_words, day_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, button, column, label, row
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.toggles import Toggles


class NumberCard(Card):
    """A number with its name, and what it means or what to do about it.

    Signals:
        pressed: The person wants to do what the card offers.
    """

    pressed = Signal()

    def __init__(self, caption: str, number: str, detail: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(GRID)
        self.body.addWidget(label(caption, TextRole.SMALL, tone="muted"))
        self.body.addWidget(label(number, TextRole.H2, is_heading=False))
        self.action: QPushButton | None = None
        if action:
            self.action = button(action, "link", name=f"{action}: {caption}, {number}")
            self.action.clicked.connect(self.pressed)
            self.body.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.body.addWidget(label(detail, TextRole.SMALL, tone="muted"))
        self.body.addStretch(1)


class TwinCard(Card):
    """Something drawn under a heading, and its twin as a table."""

    def __init__(
        self, title: str, drawn: QWidget, make_table: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._drawn, self._make_table = drawn, make_table
        self.table: QWidget | None = None
        self.views = Toggles([self.tr("Chart"), self.tr("Table")], title)
        head = FoldingRow(360)
        head.addWidget(label(title, TextRole.H3), 1)
        head.addWidget(self.views)
        self.body.addLayout(head)
        self.body.addWidget(drawn)
        self.body.addStretch(1)
        self.views.chosen.connect(self._on_views_chosen)

    def renew_table(self) -> None:
        """Make the table again from other rows, if it was seen."""
        old, self.table = self.table, None
        if old is not None:
            old.hide()
            old.deleteLater()
            self._on_views_chosen(self.views.index)

    @Slot(int)
    def _on_views_chosen(self, index: int) -> None:
        if self.table is None:
            self.table = self._make_table()
            self.body.insertWidget(self.body.indexOf(self._drawn) + 1, self.table)
        self.table.setVisible(index == 1)
        self._drawn.setVisible(index == 0)


class ObjectivesCard(TwinCard):
    """What you can do: the objectives of which a question was answered, under the titles of their cases."""

    def __init__(
        self, rows: Sequence[ObjectiveProgress], titles: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        self._begun, self._titles = [row for row in rows if row.answered], titles
        others = len(rows) - len(self._begun)
        drawn = QWidget()
        super().__init__(self.tr("What you can do, by objective"), drawn, self._make, parent)
        self._box = column(into=drawn, spacing=2 * GRID)
        note = self.tr("The share of each objective’s questions that you would be expected to answer today.")
        if others:
            note += " " + self.tr("%n more not begun.", "", others)
        self.body.insertWidget(2, label(note, TextRole.SMALL, tone="muted"))

    def rows(self) -> Iterator[None]:
        """Add the rows, one at each step: there are dozens."""
        case = ""
        for found in self._begun:
            if found.case != case:
                case = found.case
                self._box.addSpacing(GRID)
                self._box.addWidget(label(self._titles.get(case, ""), TextRole.SMALL_STRONG, tone="muted"))
            token = current().case_token(found.case)
            self._box.addLayout(share_line(_name(found), found.share, token, percent(found.share)))
            self._box.addWidget(Rule())
            yield

    def _make(self) -> QWidget:
        heads = (self.tr("Case"), self.tr("Objective"), self.tr("Expected"), self.tr("Answered"), self.tr("Questions"))
        rows = [
            (self._titles.get(row.case, ""), _name(row), percent(row.share), str(row.answered), str(row.questions))
            for row in self._begun
        ]
        return RowsTable(RowsModel(heads, rows, {2, 3, 4}), self.tr("What you can do, by objective"), stretched=1)


class AheadCard(TwinCard):
    """Reviews ahead: what comes due on each of the next days."""

    def __init__(self, standing: ReviewStanding, parent: QWidget | None = None) -> None:
        today = standing.ahead[0][0]
        self._rows = [(day_words(day, today), str(count)) for day, count in standing.ahead]
        words = ". ".join(f"{day}: {count}" for day, count in self._rows)
        super().__init__(self.tr("Reviews ahead"), DaysChart(standing.ahead, words), self._make, parent)
        note = self.tr("Questions that come due on each of the next 14 days.")
        self.body.insertWidget(1, label(note, TextRole.SMALL, tone="muted"))

    def _make(self) -> QWidget:
        model = RowsModel((self.tr("Day"), self.tr("Questions due")), self._rows, {1})
        return RowsTable(model, self.tr("Reviews ahead"), stretched=0)


class CalibrationCard(TwinCard):
    """How sure against how right."""

    def __init__(self, rows: Sequence[Calibration], parent: QWidget | None = None) -> None:
        self._calibration = rows
        drawn = QWidget()
        super().__init__(self.tr("How sure, and how right"), drawn, self._make, parent)
        box = column(into=drawn, spacing=2 * GRID, margins=(0, GRID, 0, 0))
        for level in rows:
            interval = level.interval if level.is_enough else None
            share, value = (level.share, percent(level.share)) if level.is_enough else (0.0, "")
            box.addLayout(share_line(text.label(level.confidence), share, "accent", value, interval))
            box.addWidget(label(calibration_words(level), TextRole.SMALL, tone="muted"))
            box.addWidget(Rule())
        note = self.tr(
            "First answers only. The dot is how often you were right, the band where the true share may lie."
        )
        self.body.insertWidget(1, label(note, TextRole.SMALL, tone="muted"))

    def _make(self) -> QWidget:
        heads = (self.tr("You said"), self.tr("Result"))
        rows = [(text.label(row.confidence), calibration_words(row)) for row in self._calibration]
        return RowsTable(RowsModel(heads, rows), self.tr("How sure, and how right"))


def _name(row: ObjectiveProgress) -> str:
    return row.objective.short or row.objective.text


def share_line(
    words: str, share: float, token: str, value: str, interval: tuple[float, float] | None = None
) -> FoldingRow:
    """Return a name, its share as a bar, and the share in words."""
    line = FoldingRow(440, spacing=3 * GRID)
    line.addWidget(label(words), 5)
    number = label(value, TextRole.SMALL, wrap=False)
    number.setMinimumWidth(current().px(36))
    line.addLayout(row(ShareTrack(share, token, interval), number, spacing=3 * GRID), 4)
    return line
