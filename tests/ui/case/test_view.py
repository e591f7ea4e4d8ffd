import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.ui.case.tabs import TABS, tab_title, tabs_of
from r2p_app.ui.case.view import CaseView
from r2p_app.ui.pages.case import CasePage
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import Look
from tests.ui.case import making
from tests.ui.case.conftest import Go

NAMES = [tab.name for tab in TABS]


def test_a_case_has_the_tabs_that_have_something_to_show(state: AppState, page: CasePage) -> None:
    library = state.library
    cases = {case.id: [tab.name for tab in tabs_of(library, case)] for case in library.cases}
    assert cases["rwanda"] == NAMES
    assert cases["doctrine"] == ["read", "timeline"]


@pytest.mark.parametrize("spec", TABS, ids=NAMES)
def test_every_tab_opens_by_its_link_and_gives_it_back(go: Go, page: CasePage, spec: object) -> None:
    name = NAMES[TABS.index(spec)]
    tab = go(name)
    assert tab.objectName() == name
    assert page.place().parts[:2] == ("rwanda", name)
    place = page.place()
    go("read")
    page.show_link(place)
    assert page.place() == place


def test_reading_is_where_a_case_opens(view: CaseView, page: CasePage) -> None:
    assert view.tab is not None
    assert view.tab.objectName() == "read"
    page.show_link(Link.parse("r2p://case/rwanda/nowhere"))
    assert page.place().parts[1] == "read"


def test_tabs_are_made_on_their_first_visit_and_kept(view: CaseView, go: Go) -> None:
    assert [tab.objectName() for tab in view.made] == ["read"]
    people = go("people")
    go("read")
    assert go("people") is people


def test_arrows_in_the_row_open_tabs_and_keep_the_focus(view: CaseView, page: CasePage) -> None:
    view.row.bar.setFocus()
    for name in NAMES[1:]:
        QTest.keyClick(view.row.bar, Qt.Key.Key_Right)
        assert page.place().parts[1] == name
        assert view.row.bar.hasFocus()
    QTest.keyClick(view.row.bar, Qt.Key.Key_Left)
    assert page.place().parts[1] == NAMES[-2]


def test_a_click_opens_a_tab(view: CaseView, page: CasePage) -> None:
    at = view.row.bar.tabRect(NAMES.index("documents")).center()
    QTest.mouseClick(view.row.bar, Qt.MouseButton.LeftButton, pos=at)
    assert page.place().parts[1] == "documents"


def test_control_tab_goes_round_and_takes_the_focus_along(view: CaseView, page: CasePage) -> None:
    reader = page.first_focus()
    assert reader is not None
    reader.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(reader, Qt.Key.Key_Tab, control)
    assert page.place().parts[1] == "timeline"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.tab is not None
    assert view.tab.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Tab, control | shift)
    assert QApplication.focusWidget() is reader
    QTest.keyClick(reader, Qt.Key.Key_Tab, control | shift)
    assert page.place().parts[1] == NAMES[-1]


def test_a_tab_entered_for_the_first_time_has_the_focus_at_its_first_stop(view: CaseView, page: CasePage) -> None:
    reader = page.first_focus()
    assert reader is not None
    reader.setFocus()
    for _ in NAMES[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert view.tab is not None
        assert QApplication.focusWidget() is view.tab.first_focus()


def test_the_focus_comes_back_to_where_it_was_in_a_tab(view: CaseView, go: Go) -> None:
    people = go("people")
    first = view.first_focus()
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    kept = QApplication.focusWidget()
    assert kept is not None
    assert people.isAncestorOf(kept)
    assert kept is not first
    QTest.keyClick(kept, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    go("people")
    assert QApplication.focusWidget() is kept


def test_tab_leads_from_the_row_into_the_content(view: CaseView, go: Go) -> None:
    people = go("people")
    view.row.bar.setFocus()
    QTest.keyClick(view.row.bar, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert people.isAncestorOf(focus)


def test_screen_readers_meet_a_list_of_tabs(view: CaseView) -> None:
    found = QAccessible.queryAccessibleInterface(view.row.bar)
    assert found.role() == QAccessible.Role.PageTabList
    first = found.child(0)
    assert first.role() == QAccessible.Role.PageTab
    assert first.text(QAccessible.Text.Name) == tab_title(TABS[0])


@pytest.mark.qt_log_level_fail("CRITICAL")  # popups make the offscreen platform talk
def test_without_room_the_tabs_are_a_menu(qtbot: QtBot, view: CaseView, page: CasePage) -> None:
    assert view.row.bar.isVisible()
    page.resize(640, 600)
    QApplication.processEvents()
    assert not view.row.bar.isVisible()
    assert view.row.opener.accessibleName() == "Read"
    QTest.keyClick(view.row.opener, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isChecked() for action in menu.actions()] == [True] + [False] * (len(TABS) - 1)
    menu.actions()[NAMES.index("figures")].trigger()
    menu.close()
    assert page.place().parts[1] == "figures"
    assert view.row.opener.accessibleName() == "Figures"


def test_the_row_wraps_before_it_becomes_a_menu(view: CaseView, page: CasePage) -> None:
    beside = view.row.height()
    page.resize(view.row.bar.sizeHint().width() + 80, 700)
    QApplication.processEvents()
    assert view.row.bar.isVisible()
    assert view.row.height() > beside + 20
    assert view.row.bar.y() > view.row.title.y()


def test_large_text_makes_it_a_menu_too(view: CaseView, look: Look) -> None:
    view.row.bar.setFocus()
    look.apply(scale=2.0)
    QApplication.processEvents()
    assert view.row.opener.isVisible()
    assert view.row.opener.hasFocus()


def test_new_content_keeps_the_tab(page: CasePage, state: AppState, go: Go) -> None:
    go("documents#doc-res-912")
    before = page.place()
    state.set_library(making.library())
    page.refresh(Changes.LIBRARY)
    assert page.place().parts == before.parts


def test_every_tab_stands_in_every_look(go: Go, page: CasePage, look: Look) -> None:
    page.resize(1024, 600)
    for theme, scale in (("dark", 1.0), ("contrast", 2.0)):
        look.apply(theme, scale)
        for name in NAMES:
            tab = go(name)
            assert tab.minimumSizeHint().width() <= page.width()
            assert not page.grab().isNull()
