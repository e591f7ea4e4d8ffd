"""The rail: one entry for each page, in groups. One Tab reaches it, arrows walk it, the next Tab leaves it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from r2p_app.ui.routes import PAGES, PageSpec, page_title
from r2p_app.ui.theme.frame import RAIL
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.icon_button import IconButton

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class RailEntry(IconButton):
    """A page's entry, with a number at its right edge where something waits there."""

    _count = 0

    def set_count(self, count: int, spoken: str) -> None:
        """Show a number, and say it."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {spoken}" if count else self.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number over the button."""
        super().paintEvent(event)
        if self._count:
            painter, theme = QPainter(self), current()
            painter.setFont(theme.font(TextRole.SMALL_STRONG))
            painter.setPen(theme.colour("accent"))
            room = self.rect().adjusted(0, 0, -theme.px(3 * GRID), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self._count))


class Rail(QFrame):
    """The pages, the open one marked.

    Signals:
        page_requested: The person chose the page with this name.
    """

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Rail")
        self.setAccessibleName(self.tr("Pages"))
        self._entries: dict[str, RailEntry] = {}
        self._build_layout()
        self._set_tab_stop(next(iter(self._entries.values())))
        self.setFixedWidth(current().px(RAIL))

    @property
    def entries(self) -> tuple[QPushButton, ...]:
        """The entries in order."""
        return tuple(self._entries.values())

    def set_current(self, name: str) -> None:
        """Mark the entry of the open page; a page that is not in the rail leaves none marked."""
        for page, entry in self._entries.items():
            entry.setChecked(page == name)
        if name in self._entries:
            self._set_tab_stop(self._entries[name])

    def set_count(self, name: str, count: int, spoken: str) -> None:
        """Show how many things wait on a page; `spoken` says it to a screen reader. None are not shown."""
        self._entries[name].set_count(count, spoken)

    def focus_entry(self) -> QWidget:
        """Return the entry that Tab reaches."""
        return next(entry for entry in self._entries.values() if entry.focusPolicy() == Qt.FocusPolicy.StrongFocus)

    def _build_layout(self) -> None:
        box = column(into=self, spacing=GRID // 2, margins=(3 * GRID, 4 * GRID, 3 * GRID, 4 * GRID))
        group = ""
        for page in PAGES:
            if page.group != group:
                group = page.group
                box.addWidget(label(QCoreApplication.translate("Rail", group), TextRole.SMALL, wrap=False))
            box.addWidget(self._entry(page))
        box.addStretch(1)

    def _entry(self, page: PageSpec) -> QPushButton:
        entry = RailEntry(page.icon, page_title(page), kind="rail", on="accent", parent=self)
        entry.setObjectName(page.name)
        entry.setCheckable(True)
        entry.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        entry.clicked.connect(self._on_entry_clicked)
        entry.installEventFilter(self)
        self._entries[page.name] = entry
        return entry

    def _set_tab_stop(self, chosen: QPushButton) -> None:
        for entry in self._entries.values():
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is chosen else Qt.FocusPolicy.ClickFocus)

    def _step(self, entry: QPushButton, step: int) -> None:
        entries = self.entries
        target = entries[max(0, min(len(entries) - 1, entries.index(entry) + step))]
        self._set_tab_stop(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_entry_clicked(self) -> None:
        entry = self.sender()
        if isinstance(entry, QPushButton):
            entry.setChecked(True)  # a click on the open page does not unmark it
            self.page_requested.emit(entry.objectName())

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Walk the entries with the arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QPushButton):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(watched, step)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(current().px(RAIL))
