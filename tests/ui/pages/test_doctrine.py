"""The doctrine: points by what became of them, what is behind each, and the guide; every view has its link."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.ui.pages.doctrine import DoctrinePage
from r2p_app.ui.preferences import TEXT, Preferences
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.prose import Prose
from tests.ui import mini
from tests.ui.doctrine.making import guided


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> Iterator[DoctrinePage]:
    state.set_library(guided())
    made = DoctrinePage(state)
    qtbot.addWidget(made)
    made.resize(1232, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_link(Link("doctrine"))
    yield made
    made.hide()


def show(page: DoctrinePage, link: str) -> str:
    page.show_link(Link.parse(link))
    return str(page.place())


def rows(page: DoctrinePage) -> list[str]:
    assert page.view is not None
    return [row.id for row in page.view.comparison.rows]


def test_the_two_texts_stand_beside_each_other(page: DoctrinePage) -> None:
    assert page.view is not None
    assert page.view.table is not None
    model = page.view.table.table.model()
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert heads == ["Question", "Draft", "Outcome of 2005", "What became of it"]
    assert rows(page) == ["row-force", "row-prevention"]


def test_points_are_filtered_by_what_became_of_them(page: DoctrinePage, qtbot: QtBot) -> None:
    assert page.filter is not None
    stop = page.filter.focus_stop()
    assert stop is not None
    stop.setFocus()
    with qtbot.waitSignal(page.place_changed):
        QTest.keyClick(stop, Qt.Key.Key_Right)
    assert rows(page) == ["row-prevention"]
    assert str(page.place()) == "r2p://doctrine?change=kept#row-prevention"
    toggles = page.filter
    qtbot.waitUntil(lambda: QApplication.focusWidget() is toggles.focus_stop())
    assert show(page, "r2p://doctrine?change=narrowed") == "r2p://doctrine?change=narrowed#row-force"
    assert show(page, "r2p://doctrine?change=unknown#row-prevention") == "r2p://doctrine#row-prevention"


def test_a_point_opens_its_explanation_its_cases_and_its_texts(page: DoctrinePage, qtbot: QtBot) -> None:
    show(page, "r2p://doctrine#row-force")
    assert page.view is not None
    assert page.view.table is not None
    panel = page.view.table.panel
    words = "\n".join(one.toPlainText() for one in panel.findChildren(Prose))
    for part in ("Other ways were not taken over.", "See it in the cases", "Resolution 912 cuts UNAMIR", "The texts"):
        assert part in words.replace("\N{NO-BREAK SPACE}", " ")
    table = page.view.table.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Prose)
    with qtbot.waitSignal(page.link_requested):
        QTest.keyClick(focus, Qt.Key.Key_Return)


def test_the_guide_keeps_its_answers_in_the_link(page: DoctrinePage, qtbot: QtBot) -> None:
    assert show(page, "r2p://doctrine/which") == "r2p://doctrine/which"
    assert page.guide is not None
    with qtbot.waitSignal(page.place_changed):
        page.guide.choices[2].click()
    assert str(page.place()) == "r2p://doctrine/which?answers=x"
    assert show(page, "r2p://doctrine/which?answers=x.1.0") == "r2p://doctrine/which?answers=x.1"
    assert show(page, "r2p://doctrine/which?answers=9") == "r2p://doctrine/which"


def test_the_parts_are_links(page: DoctrinePage, qtbot: QtBot) -> None:
    for place, link in enumerate(("r2p://doctrine", "r2p://doctrine/which", "r2p://doctrine/ideas")):
        assert page.parts is not None
        with qtbot.waitSignal(page.link_requested) as asked:
            page.parts.chosen.emit(place)
        assert asked.args == [link]
        show(page, link)
        assert page.parts.index == place


@pytest.mark.parametrize(
    "link",
    ["r2p://doctrine?change=kept#row-prevention", "r2p://doctrine/which?answers=x", "r2p://doctrine/ideas#row-force"],
)
def test_new_content_is_shown_at_the_same_place(page: DoctrinePage, state: AppState, link: str) -> None:
    assert show(page, link) == link
    state.set_library(guided())
    page.refresh(Changes.LIBRARY)
    assert str(page.place()) == link
    assert page.first_focus() is not None


def test_at_twice_the_size_points_are_cards(page: DoctrinePage, preferences: Preferences, qtbot: QtBot) -> None:
    preferences.set_value(TEXT, "2.0")
    assert page.view is not None
    view = page.view
    qtbot.waitUntil(lambda: view.cards is not None)


@pytest.mark.parametrize("library", [mini.mini_library(), Library(mini.PACK, ())], ids=["no guide", "nothing"])
def test_content_without_them_is_no_fault(qtbot: QtBot, state: AppState, library: Library) -> None:
    state.set_library(library)
    page = DoctrinePage(state)
    qtbot.addWidget(page)
    for link in ("r2p://doctrine", "r2p://doctrine/which", "r2p://doctrine/ideas"):
        show(page, link)
        assert page.place().page == "doctrine"
