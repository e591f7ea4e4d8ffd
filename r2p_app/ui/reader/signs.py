"""The learner's marks in a chapter: drawn in its text, with a small sign beside each line that holds one."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.notes.placing import Lost, place
from r2p_app.notes.text import Extent
from r2p_app.ui.notes.marks import Marks
from r2p_app.ui.notes.words import ICONS, name_of
from r2p_app.ui.reader.run import RunView
from r2p_app.ui.reader.sheet import ChapterSheet
from r2p_app.ui.reader.text import marked_text
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.icon_button import IconButton
from r2p_app.ui.widgets.marked import HIGHLIGHT, NOTE, Marked

_LAYER = "marks"
_SIDE = 26
"""Pixels that a sign takes beside the text; marks whose lines are closer share one."""

_STYLES = {Kind.HIGHLIGHT: HIGHLIGHT, Kind.NOTE: NOTE}


class MarkSign(IconButton):
    """The sign of the marks that begin in a line.

    Signals:
        chosen: This mark was chosen.
    """

    chosen = Signal(object)

    def __init__(self, marks: tuple[Annotation, ...], parent: QWidget) -> None:
        first = max(marks, key=lambda mark: mark.kind is Kind.NOTE)
        names = "; ".join(name_of(mark) for mark in marks)
        super().__init__(ICONS[first.kind], name=names, kind="sign", token="note", size=16, parent=parent)
        self.marks = marks
        self.setToolTip("\n".join(name_of(mark) for mark in marks))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        if len(self.marks) == 1:
            self.chosen.emit(self.marks[0])
        else:
            self._offer()

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.accessibleName())
        menu.aboutToHide.connect(menu.deleteLater)
        for mark in self.marks:
            action = QAction(name_of(mark), menu)
            action.setData(mark)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class ChapterMarks(QObject):
    """Shows the marks of one chapter in its sheet, which owns it.

    Signals:
        chosen: The sign of this mark was pressed.
    """

    chosen = Signal(object)

    def __init__(self, sheet: ChapterSheet, marks: Marks) -> None:
        super().__init__(sheet)
        self._sheet, self._marks = sheet, marks
        self._text = marked_text(sheet.chapter)
        self._placed: list[tuple[Annotation, Extent]] = []
        self._signs: dict[tuple[Annotation, ...], MarkSign] = {}
        sheet.run_made.connect(self._on_sheet_run_made)
        sheet.laid_out.connect(self._on_sheet_laid_out)
        self.refresh()

    def refresh(self) -> None:
        """Show what is marked by now."""
        self._placed = []
        for annotation in self._marks.log.of(self._sheet.chapter.id):
            placement = place(annotation, self._text)
            if not isinstance(placement, Lost):
                self._placed.append((annotation, placement.extent))
        for run in self._sheet.runs:
            self._show(run)
        self._place_signs()

    def overlapping(self, extent: Extent, kinds: Iterable[Kind] = tuple(Kind)) -> list[Annotation]:
        """Return the marks of some kinds that share characters with a stretch."""
        wanted = set(kinds)
        return [
            a for a, other in self._placed if a.kind in wanted and other.start < extent.end > extent.start < other.end
        ]

    def extent_of(self, annotation: Annotation) -> Extent | None:
        """Return where a mark stands; None for one that is lost, or elsewhere."""
        return next((extent for other, extent in self._placed if other.id == annotation.id), None)

    def _show(self, run: RunView) -> None:
        run.mark(_LAYER, tuple(self._marked(run)))

    def _marked(self, run: RunView) -> Iterator[Marked]:
        for annotation, extent in self._placed:
            if (style := _STYLES.get(annotation.kind)) is not None:
                for anchor, first, last in self._text.parts(extent):
                    start, end = run.places.position(anchor, first), run.places.position(anchor, last)
                    if start is not None and end is not None:
                        yield Marked(start, end, style)

    def _place_signs(self) -> None:
        """Put a sign beside every line in which a mark begins, as far as the text is made."""
        kept: dict[tuple[Annotation, ...], MarkSign] = {}
        for marks, run, top in self._lines():
            sign = self._signs.pop(marks, None) or self._make(marks, run)
            side = current().px(_SIDE)
            sign.setGeometry(QRect(max(0, run.x() - side - GRID // 2), top, side, side))
            sign.show()
            kept[marks] = sign
        for old in self._signs.values():
            old.hide()
            old.deleteLater()
        self._signs = kept

    def _lines(self) -> Iterator[tuple[tuple[Annotation, ...], RunView, int]]:
        """Yield marks that begin in the same line or just below, with the run and the height of the first."""
        step = current().px(_SIDE)
        for run in self._sheet.runs:
            tops = sorted(((top, mark) for top, mark in self._tops(run)), key=lambda each: each[0])
            for _, group in groupby(tops, key=lambda each: each[0] // step):
                lines = list(group)
                yield tuple(mark for _, mark in lines), run, lines[0][0]

    def _tops(self, run: RunView) -> Iterator[tuple[int, Annotation]]:
        for annotation, extent in self._placed:
            anchor, character = self._text.locate(extent.start)
            if (position := run.places.position(anchor, character)) is not None:
                yield run.y() + run.position_top(position), annotation

    def _make(self, marks: tuple[Annotation, ...], run: RunView) -> MarkSign:
        sign = MarkSign(marks, self._sheet)
        sign.chosen.connect(self.chosen)
        QWidget.setTabOrder(run, sign)
        sign.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return sign

    @Slot(object)
    def _on_sheet_run_made(self, run: RunView) -> None:
        self._show(run)

    @Slot()
    def _on_sheet_laid_out(self) -> None:
        self._place_signs()
