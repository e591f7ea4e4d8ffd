"""Faults in the content, for its author: what, where, and what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from r2p_app.content.links import Link
from r2p_app.content.problems import Level, Problem
from r2p_app.ui.format import plural
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, column, label, row

_AnyIndex = QModelIndex | QPersistentModelIndex
_TONES = {Level.ERROR: "wrong", Level.WARNING: "note"}
_PAD = 3 * GRID


class ProblemModel(QAbstractListModel):
    """The problems in the order of their files."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problems: Sequence[Problem] = ()

    def replace(self, problems: Sequence[Problem]) -> None:
        """Show other problems."""
        self.beginResetModel()
        self.problems = problems
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a problem, as `r2p check` writes them, and as they are spoken."""
        problem = self.problems[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(problem)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(filter(None, (self.heading(problem), problem.message, problem.hint)))
        return None

    def heading(self, problem: Problem) -> str:
        """Return how bad it is and where it stands."""
        place = self.tr("%1, line %2").replace("%1", problem.file).replace("%2", str(problem.line))
        level = self.tr("Error") if problem.level is Level.ERROR else self.tr("Warning")
        return f"{level}: {place if problem.line else problem.file}"


class ProblemDelegate(QStyledItemDelegate):
    """Paints a problem: kind and place, the message, the hint; each wraps."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """As wide as the list, as high as the words need."""
        width = self._list().viewport().width()
        return QSize(width, self._heights(index, width)[-1] + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint the three parts below each other."""
        theme, area = current(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("accent-soft"))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), theme.colour("accent"))
        bottoms = self._heights(index, area.width())
        top = area.top() + _PAD
        for (text, role, token), bottom in zip(self._parts(index), bottoms, strict=True):
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(token))
            box = QRect(area.left() + _PAD, top, area.width() - 2 * _PAD, area.top() + bottom - top)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, text)
            top = area.top() + bottom
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _parts(self, index: _AnyIndex) -> list[tuple[str, TextRole, str]]:
        model = index.model()
        if not isinstance(model, ProblemModel):
            return []
        problem = model.problems[index.row()]
        parts = [
            (model.heading(problem), TextRole.SMALL_STRONG, _TONES[problem.level]),
            (problem.message, TextRole.BODY, "ink"),
            (problem.hint, TextRole.SMALL, "ink-2"),
        ]
        return [part for part in parts if part[0]]

    def _heights(self, index: _AnyIndex, width: int) -> list[int]:
        """Return where each part ends, from the top of the row."""
        bottom, bottoms = _PAD, []
        for text, role, _ in self._parts(index):
            metrics = QFontMetrics(current().font(role))
            box = QRect(0, 0, max(1, width - 2 * _PAD), 10_000)
            bottom += metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height() + GRID // 2
            bottoms.append(bottom)
        return bottoms

    def _list(self) -> QListView:
        parent = self.parent()
        assert isinstance(parent, QListView)
        return parent


class _List(QListView):
    """A list whose rows are measured anew when its width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ProblemsPage(Page):
    """The list of faults, kept up to date as files are saved."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self.lead = label("", tone="muted")
        self.copy = button(self.tr("Copy the list"))
        self.model = ProblemModel(self)
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ProblemDelegate(self.list))
        self.list.setAccessibleName(self.tr("Faults"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._build_layout()
        self.copy.clicked.connect(self._on_copy_clicked)
        copy_selected = QShortcut(QKeySequence.StandardKey.Copy, self.list)
        copy_selected.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy_selected.activated.connect(self._on_copy_clicked)
        self._show()

    def show_link(self, link: Link) -> None:
        """There is one view only."""

    def place(self) -> Link:
        """Return the link to this page."""
        return Link("problems")

    def refresh(self, _changes: Changes) -> None:
        """Show the faults of the content loaded now, staying near the one selected."""
        selected = self.list.currentIndex().row()
        self._show()
        self.list.setCurrentIndex(self.model.index(min(selected, self.model.rowCount() - 1)))

    def first_focus(self) -> QWidget | None:
        """The list, if there is one."""
        return self.list if self.model.rowCount() else None

    def _build_layout(self) -> None:
        head = row(spacing=4 * GRID)
        head.addWidget(label(self.tr("Faults in the content"), TextRole.H1), 1)
        head.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        box = column(into=self, spacing=3 * GRID, margins=(9 * GRID, 7 * GRID, 9 * GRID, 7 * GRID))
        box.addLayout(head)
        box.addWidget(self.lead)
        box.addWidget(self.list, 1)
        box.addStretch(0)

    def _show(self) -> None:
        problems = self.state.library.problems
        self.model.replace(problems)
        self.list.setVisible(bool(problems))
        self.copy.setVisible(bool(problems))
        self.lead.setText(self._words(problems))

    def _words(self, problems: Sequence[Problem]) -> str:
        if not problems:
            return self.tr("No faults were found. When a file is saved, this page follows within a second.")
        count = plural(self.tr("%n fault(s)", "", len(problems)))
        files = plural(self.tr("in %n file(s).", "", len({problem.file for problem in problems})))
        return f"{count} {files} {self.tr('What is sound is shown; what has an error is left out until it is mended.')}"

    @Slot()
    def _on_copy_clicked(self) -> None:
        """Copy what is selected, from the button everything."""
        chosen = (
            [] if self.sender() is self.copy else sorted(self.list.selectedIndexes(), key=lambda index: index.row())
        )
        lines = [str(index.data()) for index in chosen] or [str(problem) for problem in self.model.problems]
        QApplication.clipboard().setText("\n".join(lines))
        self.announced.emit(plural(self.tr("%n line(s) copied", "", len(lines))))
