"""Lists with a way to each thing in them: past quizzes, and what was believed to be known and was not."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.questions import QuestionBase
from r2p_app.learning.days import Days
from r2p_app.learning.history import PastRun
from r2p_app.ui import text
from r2p_app.ui.format import date, number, plural
from r2p_app.ui.quiz.scope import scope_title
from r2p_app.ui.review.words import time_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, button, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow
from r2p_app.ui.widgets.inline import plain

translate = QCoreApplication.translate

_FEW = 6


class Listed(NamedTuple):
    """One line: its words, smaller ones below, and the button with the link it opens."""

    title: str
    detail: str
    action: str
    link: Link


class ListCard(Card):
    """The first few lines under a title and a note; the others on request.

    Signals:
        link_requested: The person wants to go there.
    """

    link_requested = Signal(str)

    def __init__(self, title: str, note: str, lines: Sequence[Listed], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines = tuple(lines)
        self.body.addWidget(label(title, TextRole.H3))
        self.body.addWidget(label(note, TextRole.SMALL, tone="muted"))
        self.buttons: list[QPushButton] = []
        self._list = column(spacing=GRID)
        self.body.addLayout(self._list)
        self._add(self._lines[:_FEW])
        self.more = button(self.tr("Show more"), "link", name=f"{self.tr('Show more')}: {title}")
        self.more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(len(self._lines) > _FEW)  # once it has a parent: else it were a window
        self.body.addStretch(1)

    def _add(self, lines: Sequence[Listed]) -> None:
        for line in lines:
            opens = button(line.action, "link", name=": ".join(filter(None, (line.action, line.title, line.detail))))
            opens.setProperty("link", str(line.link))
            opens.clicked.connect(self._on_opens_clicked)
            self.buttons.append(opens)
            words = [label(line.title)]
            if line.detail:
                words.append(label(line.detail, TextRole.SMALL, tone="muted"))
            shown = FoldingRow(300, spacing=3 * GRID)
            shown.addLayout(column(*words, spacing=0), 1)
            shown.addWidget(opens, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            self._list.addLayout(shown)
            self._list.addWidget(Rule())

    @Slot()
    def _on_opens_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QPushButton):
            self.link_requested.emit(str(pressed.property("link")))

    @Slot()
    def _on_more_clicked(self) -> None:
        """Show the rest; the focus goes to the first of them."""
        self.more.hide()
        self._add(self._lines[_FEW:])
        self.buttons[_FEW].show()  # the layout shows it a moment later, too late for the focus
        self.buttons[_FEW].setFocus(Qt.FocusReason.OtherFocusReason)


def wrong_card(library: Library, questions: Sequence[str]) -> ListCard:
    """Return the questions of which the last answer was sure and wrong, the oldest mistake first."""
    found = (library.get(question, QuestionBase) for question in questions)
    lines = [
        Listed(plain(question.prompt), "", translate("Review", "Answer"), Link("quiz", ("one", question.id)))
        for question in found
    ]
    note = translate("Review", "You were sure of your last answer to these, and it was wrong. They come back first.")
    return ListCard(translate("Review", "Sure and wrong"), note, lines)


def runs_card(library: Library, days: Days, runs: Sequence[PastRun]) -> ListCard:
    """Return the past quizzes, the newest first; one that was left can be gone on with."""
    lines = [
        Listed(
            f"{text.label(past.run.mode)}: {scope_title(library, past.run.scope)}",
            _about(past, days),
            translate("Review", "Open") if past.run.finished_at else translate("Review", "Go on"),
            Link("quiz", ("run", past.run.id)),
        )
        for past in runs
    ]
    note = translate("Review", "Each can be opened again, with your answers and the reasons.")
    return ListCard(translate("Review", "Past quizzes"), note, lines)


def _about(past: PastRun, days: Days) -> str:
    words = translate("Review", "%1 of %n answer(s) right", None, past.answers)
    parts = [
        date(days.day_of(past.answered_at).isoformat()),
        plural(words).replace("%1", number(past.right)),
        time_words(past.seconds),
    ]
    if not past.run.finished_at:
        left = len(past.run.questions) - past.answers
        parts.append(plural(translate("Review", "%n question(s) left", None, left)))
    return " · ".join(part for part in parts if part)
