"""While parts of a page are exchanged, the focus does not leave the page."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState
from r2p_app.ui.widgets.basic import column


class TwoParts(Page):
    """Shows one of two buttons, and has another that stays."""

    def __init__(self, state: AppState) -> None:
        super().__init__(state)
        self.stays, self.old, self.new = (QPushButton(words, self) for words in ("Stays", "Old", "New"))
        self.parts = QStackedWidget()
        self.parts.addWidget(self.old)
        self.parts.addWidget(self.new)
        column(self.stays, self.parts, into=self)

    def first_focus(self) -> QWidget:
        return self.stays


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> Iterator[TwoParts]:
    window, made = QWidget(), TwoParts(state)
    qtbot.addWidget(window)
    column(made, QPushButton("Outside"), into=window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.old.setFocus()
    yield made
    window.close()


@contextmanager
def focus_goes_to() -> Iterator[list[QWidget | None]]:
    """Note every widget that gets the focus."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    visited: list[QWidget | None] = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        visited.append(new)

    app.focusChanged.connect(note)
    yield visited
    app.focusChanged.disconnect(note)


def test_the_focus_stays_inside_on_its_way_to_what_takes_the_place(page: TwoParts) -> None:
    with focus_goes_to() as visited:
        page.parts.setCurrentWidget(page.new)
        page.new.setFocus()
    assert visited[-1] is page.new
    assert all(widget in {None, page} or page.isAncestorOf(widget) for widget in visited)


def test_the_page_takes_the_focus_where_nothing_does(qtbot: QtBot, page: TwoParts) -> None:
    with focus_goes_to() as visited:
        page.old.hide()
        qtbot.waitUntil(page.stays.hasFocus)
    assert visited == [page, page.stays]


def test_the_focus_stays_where_it_was_put_meanwhile(qtbot: QtBot, page: TwoParts) -> None:
    outside = page.window().findChildren(QPushButton)[-1]
    page.old.hide()
    outside.setFocus()
    QApplication.processEvents()
    assert outside.hasFocus()
