"""Asks how a poster is to be printed, and shows how many sheets that takes."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize, QSizeF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from r2p_app.timeline.ranges import read_range, write_range
from r2p_app.ui.announce import announce
from r2p_app.ui.format import number, plural
from r2p_app.ui.profile_dialogs import AskDialog
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.timeline.export_seen import Seen
from r2p_app.ui.timeline.marks import lane_colour
from r2p_app.ui.timeline.poster import MOST_COLUMNS, MOST_EVENTS, PAPERS, PaperPlan, Poster
from r2p_app.ui.timeline.words import count_of_events
from r2p_app.ui.widgets.basic import column, label, row

translate = QCoreApplication.translate

_TEXTS = (
    (7.0, str(QT_TRANSLATE_NOOP("PosterDialog", "Small (7 pt)"))),
    (8.5, str(QT_TRANSLATE_NOOP("PosterDialog", "Medium (8.5 pt)"))),
    (11.0, str(QT_TRANSLATE_NOOP("PosterDialog", "Large (11 pt)"))),
)


class SheetsPreview(QWidget):
    """The sheets of a poster, small, with where its lanes are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._poster: Poster | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_poster(self, poster: Poster | None) -> None:
        """Show another poster, or none."""
        self._poster = poster
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough to see the sheets."""
        return QSize(current().px(220), current().px(150))

    def minimumSizeHint(self) -> QSize:
        """Never less than a stamp."""
        return QSize(current().px(100), current().px(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheets side by side, as far as they fit."""
        poster = self._poster
        if poster is None:
            return
        sheet = poster.plan.sheet
        scale = min(
            self.width() / (sheet.width() * poster.plan.columns), self.height() / (sheet.height() * poster.rows)
        )
        size = QSizeF(sheet.width() * scale, sheet.height() * scale)
        with QPainter(self) as painter:
            for number_ in range(poster.sheets):
                line, place = divmod(number_, poster.plan.columns)
                box = QRectF(place * size.width(), line * size.height(), size.width(), size.height())
                painter.setPen(current().colour("control-line"))
                painter.setBrush(current().colour("surface"))
                painter.drawRect(box.adjusted(1, 1, -2, -2))
                self._paint_events(painter, poster, box.adjusted(3, 3, -3, -3), line, place)

    def _paint_events(self, painter: QPainter, poster: Poster, box: QRectF, line: int, place: int) -> None:
        rect = poster.sheet_rect(line, place)
        across, down = box.width() / rect.width(), box.height() / rect.height()
        for lane in poster.lanes:
            colour = lane_colour(lane.lane)
            for block in lane.blocks:
                want = block.want
                left, top = block.label - rect.left(), block.top - rect.top()
                if poster.grid.row(block.top) == line and left >= 0 and left + want.width <= rect.width() + 1:
                    height = max(1.0, want.lines * poster.spacing.line * down - 1)
                    words = QRectF(box.left() + left * across, box.top() + top * down, want.width * across, height)
                    painter.fillRect(words, colour)


class PosterDialog(AskDialog):
    """Paper, direction, sheets side by side, size of the text, days; the answer is a `PaperPlan` and what is seen."""

    def __init__(self, seen: Seen, parent: QWidget) -> None:
        super().__init__(
            self.tr("Poster"),
            self.tr("Every event keeps its whole title; the sheets are glued together."),
            self.tr("Save as PDF…"),
            parent,
        )
        self._seen = seen
        self.paper, self.columns, self.text = QComboBox(), QComboBox(), QComboBox()
        days = dict(write_range(*self._range()))
        self.first, self.last = QLineEdit(days["from"]), QLineEdit(days["to"])
        self.preview, self.count = SheetsPreview(), label("", TextRole.SMALL)
        self._fill()
        self._build_layout()
        self._connect()
        self._show()

    @property
    def plan(self) -> PaperPlan:
        """How it is to be printed."""
        paper, landscape = self.paper.currentData()
        return PaperPlan(paper, landscape, self.columns.currentData(), self.text.currentData())

    @property
    def seen(self) -> Seen:
        """What is to be printed, on the days that the person chose."""
        days = read_range(self.first.text().strip(), self.last.text().strip())
        return self._seen if days is None else self._seen.between(*days)

    def _range(self) -> tuple[float, float]:
        first, last = self._seen.days
        return float(first), float(last + 1)

    def _fill(self) -> None:
        usual = PaperPlan()
        for paper in PAPERS:
            self.paper.addItem(self.tr("%1, landscape").replace("%1", paper), (paper, True))
            self.paper.addItem(self.tr("%1, portrait").replace("%1", paper), (paper, False))
        for count in range(1, MOST_COLUMNS + 1):
            self.columns.addItem(number(count), count)
        for points, words in _TEXTS:
            self.text.addItem(translate("PosterDialog", words), points)
        self.columns.setCurrentIndex(usual.columns - 1)
        self.text.setCurrentIndex([points for points, _ in _TEXTS].index(usual.points))

    def _build_layout(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(3 * GRID)
        form.setVerticalSpacing(2 * GRID)
        self._add(form, 0, self.tr("&Paper"), self.paper)
        self._add(form, 1, self.tr("&Sheets across"), self.columns)
        self._add(form, 2, self.tr("Size of &text"), self.text)
        self._add(form, 3, self.tr("&From"), self.first)
        self._add(form, 4, self.tr("T&o"), self.last)
        beside = column(self.preview, self.count, spacing=2 * GRID)
        whole = row(spacing=5 * GRID)
        whole.addLayout(form)
        whole.addLayout(beside, 1)
        self.body.addLayout(whole)
        self.do.setDefault(True)

    def _add(self, form: QGridLayout, line: int, words: str, field: QWidget) -> None:
        named = QLabel(words)
        named.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        form.addWidget(named, line, 0)
        form.addWidget(field, line, 1)

    def _connect(self) -> None:
        for choice in (self.paper, self.columns, self.text):
            choice.currentIndexChanged.connect(self._on_choice_changed)
        self.first.textChanged.connect(self._on_choice_changed)
        self.last.textChanged.connect(self._on_choice_changed)

    @Slot()
    def _on_choice_changed(self) -> None:
        self._show()
        announce(self.count, self.count.text())

    def _show(self) -> None:
        """Lay the poster out and say how many sheets it takes, or why there is none."""
        fault = self._fault()
        poster = None if fault else Poster(self.seen, self.plan)
        self.preview.show_poster(poster)
        self.count.setText(fault or self._words(poster))
        self.do.setEnabled(not fault)

    def _fault(self) -> str:
        if read_range(self.first.text().strip(), self.last.text().strip()) is None:
            return self.tr("Write two days such as 1994-04-07 and 1994-07-18, or two years.")
        count = len(self.seen.indices)
        if not count:
            return self.tr("There are no events on these days.")
        if count > MOST_EVENTS:
            most = self.tr("A poster has room for %1 events; these days have %2. Choose fewer days, or filter.")
            return most.replace("%1", number(MOST_EVENTS)).replace("%2", number(count))
        return ""

    def _words(self, poster: Poster | None) -> str:
        assert poster is not None
        sheets = plural(self.tr("%n sheet(s)", "", poster.sheets))
        return (
            self.tr("%1, %2 by %3, with %4.")
            .replace("%1", sheets)
            .replace("%2", str(poster.plan.columns))
            .replace("%3", str(poster.rows))
            .replace("%4", count_of_events(len(poster.seen.indices)))
        )
