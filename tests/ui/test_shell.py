"""The window as a person uses it: rail, history, keys, cards, folding."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.ui.page import Page
from r2p_app.ui.preferences import TEXT, THEME
from r2p_app.ui.routes import PAGES
from r2p_app.ui.shell import Shell
from r2p_app.ui.state import Changes
from r2p_app.ui.widgets.basic import ScrollPage
from r2p_app.ui.widgets.fitted_scroll import FittedScroll
from tests.ui import mini
from tests.ui.home.conftest import Past, past

__all__ = ["past"]


def page(shell: Shell) -> Page:
    assert shell.stack.page is not None
    return shell.stack.page


def page_name(shell: Shell) -> str:
    return page(shell).objectName()


def press(shell: Shell, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or shell, key, modifier)


def test_it_opens_on_home_with_its_entry_marked(shell: Shell) -> None:
    assert page_name(shell) == "home"
    assert [e.objectName() for e in shell.rail.entries if e.isChecked()] == ["home"]
    assert "Home" in shell.windowTitle()


@pytest.mark.parametrize("number", range(1, 10))
def test_ctrl_and_a_digit_open_the_pages_of_the_rail(shell: Shell, number: int) -> None:
    press(shell, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert page_name(shell) == PAGES[number - 1].name


def test_the_rail_says_how_much_is_due(shell: Shell, past: Past, qtbot: QtBot) -> None:
    (entry,) = (entry for entry in shell.rail.entries if entry.objectName() == "review")
    assert entry.accessibleName() == "Review"
    before = entry.grab().toImage()
    past.run("q-refused-raid")
    past.answered("q-refused-raid", "a", score=1, days_ago=40)
    shell.state.note(Changes.ATTEMPTS)
    qtbot.waitUntil(lambda: entry.accessibleName() == "Review, 1 due")
    assert entry.grab().toImage() != before


def test_back_and_forward_by_keyboard(shell: Shell) -> None:
    shell.navigation.open("r2p://problems")
    shell.navigation.open("r2p://settings")
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_name(shell) == "problems"
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_name(shell) == "home"
    press(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page_name(shell) == "home"
    press(shell, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page_name(shell) == "problems"


def test_back_and_forward_by_the_mouse_s_side_buttons(shell: Shell) -> None:
    shell.navigation.open("r2p://problems")
    centre = shell.stack.rect().center()
    QTest.mouseClick(shell.stack, Qt.MouseButton.BackButton, pos=centre)
    assert page_name(shell) == "home"
    QTest.mouseClick(shell.stack, Qt.MouseButton.ForwardButton, pos=centre)
    assert page_name(shell) == "problems"


def test_a_page_opens_at_its_top_even_where_its_first_stop_lies_below(shell: Shell, qtbot: QtBot) -> None:
    shell.preferences.set_value(TEXT, "2.0")
    shell.resize(1024, 400)
    shell.navigation.open("r2p://quiz")
    focus = QApplication.focusWidget()
    assert isinstance(focus, ScrollPage)
    assert focus.verticalScrollBar().value() == 0
    assert focus.accessibleName() == "Quizzes"
    press(shell, Qt.Key.Key_PageDown)
    assert focus.verticalScrollBar().value() > 0
    press(shell, Qt.Key.Key_Tab)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert focus.isAncestorOf(inside)
    assert not inside.visibleRegion().isEmpty()


def test_a_question_opens_at_its_prompt_with_the_focus_on_its_answers(shell: Shell) -> None:
    shell.preferences.set_value(TEXT, "2.0")
    shell.resize(1024, 400)
    shell.navigation.open("r2p://question/q-refused-raid")
    focus = QApplication.focusWidget()
    assert focus is not None
    scrolled = [area for area in shell.findChildren(FittedScroll) if area.isAncestorOf(focus)]
    assert scrolled
    assert scrolled[0].verticalScrollBar().maximum() > 0
    assert scrolled[0].verticalScrollBar().value() == 0


def test_text_size_by_keyboard(shell: Shell) -> None:
    press(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    press(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert shell.preferences.value(TEXT) == "1.3"
    press(shell, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert shell.preferences.value(TEXT) == "1.15"
    press(shell, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert shell.preferences.value(TEXT) == "1.0"


def test_f11_fills_the_screen_and_returns(shell: Shell) -> None:
    states = []
    for _ in range(2):
        press(shell, Qt.Key.Key_F11)
        states.append(shell.isFullScreen())
    assert states == [True, False]


def test_f6_goes_round_rail_page_and_top_bar(shell: Shell) -> None:
    shell.rail.focus_entry().setFocus()
    visited: list[QWidget] = []
    for region in (shell.stack, shell.top_bar, shell.rail, shell.stack):
        press(shell, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert region.isAncestorOf(focus)
        visited.append(focus)
    assert visited[0] is visited[-1]


def test_the_page_takes_the_focus_when_it_opens(shell: Shell) -> None:
    shell.navigation.open("r2p://settings")
    assert QApplication.focusWidget() is page(shell).first_focus()


@pytest.mark.parametrize(("width", "scale", "folded"), [(1280, "1.0", False), (880, "1.0", True), (1280, "1.5", True)])
def test_the_rail_folds_into_a_menu_where_there_is_little_room(
    shell: Shell, width: int, scale: str, folded: bool
) -> None:
    shell.resize(width, 700)
    shell.preferences.set_value(TEXT, scale)
    assert shell.rail.isHidden() == folded
    assert shell.top_bar.pages.isHidden() != folded


def test_the_menu_that_stands_for_the_rail_opens_pages(shell: Shell) -> None:
    shell.resize(700, 600)
    action = next(action for action in shell.top_bar.pages.menu().actions() if action.data() == "settings")
    action.trigger()
    assert page_name(shell) == "settings"
    assert action.isChecked()


def test_a_record_without_a_page_floats_over_it_and_gives_the_focus_back(shell: Shell) -> None:
    before = QApplication.focusWidget()
    shell.navigation.open("r2p://source/un-inquiry-1999")
    panel = shell.panel
    assert panel is not None
    open_before = panel.is_open
    assert panel.shown == "un-inquiry-1999"
    assert page_name(shell) == "home"
    press(shell, Qt.Key.Key_Escape)
    assert (open_before, panel.is_open) == (True, False)
    assert QApplication.focusWidget() is before


def test_a_card_does_not_enter_the_history(shell: Shell) -> None:
    shell.navigation.open("r2p://problems")
    shell.navigation.open("r2p://source/un-inquiry-1999")
    shell.navigation.back()
    assert page_name(shell) == "home"
    assert shell.panel is not None
    assert not shell.panel.is_open


def test_a_card_follows_the_content(shell: Shell) -> None:
    shell.navigation.open("r2p://source/un-inquiry-1999")
    rest = [entry for entry in mini.entries() if entry.id != "un-inquiry-1999"]
    shell.state.set_library(Library(mini.PACK, rest))
    assert shell.panel is not None
    assert not shell.panel.is_open


def test_a_link_that_leads_nowhere_is_said_so(shell: Shell) -> None:
    shell.navigation.open("r2p://event/ev-unknown")
    bar = shell.bars.bar("link")
    assert bar is not None
    assert "r2p://event/ev-unknown" in bar.text
    assert page_name(shell) == "home"


def test_a_web_address_is_asked_about_first(shell: Shell) -> None:
    shell.navigation.open("https://undocs.org/S/1999/1257")
    bar = shell.bars.bar("external")
    assert bar is not None
    assert "undocs.org" in bar.text


def test_the_menus_show_what_is_in_force(shell: Shell) -> None:
    shell.preferences.set_value(TEXT, "1.5")
    checked = [a.data() for a in shell.top_bar.text_size.menu().actions() if a.isChecked()]
    assert checked == ["1.5"]


def test_next_theme_goes_round(shell: Shell) -> None:
    seen = []
    for _ in range(3):
        shell.commands.run("next-theme")
        seen.append(shell.preferences.value(THEME))
    assert seen == ["dark", "contrast", "light"]


def focusable(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(root)]


@pytest.mark.parametrize("route", ["r2p://home", "r2p://settings", "r2p://problems"])
def test_everything_focusable_has_a_name_and_is_large_enough(shell: Shell, route: str) -> None:
    shell.navigation.open(route)
    QApplication.processEvents()
    found = focusable(shell)
    assert found
    nameless = [w for w in found if not w.accessibleName()]
    small = [(type(w).__name__, w.accessibleName()) for w in found if min(w.width(), w.height()) < 24]
    assert not nameless
    assert not small


@pytest.mark.parametrize("route", ["r2p://home", "r2p://settings", "r2p://problems"])
def test_tab_comes_round_without_a_trap(shell: Shell, route: str) -> None:
    shell.navigation.open(route)
    press(shell, Qt.Key.Key_Tab)
    start = QApplication.focusWidget()
    seen = []
    for _ in range(80):
        press(shell, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert seen[-1] is start
    assert len(set(map(id, seen))) == len(seen)


@pytest.mark.parametrize("scale", ["1.0", "2.0"])
@pytest.mark.parametrize("route", ["r2p://home", "r2p://settings", "r2p://problems"])
def test_nothing_is_cut_off_at_the_right(shell: Shell, route: str, scale: str) -> None:
    shell.resize(1024, 640)
    shell.preferences.set_value(TEXT, scale)
    shell.navigation.open(route)
    QApplication.processEvents()
    shown = page(shell)
    beyond = [
        (type(w).__name__, w.accessibleName() or getattr(w, "text", str)())
        for w in shown.findChildren(QWidget)
        if w.isVisible() and w.mapTo(shown, QPoint(w.width(), 0)).x() > shown.width()
    ]
    assert not beyond
