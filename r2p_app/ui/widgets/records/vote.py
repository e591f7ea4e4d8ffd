"""A recorded vote as a roll of circles, with the count in words and the names of who did not vote in favour."""

import enum
import math

from PySide6.QtCore import QCoreApplication, QEvent, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r2p_app.content.model import Vote
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.typography import refine

_SIZE, _GAP = 22, 8
"""Pixels at 100 % text: a circle, and the room between two."""


class Ballot(enum.Enum):
    """How one state voted: a filled circle, a crossed one, a dashed one. Never colour alone."""

    IN_FAVOUR = "in favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"


def ballots(vote: Vote) -> tuple[Ballot, ...]:
    """Return one ballot for each vote, those in favour first."""
    return (
        *(Ballot.IN_FAVOUR,) * vote.in_favour,
        *(Ballot.AGAINST,) * vote.against,
        *(Ballot.ABSTAINING,) * vote.abstaining,
    )


def vote_words(vote: Vote) -> str:
    """Return the count in words: "10 for · 0 against · 5 abstained"."""
    words = QCoreApplication.translate("Vote", "%1 for · %2 against · %3 abstained")
    counts = zip(("%1", "%2", "%3"), (vote.in_favour, vote.against, vote.abstaining), strict=True)
    for mark, count in counts:
        words = words.replace(mark, str(count))
    return words


class VoteRoll(QWidget):
    """The circles, and under them the words."""

    def __init__(self, vote: Vote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(_Circles(vote), label(vote_words(vote), TextRole.BODY_STRONG), into=self, spacing=GRID)
        for words, names in ((self.tr("Against: %1"), vote.opponents), (self.tr("Abstained: %1"), vote.abstainers)):
            if names:
                box.addWidget(label(words.replace("%1", ", ".join(names)), TextRole.BODY, tone="muted"))
        if vote.note:
            box.addWidget(label(refine(vote.note), TextRole.SMALL, tone="muted"))


class _Circles(QWidget):
    def __init__(self, vote: Vote, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ballots = ballots(vote)
        self.setAccessibleName(vote_words(vote))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As high as the present width asks."""
        return QSize(current().px(10 * (_SIZE + _GAP)), self.heightForWidth(max(1, self.width())))

    def hasHeightForWidth(self) -> bool:
        """The roll goes on in the next line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return math.ceil(len(self._ballots) / self._per_line(width)) * current().px(_SIZE + _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one circle for each vote."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, size, per_line = current().px(_SIZE + _GAP), current().px(_SIZE), self._per_line(self.width())
        for index, ballot in enumerate(self._ballots):
            line, place = divmod(index, per_line)
            _paint_ballot(painter, ballot, QRectF(place * step + 1, line * step + 1, size, size))

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()

    def _per_line(self, width: int) -> int:
        """At most ten in a line, so that the eye can count."""
        return max(1, min(10, (width - 2) // current().px(_SIZE + _GAP)))


def _paint_ballot(painter: QPainter, ballot: Ballot, box: QRectF) -> None:
    theme = current()
    match ballot:
        case Ballot.IN_FAVOUR:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("prevent"))
            painter.drawEllipse(box)
        case Ballot.AGAINST:
            painter.setPen(QPen(theme.colour("wrong"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            inset = box.width() * 0.29
            cross = box.adjusted(inset, inset, -inset, -inset)
            painter.drawLine(QLineF(cross.topLeft(), cross.bottomRight()))
            painter.drawLine(QLineF(cross.topRight(), cross.bottomLeft()))
        case Ballot.ABSTAINING:
            painter.setPen(QPen(theme.colour("ink-2"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
