"""The row of tabs above a case: painted from the theme; a menu where there is no room for all of them."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QTabBar, QWidget

from r2p_app.content.model import Case
from r2p_app.ui.case.tabs import TabSpec, tab_title
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole, Theme
from r2p_app.ui.widgets.basic import column, label, row

_PADDING, _HIGH, _LINE = 10, 40, 3
"""Pixels at 100 % text: room left and right of a title, the height of a tab, the line under the one that is open."""

_MARGIN = 9 * GRID


@lru_cache(maxsize=64)
def _bold_width(words: str, theme: Theme) -> int:
    """Return how wide a title is in bold: every case has the same titles, and Qt asks a hundred times for each."""
    return QFontMetrics(theme.font(TextRole.BODY_STRONG)).horizontalAdvance(words)


class TabBar(QTabBar):
    """Tabs in the look of the program: the open one bold, in the accent, over a line, so that colour is not alone."""

    def __init__(self, titles: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for title in titles:
            self.addTab(title)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """As wide as the title is in bold: nothing moves when another tab opens."""
        words = _bold_width(self.tabText(index), current())
        return QSize(words + 2 * current().px(_PADDING), current().px(_HIGH))

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802
        """Titles are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the titles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            self._paint_tab(painter, index, index == pointed)

    def _paint_tab(self, painter: QPainter, index: int, is_pointed: bool) -> None:
        theme, box, is_open = current(), self.tabRect(index), index == self.currentIndex()
        if is_pointed and not is_open:
            painter.fillRect(box, theme.colour("surface-2"))
        painter.setFont(theme.font(TextRole.BODY_STRONG if is_open else TextRole.BODY))
        painter.setPen(theme.colour("accent" if is_open else "ink-2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(index))
        if is_open:
            side, high = theme.px(_PADDING), theme.px(_LINE)
            line = QRect(box.left() + side, box.bottom() + 1 - high, box.width() - 2 * side, high)
            painter.fillRect(line, theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which tab is under the pointer."""
        super().mouseMoveEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that none is."""
        super().leaveEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()


class TabRow(QWidget):
    """The name of a case and its tabs; the tabs go under the name, and become a menu, as the room gets less.

    Signals:
        chosen: The person wants this `TabSpec`.
    """

    chosen = Signal(object)

    def __init__(self, case: Case, tabs: Sequence[TabSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = tuple(tabs)
        self._titles = [tab_title(tab) for tab in tabs]
        self.title = label(case.title, TextRole.H2, tone=case.colour or case.id, wrap=False)
        self.bar = TabBar(self._titles, case.title)
        self.opener = _Opener(self.tr("Parts of the case"))
        self.bar.currentChanged.connect(self._on_bar_current_changed)
        self.opener.clicked.connect(self._on_opener_clicked)
        self._line = row(self.title, self.opener, spacing=4 * GRID)
        self._line.addStretch(1)
        self._box = column(into=self, spacing=0, margins=(_MARGIN, 3 * GRID, _MARGIN, 0))
        self._box.addLayout(self._line)
        self._line.insertWidget(1, self.bar)
        self._fit()

    def show_tab(self, tab: TabSpec) -> None:
        """Show which tab is open; nobody is told."""
        index = self._tabs.index(tab)
        blocked = self.bar.blockSignals(True)
        self.bar.setCurrentIndex(index)
        self.bar.blockSignals(blocked)
        self.opener.show_words(self._titles[index])

    def step(self, by: int) -> None:
        """Ask for the next tab, or the one before; after the last comes the first."""
        self.chosen.emit(self._tabs[(self.bar.currentIndex() + by) % len(self._tabs)])

    def focus_stop(self) -> QWidget:
        """Return what Tab reaches."""
        return self.bar if self.opener.isHidden() else self.opener

    def minimumSizeHint(self) -> QSize:
        """Any width will do, since the tabs give way to a menu."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Arrange for the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        room, wanted = self.width() - 2 * _MARGIN, self.bar.sizeHint().width()
        is_menu, had_focus = wanted > room, self.bar.hasFocus() or self.opener.hasFocus()
        is_beside = not is_menu and self.title.sizeHint().width() + self._line.spacing() + wanted <= room
        holder = self._line if is_beside else self._box
        if holder.indexOf(self.bar) < 0:
            (self._box if is_beside else self._line).removeWidget(self.bar)
            self._box.addWidget(self.bar) if holder is self._box else self._line.insertWidget(1, self.bar)
        self.bar.setVisible(not is_menu)
        self.opener.setVisible(is_menu)
        if had_focus and not self.focus_stop().hasFocus():
            self.focus_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_bar_current_changed(self, index: int) -> None:
        self.chosen.emit(self._tabs[index])

    @Slot()
    def _on_opener_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.opener.accessibleDescription())
        for index, title in enumerate(self._titles):
            action = QAction(title, menu)
            action.setCheckable(True)
            action.setChecked(index == self.bar.currentIndex())
            action.setData(index)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.opener.mapToGlobal(self.opener.rect().bottomLeft()))

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._tabs[int(action.data())])


class _Opener(QPushButton):
    """The open tab by name; a press lists all of them."""

    def __init__(self, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "secondary")
        self.setAutoDefault(True)  # else only the space bar presses it
        self.setAccessibleDescription(meaning)

    def show_words(self, title: str) -> None:
        """Name the tab that is open."""
        self.setText(f"{title}  ▾")
        self.setAccessibleName(title)
