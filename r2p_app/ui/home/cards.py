"""The cards of Home: what to do next, and where each case stands."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from r2p_app.content.links import Link
from r2p_app.ui.format import plural
from r2p_app.ui.home.standing import CaseStanding
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label
from r2p_app.ui.widgets.card_button import CardButton
from r2p_app.ui.widgets.folding_row import FoldingRow


class ActionCard(Card):
    """One thing to do next: what it is, how much of it, and the button that does it.

    Signals:
        link_requested: The person wants to do it.
    """

    link_requested = Signal(str)

    def __init__(self, kind: str, fold_at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._link = ""
        self._caption = label("", TextRole.SMALL, tone="muted")
        self._title = label("", TextRole.H3)
        self._detail = label("", TextRole.SMALL, tone="muted")
        self.action = button("", kind)
        self.action.clicked.connect(self._on_action_clicked)
        line = FoldingRow(fold_at, spacing=4 * GRID)
        line.addLayout(column(self._caption, self._title, self._detail, spacing=GRID), 1)
        line.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.body.addLayout(line)
        self.body.addStretch(1)

    def show_task(self, caption: str, title: str, detail: str, action: str = "", link: str = "") -> None:
        """Show a task; without an action there is nothing to press."""
        self._caption.setText(caption)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._link = link
        self.action.setText(action)
        self.action.setAccessibleName(f"{action}: {title}")
        self.action.setVisible(bool(action))

    @Slot()
    def _on_action_clicked(self) -> None:
        self.link_requested.emit(self._link)


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
