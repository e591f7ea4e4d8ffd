"""Headings and the link with the focus in a set text, as a screen reader meets them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.tokens import TextRole
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.text_marks import TextMark
from r2p_app.ui.widgets.typeset import Typesetter

NAME = QAccessible.Text.Name


def write(setter: Typesetter) -> None:
    setter.paragraph(role=TextRole.H2)
    setter.text("What was known")
    setter.paragraph()
    setter.text("The cable went to ")
    setter.link("the Secretariat", "r2p://actor/secretariat")
    setter.text(" and ")
    setter.link("the Council", "r2p://actor/council")
    setter.paragraph()
    setter.text("Sources", strong=True)
    setter.make_heading(4)


def write_later(setter: Typesetter) -> None:
    setter.paragraph(role=TextRole.H3)
    setter.text("Later")


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[Prose]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Prose(write)
    box = QVBoxLayout(window)
    box.addWidget(made)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def marks(text: Prose, role: QAccessible.Role) -> Iterator[QAccessibleInterface]:
    for mark in text.findChildren(TextMark):
        interface = QAccessible.queryAccessibleInterface(mark)
        if interface.role() == role:
            yield interface


def test_headings_are_told_with_their_level(text: Prose) -> None:
    found = [
        (one.text(NAME), one.attributesInterface().attributeValue(QAccessible.Attribute.Level))
        for one in marks(text, QAccessible.Role.Heading)
    ]
    assert found == [("What was known", 2), ("Sources", 4)]


def test_a_heading_stands_where_its_line_is(text: Prose) -> None:
    first, last = marks(text, QAccessible.Role.Heading)
    assert first.rect().height() >= 24
    assert last.rect().top() > first.rect().bottom()
    assert not first.state().offscreen
    assert not first.state().focusable


def test_what_is_written_on_is_told_too(text: Prose) -> None:
    text.write_on(write_later)
    assert "Later" in [one.text(NAME) for one in marks(text, QAccessible.Role.Heading)]


def test_the_link_with_the_focus_is_a_link(qtbot: QtBot, text: Prose) -> None:
    text.clearFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    for words in ("the Secretariat", "the Council"):
        link = list(marks(text, QAccessible.Role.Link))[-1]
        assert (link.text(NAME), link.state().focused, link.state().focusable) == (words, True, True)
        QTest.keyClick(text, Qt.Key.Key_Tab)


def test_a_mark_takes_no_mouse(text: Prose) -> None:
    viewport = text.viewport()
    assert viewport.childAt(viewport.rect().center()) is None
