"""The top bar: the program's name, the way to search, text size, language and profile."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QSizePolicy, QWidget

from r2p_app.ui.routes import PAGES, page_title
from r2p_app.ui.theme.frame import TOP_BAR
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import button, label, row
from r2p_app.ui.widgets.icon_button import IconButton

_SEARCH_WIDTH = 440
_BRAND_NEEDS = 760
"""Below this width (at 100 % text) the program's name gives way to what can be used."""


class SearchButton(IconButton):
    """Looks like a field, opens the palette. Shows as many of its words as fit."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        name = self.tr("Search pages, cases, chapters and commands")
        super().__init__("search", self.tr("Search"), kind="search", name=name, size=16, parent=parent)
        self._words = (self.tr("Search events, people, documents, lessons"), self.tr("Search"), "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cap = label(keys, TextRole.SMALL, tone="muted", wrap=False, parent=self)
        self._cap.setProperty("keycap", True)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = row(into=self, margins=(0, 0, 2 * GRID, 0))
        inside.addStretch(1)
        inside.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignVCenter)

    def fit(self) -> None:
        """Take width and words from the text size and the room there is."""
        theme, metrics = current(), self.fontMetrics()
        self.setMaximumWidth(theme.px(_SEARCH_WIDTH))
        room = self.width() - theme.px(56)
        with_cap = room - self._cap.sizeHint().width()
        self.setText(next(text for text in self._words if not text or metrics.horizontalAdvance(text) <= with_cap))
        self._cap.setVisible(with_cap >= metrics.horizontalAdvance(self._words[1]))

    def minimumSizeHint(self) -> QSize:
        """The icon alone is enough."""
        side = current().px(44)
        return QSize(side, max(side, super().minimumSizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the words that fit."""
        super().resizeEvent(event)
        self.fit()


class TopBar(QFrame):
    """What is at hand on every page.

    Signals:
        page_requested: The person chose the page with this name, from the menu that stands in for the rail.
    """

    page_requested = Signal(str)

    def __init__(self, search_keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self.setMinimumHeight(TOP_BAR)
        self.pages = self._menu_button(self.tr("Menu"), self.tr("Menu of pages"))
        self.brand = label(self.tr("Responsibility to Protect"), TextRole.BRAND, wrap=False)
        self.search = SearchButton(search_keys)
        self.text_size = self._menu_button(self.tr("A A"), self.tr("Text size"))
        self.language = self._menu_button(self.tr("EN"), self.tr("Language"))
        self.profile = self._menu_button("", self.tr("Profile"))
        self._build_layout()
        self._fill_pages()
        self.set_folded(folded=False)

    def set_folded(self, *, folded: bool) -> None:
        """Show or hide the menu that stands in for the rail."""
        self.pages.setVisible(folded)

    def set_current(self, name: str) -> None:
        """Mark the open page in the menu."""
        for action in self.pages.menu().actions():
            action.setChecked(action.data() == name)

    def set_profile(self, name: str) -> None:
        """Show whose profile is open."""
        self.profile.setText(name)
        self.profile.setAccessibleName(self.tr("Profile: %1").replace("%1", name))
        self.profile.setVisible(bool(name))

    def set_language(self, code: str) -> None:
        """Show the language in use."""
        self.language.setText(code.upper())
        self.language.setAccessibleName(self.tr("Language: %1").replace("%1", code.upper()))

    def _menu_button(self, text: str, name: str) -> QPushButton:
        made = button(text, "quiet", name=name, parent=self)
        made.setMenu(QMenu(made))
        made.setToolTip(name)
        return made

    def _build_layout(self) -> None:
        box = row(self.pages, self.brand, into=self, margins=(5 * GRID, GRID, 4 * GRID, GRID))
        box.addStretch(1)
        box.addWidget(self.search, 100)
        box.addSpacing(2 * GRID)
        for widget in (self.text_size, self.language, self.profile):
            box.addWidget(widget)

    def _fill_pages(self) -> None:
        menu = self.pages.menu()
        for page in PAGES:
            action = menu.addAction(page_title(page))
            action.setCheckable(True)
            action.setData(page.name)
        menu.triggered.connect(self._on_page_triggered)

    def _on_page_triggered(self, action: QAction) -> None:
        self.page_requested.emit(action.data())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up the name of the program before anything that can be used."""
        super().resizeEvent(event)
        self.brand.setVisible(self.width() >= current().px(_BRAND_NEEDS))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.search.fit()
            self.brand.setVisible(self.width() >= current().px(_BRAND_NEEDS))
