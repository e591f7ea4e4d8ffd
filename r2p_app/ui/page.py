"""What every page is: a widget that shows a link, asks upwards for others, and refreshes when told what changed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from r2p_app.content.links import Link
from r2p_app.ui.state import AppState, Changes


class Found(NamedTuple):
    """Something the search may list while a page is confined: its title, what it is, and what choosing it does."""

    title: str
    detail: str
    activate: Callable[[], None]


class Confinement(Protocol):
    """What a page holds back for a while: links that lead out are asked about, the search lists only what is inside."""

    @property
    def question(self) -> str:
        """What is said to a person who is about to leave."""

    @property
    def leave_words(self) -> str:
        """The words on the button that leaves."""

    def allows(self, link: Link) -> bool:
        """Tell whether a link stays inside."""

    def left(self) -> None:
        """The person leaves all the same."""

    def found(self) -> Iterator[Found]:
        """Yield what the search may list."""


class Page(QWidget):
    """One entry of the rail.

    Signals:
        link_requested: The person wants to go to this `r2p://` link.
        place_changed: The view changed; `place()` has the link that restores it.
        announced: Words that a screen reader should speak (the window decides how).
    """

    link_requested = Signal(str)
    place_changed = Signal()
    announced = Signal(str)

    listens_to = Changes.LIBRARY
    """The changes after which `refresh` is called (at once when visible, else before the page is shown again)."""

    def __init__(self, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.setProperty("page", True)

    def show_link(self, link: Link) -> None:
        """Show what the link names; an unknown part of it is ignored, never an error."""
        raise NotImplementedError

    def place(self) -> Link:
        """Return the link that restores the present view; history and "continue" keep it."""
        raise NotImplementedError

    def refresh(self, changes: Changes) -> None:
        """Show anew what may have changed, keeping place, selection and focus."""

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the focus when the page opens."""
        return None

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Where a part with the focus is hidden, keep the focus until something takes its place.

        Qt would give it to the next stop in the window, often outside the page, and a screen reader would read that.
        """
        focus = QApplication.focusWidget()
        if focus is None or focus.isVisible():
            return super().focusNextPrevChild(forward)
        if self.isVisible():
            self.setFocus()  # clearing it would have the hidden part forget where it was
            QTimer.singleShot(0, self, self._hand_on_focus)
        else:
            focus.clearFocus()
        return True

    @Slot()
    def _hand_on_focus(self) -> None:
        """Let the page be entered anew where nothing took the focus."""
        if self.hasFocus() and (target := self.first_focus()) is not None:
            target.setFocus()
        if self.hasFocus():
            self.focusNextChild()

    def coming_width(self) -> int:
        """Return the width of the page; before it is first shown, that of what will hold it."""
        holder = self.parentWidget()
        return holder.width() if holder is not None and not self.isVisible() else self.width()

    def confinement(self) -> Confinement | None:
        """Return what the page holds back at present; None where everything is open."""
        return None
