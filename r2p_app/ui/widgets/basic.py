"""The small parts every page is built from: labels, buttons, cards, columns."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.heading import LEVELS, Heading

L = TypeVar("L", bound=QBoxLayout)

_SHAPES = {
    "react": ((0.5, 0.06), (1.0, 0.94), (0.0, 0.94)),
    "rebuild": ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
}


def label(
    text: str,
    role: TextRole = TextRole.BODY,
    *,
    tone: str = "",
    wrap: bool = True,
    is_heading: bool = True,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label in a text role; `tone` is one of the style sheet's (muted, right, wrong, note, a case).

    What is only as large as a heading is told so by `is_heading`.
    """
    level = LEVELS.get(role) if is_heading else None
    made = QLabel(text, parent) if level is None else Heading(text, level, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("role", role.name)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(text: str, kind: str = "", *, name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a button of a kind the style sheet knows; `name` is the accessible name where the text is not enough."""
    made = QPushButton(text, parent)
    made.setAutoDefault(True)  # else only the space bar presses it
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        made.setProperty("kind", kind)
    made.setAccessibleName(name or text)
    return made


def restyle(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties and let the style sheet see them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def column(
    *widgets: QWidget, spacing: int = 2 * GRID, margins: Sequence[int] = (0, 0, 0, 0), into: QWidget | None = None
) -> QVBoxLayout:
    """Return a vertical layout with these widgets, top to bottom."""
    return _box(QVBoxLayout(into) if into else QVBoxLayout(), widgets, spacing, margins)


def row(
    *widgets: QWidget, spacing: int = 2 * GRID, margins: Sequence[int] = (0, 0, 0, 0), into: QWidget | None = None
) -> QHBoxLayout:
    """Return a horizontal layout with these widgets, in reading order."""
    return _box(QHBoxLayout(into) if into else QHBoxLayout(), widgets, spacing, margins)


def _box(layout: L, widgets: Sequence[QWidget], spacing: int, margins: Sequence[int]) -> L:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


class Card(QFrame):
    """A bordered surface. `kind` is "true", "note", "check" or "floating"; `edge` a case whose colour marks the top."""

    def __init__(self, kind: str = "true", *, edge: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        if edge:
            self.setProperty("edge", edge)
        self.body = column(into=self, margins=(5 * GRID, 4 * GRID, 5 * GRID, 4 * GRID))


class Rule(QFrame):
    """A thin horizontal line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", True)
        self.setFixedHeight(1)


class _Holder(QWidget):
    """What a page scrolls: as high as its width needs, where Qt would leave room for the narrowest width too."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no height of its own where the height follows from the width."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class ScrollPage(QScrollArea):
    """A page that scrolls, its content in a column no wider than `max_width` pixels at 100 % text.

    Tab passes it by. Where it is given the focus all the same, keys scroll it and a ring shows it.
    """

    def __init__(self, max_width: int = 1160, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._max_width = max_width
        self.setProperty("page", True)
        self.setProperty("ring", False)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = _Holder()
        self.content = QWidget()
        self.body = column(into=self.content, spacing=4 * GRID, margins=(9 * GRID, 7 * GRID, 9 * GRID, 9 * GRID))
        outer = row(into=holder)
        outer.addWidget(self.content, 1000, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)  # takes what the column does not
        self.setWidget(holder)
        self._fit()

    def _fit(self) -> None:
        self.content.setMaximumWidth(current().px(self._max_width))

    def changeEvent(self, event: QEvent) -> None:
        """Widen the column with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        restyle(self, ring=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        restyle(self, ring=False)


def page_around(widget: QWidget) -> ScrollPage | None:
    """Return the scrolled page in which a widget stands."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, ScrollPage):
        around = around.parentWidget()
    return around


def responsibility_path(kind: str) -> QPainterPath:
    """Return the shape of a responsibility's mark in a square of one pixel."""
    path = QPainterPath()
    if kind in _SHAPES:
        path.addPolygon(QPolygonF([QPointF(*point) for point in _SHAPES[kind]]))
        path.closeSubpath()
    else:
        path.addEllipse(0, 0, 1, 1)
    return path


def paint_responsibility(painter: QPainter, kind: str, x: float, y: float, size: float) -> None:
    """Paint the mark of a responsibility in its shape and colour, its top left at x, y."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour(kind))
    painter.translate(x, y)
    painter.scale(size, size)
    painter.drawPath(responsibility_path(kind))
    painter.restore()


class ResponsibilityMark(QWidget):
    """The mark of prevent (circle), react (triangle) or rebuild (square); the word stands beside it."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = current().px(12)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        paint_responsibility(painter, self._kind, 0, 0, min(self.width(), self.height()))
