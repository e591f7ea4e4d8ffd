"""What you can do by case and by kind of question, with the time it took."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Case
from r2p_app.ui.charts.table import RowsModel, RowsTable
from r2p_app.ui.format import percent
from r2p_app.ui.quiz.words import kind_name
from r2p_app.ui.review.cards import TwinCard, share_line
from r2p_app.ui.review.standing import ReviewStanding
from r2p_app.ui.review.words import time_words
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Rule, column, label

translate = QCoreApplication.translate


class GroupRow(NamedTuple):
    """A case or a kind: its name, the colour of its bar, and how much of it is known. `time` is "" where unknown."""

    name: str
    token: str
    share: float
    answered: int
    questions: int
    time: str = ""


class GroupsCard(TwinCard):
    """Rows with bars under a title; the table has the numbers behind them."""

    def __init__(self, title: str, first: str, rows: Sequence[GroupRow], parent: QWidget | None = None) -> None:
        self._title, self._first, self._rows = title, first, rows
        drawn = QWidget()
        super().__init__(title, drawn, self._make, parent)
        box = column(into=drawn, spacing=2 * GRID, margins=(0, GRID, 0, 0))
        for row in rows:
            box.addLayout(share_line(row.name, row.share, row.token, percent(row.share)))
            box.addWidget(Rule())
        note = self.tr("The share of all their questions that you would be expected to answer today.")
        self.body.insertWidget(1, label(note, TextRole.SMALL, tone="muted"))

    def _make(self) -> QWidget:
        has_time = any(row.time for row in self._rows)
        heads = [self._first, self.tr("Expected"), self.tr("Answered"), self.tr("Questions")]
        rows = [[row.name, percent(row.share), str(row.answered), str(row.questions)] for row in self._rows]
        if has_time:
            heads.append(self.tr("Time spent"))
            for cells, row in zip(rows, self._rows, strict=True):
                cells.append(row.time)
        numeric = set(range(1, len(heads)))
        return RowsTable(RowsModel(heads, rows, numeric), self._title, stretched=0)


def cases_card(library: Library, standing: ReviewStanding) -> GroupsCard:
    """Return the card of the cases, in their order."""
    rows = [
        GroupRow(
            case.title if (case := library.find(row.group, Case)) else row.group,
            current().case_token(row.group),
            row.share,
            row.answered,
            row.questions,
            time_words(standing.case_seconds.get(row.group, 0.0)),
        )
        for row in standing.progress.cases
    ]
    return GroupsCard(translate("Review", "By case"), translate("Review", "Case"), rows)


def kinds_card(standing: ReviewStanding) -> GroupsCard:
    """Return the card of the kinds of question that were answered at least once."""
    rows = [
        GroupRow(_capital(kind_name(row.group)), "accent", row.share, row.answered, row.questions)
        for row in standing.progress.kinds
        if row.answered
    ]
    return GroupsCard(translate("Review", "By kind of question"), translate("Review", "Kind"), rows)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
