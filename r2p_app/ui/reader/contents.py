"""The chapters of a case beside the text: where one is, what is finished, how far one has come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QMenu, QProgressBar, QSizePolicy, QWidget

from r2p_app.content.model import Case, Chapter, Responsibility
from r2p_app.ui.format import percent
from r2p_app.ui.reader.closing import chapter_link, numbered
from r2p_app.ui.reader.progress import Progress, is_finished
from r2p_app.ui.text import label as enum_label
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import ResponsibilityMark, column, label, row

_SIDE, _TICK = 10, 16
"""Pixels at 100 % text: room left and right of a row's words, and the size of its tick."""


class ChapterRow(QAbstractButton):
    """One chapter: number and title over as many lines as they need, and a tick when it is finished."""

    def __init__(self, words: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self._colour = colour
        self._is_finished = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[tuple[int, bool, str], int] = {}
        self.set_state(False, False)

    def set_state(self, is_current: bool, is_finished: bool) -> None:
        """Say whether the chapter is shown, and whether it was read to its end."""
        self._is_finished = is_finished
        self.setChecked(is_current)
        self.setAccessibleName(self.tr("%1, finished").replace("%1", self.text()) if is_finished else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the words are in the present width."""
        return QSize(current().px(200), self.heightForWidth(max(self.width(), current().px(120))))

    def hasHeightForWidth(self) -> bool:
        """Long titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped title; Qt asks often, and for the same widths."""
        key = (width, self.isChecked(), self.text())
        if key not in self._heights:
            self._heights[key] = self._measure(width)
        return self._heights[key]

    def _measure(self, width: int) -> int:
        box = self._words_box(width)
        metrics = QFontMetrics(self._font())
        words = metrics.boundingRect(0, 0, round(box.width()), 10_000, int(Qt.TextFlag.TextWordWrap), self.text())
        return max(current().px(40), words.height() + current().px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row; the present chapter is bold on a tint, so that colour alone does not tell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, frame = current(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                theme.colour(theme.case_token(self._colour), 0.16) if self.isChecked() else theme.colour("surface-2")
            )
            painter.drawRoundedRect(frame, 6, 6)
        painter.setFont(self._font())
        painter.setPen(theme.colour("ink"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._words_box(self.width()), flags, self.text())
        if self._is_finished:
            _paint_tick(painter, self._tick_box())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(frame, 6, 6)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
            self.updateGeometry()
            self.update()

    def _font(self) -> QFont:
        return current().font(TextRole.BODY_STRONG if self.isChecked() else TextRole.BODY)

    def _words_box(self, width: int) -> QRectF:
        side, tick = current().px(_SIDE), current().px(_TICK)
        return QRectF(side, 0, max(1, width - 2 * side - tick - GRID), self.height())

    def _tick_box(self) -> QRectF:
        side, tick = current().px(_SIDE), current().px(_TICK)
        return QRectF(self.width() - side - tick, (self.height() - tick) / 2, tick, tick)


def _paint_tick(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(current().colour("ink-2"), max(1.5, box.width() / 10)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.12, 0.55), (0.4, 0.82), (0.9, 0.2))
    painter.drawPolyline(
        QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])
    )


class ContentsPanel(QWidget):
    """The chapters of a case, what the marks mean, and how much is read; the row above has the name of the case.

    Signals:
        link_requested: Go to this chapter.
    """

    link_requested = Signal(str)

    def __init__(self, case: Case, chapters: Sequence[Chapter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._chapters = case, chapters
        self._rows = [ChapterRow(numbered(case, chapter), case.colour or case.id) for chapter in chapters]
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._share = label("", TextRole.SMALL, tone="muted")
        self._build_layout()
        for chapter_row in self._rows:
            chapter_row.clicked.connect(self._on_row_clicked)

    def show_state(self, current_id: str, progress: Progress, share: float) -> None:
        """Show which chapter is open, which are finished, and how much of the case is read."""
        for chapter, chapter_row in zip(self._chapters, self._rows, strict=True):
            chapter_row.set_state(chapter.id == current_id, is_finished(progress, chapter))
        words = self.tr("%1 read").replace("%1", percent(share))
        self._bar.setUpdatesEnabled(False)  # else Qt paints it, and lays the page out, at once
        self._bar.setValue(round(share * 100))
        self._bar.setUpdatesEnabled(True)
        self._bar.setAccessibleName(words)
        self._share.setText(words)

    def _build_layout(self) -> None:
        box = column(into=self, spacing=GRID)
        for chapter_row in self._rows:
            box.addWidget(chapter_row)
        box.addSpacing(4 * GRID)
        for responsibility in Responsibility:
            words = label(enum_label(responsibility), TextRole.SMALL, tone="muted")
            line = row(ResponsibilityMark(responsibility.value), words, margins=(_SIDE, 2, 0, 2))
            line.setStretch(1, 1)
            box.addLayout(line)
        box.addSpacing(4 * GRID)
        box.addWidget(self._bar)
        box.addWidget(self._share)
        box.addStretch(1)

    @Slot()
    def _on_row_clicked(self) -> None:
        index = next(i for i, chapter_row in enumerate(self._rows) if chapter_row is self.sender())
        self._rows[index].setChecked(True)
        self.link_requested.emit(str(chapter_link(self._case, self._chapters[index].id)))


class ContentsMenu(QMenu):
    """The same chapters as a menu, for windows without room for the panel.

    Signals:
        link_requested: Go to this chapter.
    """

    link_requested = Signal(str)

    def __init__(
        self,
        case: Case,
        chapters: Sequence[Chapter],
        current_id: str,
        progress: Progress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._case = case
        self.setAccessibleName(self.tr("Chapters"))
        for chapter in chapters:
            done = self.tr("%1 (finished)") if is_finished(progress, chapter) else "%1"
            action = QAction(done.replace("%1", numbered(case, chapter)), self)
            action.setCheckable(True)
            action.setChecked(chapter.id == current_id)
            action.setData(chapter.id)
            self.addAction(action)
        self.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.link_requested.emit(str(chapter_link(self._case, str(action.data()))))
