"""The rules find what they are for: a window with one fault each, and one without."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.ui.theme.look import Look
from tests.accessibility.contrast import ContrastRule
from tests.accessibility.focus import FocusRule, is_obscured
from tests.accessibility.rules import RULES, Rule
from tests.accessibility.tabbing import tabs_lead_everywhere


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """No style sheet, which would have the last word on colours; the light look is put back."""
    look = Look()
    look.apply("light", 1.0)
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
    yield
    look.apply("light", 1.0)
    look.deleteLater()


class Holding(QPlainTextEdit):
    """Keeps the Tab key to itself, both ways."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()


def nameless() -> QWidget:
    return QPushButton()


def small() -> QWidget:
    made = QPushButton("x")
    made.setFixedSize(20, 20)
    return made


def clipped() -> QWidget:
    made = QLabel("Words that need far more room than this")
    made.setFixedWidth(60)
    return made


def faint() -> QWidget:
    made = QLabel("Grey words on white")
    palette = QPalette(made.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#AAAAAA"))
    made.setPalette(palette)
    return made


def trap() -> QWidget:
    made = Holding()
    made.setAccessibleName("Note")
    return made


def mouse_only() -> QWidget:
    made = QPushButton("Only with a mouse")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def unseen() -> QWidget:
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName("Takes the focus and shows nothing of it")
    return made


def sound() -> QWidget:
    return QPushButton("Sound")


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (nameless, "no name"),
        (small, "small target"),
        (clipped, "clipped"),
        (faint, "faint"),
        (trap, "focus trap"),
        (mouse_only, "mouse only"),
        (unseen, "focus unseen"),
        (sound, ""),
    ],
)
def test_a_planted_fault_is_found(qtbot: QtBot, make: Callable[[], QWidget], rule: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    for widget in (QPushButton("First"), make(), QPushButton("Last"), QPushButton("Very last")):
        widget.setMinimumHeight(min(40, widget.maximumHeight()))
        box.addWidget(widget)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.findChildren(QPushButton)[0].setFocus()
    tabbing = partial(tabs_lead_everywhere, at_stop=FocusRule().at_stop)
    rules: tuple[Rule, ...] = (*RULES.values(), ContrastRule().words_stand_out, tabbing)
    found = {finding.rule for each in rules for finding in each(window)}
    assert (rule in found) if rule else (found == set())


def test_what_is_covered_or_scrolled_away_is_obscured(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    button, outside, cover = QPushButton("Below", window), QPushButton("Outside", window), QWidget(window)
    button.setGeometry(10, 10, 80, 30)
    outside.setGeometry(10, 400, 80, 30)
    cover.setGeometry(0, 0, 60, 60)
    window.show()
    assert not is_obscured(button)
    cover.resize(100, 60)
    assert is_obscured(button)
    assert is_obscured(outside)
