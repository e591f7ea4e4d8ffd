"""A started program, and what a walk through its states does with it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from r2p_app.commands.offscreen import OffscreenRun
from r2p_app.learning.confidence import Confidence
from r2p_app.learning.questions import key
from r2p_app.learning.quiz import Given
from r2p_app.ui.page import Page
from r2p_app.ui.preferences import MOTION, TEXT, THEME
from r2p_app.ui.quiz.question import QuestionView
from r2p_app.ui.reader.sheet import ChapterSheet
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.gradual import Gradual

W = TypeVar("W", bound=QWidget)


class Stage:
    """A started program, and what the states do with it.

    Of the chapters, which are all alike, each look opens its own part: those whose number leaves `part` over when
    divided by the number of looks.
    """

    def __init__(self, run: OffscreenRun, folder: Path, *, part: int = 0, parts: int = 1) -> None:
        self.run, self.folder, self.part, self.parts = run, folder, part, parts
        self.window, self.shell = run.program.window, run.program.services.shell

    @property
    def state(self) -> AppState:
        """What pages share."""
        return self.run.program.services.state

    @property
    def page(self) -> Page:
        """The page shown."""
        assert self.shell.stack.page is not None
        return self.shell.stack.page

    def look(self, theme: str, scale: str, width: int, height: int) -> None:
        """Show everything in a theme, a size of text and a size of the window, and without motion."""
        preferences = self.run.program.preferences
        for preference, value in ((MOTION, "on"), (THEME, theme), (TEXT, scale)):
            preferences.set_value(preference, value)
        self.window.resize(width, height)
        self.window.activateWindow()
        self.run.wait_until(self.window.isActiveWindow, "the window to be active")

    def open(self, link: str) -> None:
        """Go to a link, also out of an exercise."""
        self.shell.navigation.open(link)
        self.shell.navigation.leave()
        self.settle()

    def settle(self) -> None:
        """Let everything arrive, and layouts come to rest that follow from it."""
        self.run.settle()
        self.run.wait_until(self._is_made, "what is made part by part")
        self.run.settle()

    def _is_made(self) -> bool:
        chapters = [sheet for sheet in self.window.findChildren(ChapterSheet) if sheet.isVisible()]
        parts = self.window.findChildren(Gradual)
        return all(sheet.is_complete for sheet in chapters) and not any(part._timer.isActive() for part in parts)

    def press(self, key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key_, modifier)
        self.settle()

    def find(self, kind: type[W]) -> W:
        """Return the visible widget of a kind on the page."""
        found = [widget for widget in self.page.findChildren(kind) if widget.isVisible()]
        assert found, f"no {kind.__name__} is in view"
        return found[0]

    def close(self, dialog: QWidget) -> None:
        """Close a dialog or another window."""
        dialog.close()
        self.window.activateWindow()
        self.settle()

    def answer(self) -> None:
        """Answer the question in view rightly, and sure of it."""
        view = self.find(QuestionView)
        view.submitted.emit(Given(key(view.question), Confidence.SURE, 5.0))
        self.settle()

    def dialogs(self, name: str) -> Iterator[str]:
        """Tell of the dialog that is open, and close it."""
        self.settle()
        shown = [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]
        assert shown, name
        shown[0].activateWindow()
        self.run.wait_until(shown[0].isActiveWindow, name)
        yield name
        self.close(shown[0])


States = Callable[[Stage], Iterator[str]]
"""States of one part of the program, one after another."""
