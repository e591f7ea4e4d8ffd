"""The cards of Home: what to do next, and where each case stands."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from r2p_app.content.links import Link
from r2p_app.ui.format import plural
from r2p_app.ui.home.standing import CaseStanding
from r2p_app.ui.home.tasks import Task
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label
from r2p_app.ui.widgets.card_button import CardButton
from r2p_app.ui.widgets.folding_row import FoldingRow


class ActionCard(Card):
    """One thing to do next: what it is, how much of it, and the button that does it.

    Signals:
        chosen: The person wants to do this `Task`.
    """

    chosen = Signal(object)

    def __init__(self, kind: str, fold_at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._task: Task | None = None
        self._caption = label("", TextRole.SMALL, tone="muted")
        self._title = label("", TextRole.H3)
        self._detail = label("", TextRole.SMALL, tone="muted")
        self.action, self.beside = button("", kind), button("", "quiet")
        self.action.clicked.connect(self._on_action_clicked)
        self.beside.clicked.connect(self._on_beside_clicked)
        buttons = column(self.action, self.beside, spacing=GRID)
        line = FoldingRow(fold_at, spacing=4 * GRID)
        line.addLayout(column(self._caption, self._title, self._detail, spacing=GRID), 1)
        line.addLayout(buttons)
        line.setAlignment(buttons, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)

    def show_task(self, task: Task) -> None:
        """Show a task; without words for its button there is nothing to press."""
        self._task = task
        self._caption.setText(task.caption)
        self._title.setText(task.title)
        self._detail.setText(task.detail)
        self._detail.setVisible(bool(task.detail))
        self.action.setText(task.action)
        self.action.setAccessibleName(f"{task.action}: {task.title}")
        self.action.setVisible(bool(task.action))
        self.beside.setText(task.beside.action if task.beside is not None else "")
        self.beside.setAccessibleName(self.beside.text())
        self.beside.setVisible(task.beside is not None)

    @Slot()
    def _on_action_clicked(self) -> None:
        self.chosen.emit(self._task)

    @Slot()
    def _on_beside_clicked(self) -> None:
        assert self._task is not None
        self.chosen.emit(self._task.beside)


class CaseCard(CardButton):
    """A case: period, title, one line, and how much of it is done."""

    def __init__(self, standing: CaseStanding, parent: QWidget | None = None) -> None:
        super().__init__(edge=standing.case.colour or standing.case.id, parent=parent)
        self._period = label("", TextRole.SMALL, tone="muted")
        self._title = label("", TextRole.H2)
        self._line = label("", TextRole.SMALL, tone="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._words = label("", TextRole.SMALL, tone="muted")
        self.body.setSpacing(GRID)
        for widget in (self._period, self._title, self._line):
            self.add(widget)
        self.body.addStretch(1)
        self.body.addSpacing(3 * GRID)
        self.add(self._bar)
        self.add(self._words)
        self.show_standing(standing)

    def show_standing(self, standing: CaseStanding) -> None:
        """Show a case and how far the learner is in it."""
        self.case = standing.case
        self.link = str(Link("case", (standing.case.id,)))
        self._period.setText(standing.case.period)
        self._title.setText(standing.case.title)
        self._line.setText(standing.case.one_line)
        self._bar.setRange(0, 100)
        self._bar.setValue(round(standing.share * 100))
        self._words.setText(self._progress_words(standing))
        words = (standing.case.title, standing.case.period, standing.case.one_line, self._words.text())
        self.setAccessibleName(". ".join(words))

    def _progress_words(self, standing: CaseStanding) -> str:
        if not standing.chapters:
            return self.tr("No chapters yet")
        if not standing.is_begun and not standing.known:
            return self.tr("Not started")
        chapters = plural(self.tr("%1 of %n chapter(s)", "", standing.chapters)).replace("%1", str(standing.finished))
        known = plural(self.tr("%1 of %n question(s) known", "", standing.questions)).replace("%1", str(standing.known))
        return f"{chapters} · {known}" if standing.known else chapters
