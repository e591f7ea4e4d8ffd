"""The pages that were visited, and the one shown: made on their first visit, refreshed when they are next seen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from r2p_app.content.links import Link
from r2p_app.ui.page import Page
from r2p_app.ui.routes import BY_NAME
from r2p_app.ui.state import AppState, Changes


class PageStack(QStackedWidget):
    """Holds the pages.

    Signals:
        link_requested: The page shown asks for this link.
        place_changed: The view of the page shown has changed.
        announced: The page shown has words for a screen reader.
    """

    link_requested = Signal(str)
    place_changed = Signal()
    announced = Signal(str)

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._state = state
        self._pages: dict[str, Page] = {}
        self._missed: dict[str, Changes] = {}
        state.changed.connect(self._on_state_changed)

    @property
    def page(self) -> Page | None:
        """The page shown, None while none is (content is still loading)."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_link(self, link: Link) -> Page:
        """Show the page of a link, making it if need be; raise `KeyError` when there is no such page."""
        page = self._pages.get(link.page) or self._make(link.page)
        if missed := self._missed.pop(link.page, Changes(0)):
            page.refresh(missed)
        page.show_link(link)
        self.setCurrentWidget(page)
        return page

    def _make(self, name: str) -> Page:
        page = BY_NAME[name].page_class()(self._state)
        page.setObjectName(name)
        page.link_requested.connect(self.link_requested)
        page.announced.connect(self.announced)
        page.place_changed.connect(self._on_page_place_changed)
        self._pages[name] = page
        self.addWidget(page)
        return page

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        for name, page in self._pages.items():
            relevant = changes & page.listens_to
            if page is self.currentWidget() and relevant:
                page.refresh(relevant)
            elif relevant:
                self._missed[name] = self._missed.get(name, Changes(0)) | relevant

    @Slot()
    def _on_page_place_changed(self) -> None:
        if self.sender() is self.currentWidget():
            self.place_changed.emit()
