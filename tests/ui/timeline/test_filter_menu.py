import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Responsibility, SourceType, Theme
from r2p_app.timeline.facets import Facets
from r2p_app.timeline.filters import Filter, Shown
from r2p_app.timeline.items import Items
from r2p_app.ui.theme.look import Look
from r2p_app.ui.timeline.filter_menu import Choice, FilterMenu


@pytest.fixture
def shown(mini_library: Library) -> Shown:
    items = Items.of(mini_library)
    return Shown(items, Filter(), Facets.of(mini_library, items))


@pytest.fixture
def menu(qtbot: QtBot, look: Look, mini_library: Library, shown: Shown) -> FilterMenu:
    """The menu, open over a page that does what it asks for."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    with qtbot.waitExposed(host):
        host.show()
    made = FilterMenu(host, mini_library, shown)
    made.filter_changed.connect(lambda filter_: made.show_events(shown.filtered(filter_)))
    made.open()
    return made


def choice(menu: FilterMenu, group: str, value: object) -> Choice:
    return next(one for one in menu.groups[group].choices if one.value == value)


def names(menu: FilterMenu) -> list[str]:
    model = menu.actors.list.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)).replace("\xa0", " ")
        for row in range(model.rowCount())
    ]


def test_every_choice_says_how_many_events_it_leaves(menu: FilterMenu) -> None:
    assert choice(menu, "responsibilities", Responsibility.PREVENT).text() == "Prevent  4"
    assert choice(menu, "lanes", "lane-council").accessibleName() == "Council and doctrine, 2 events"
    assert choice(menu, "sources", SourceType.REPORT).text() == "Report  4"
    assert not choice(menu, "themes", Theme.RESCUE).isEnabled()
    assert [menu.importance.itemText(row) for row in range(3)] == [
        "All events  6",
        "Without minor events  6",
        "Landmarks only  5",
    ]
    assert names(menu) == ["Roméo Dallaire, 2 events", "UN Security Council, 1 event"]
    assert menu.count.text() == "6 events"


def test_ticks_narrow_and_the_numbers_follow(qtbot: QtBot, menu: FilterMenu) -> None:
    with qtbot.waitSignal(menu.filter_changed) as caught:
        QTest.keyClick(choice(menu, "lanes", "lane-council"), Qt.Key.Key_Space)
    assert caught.args == [Filter(lanes=frozenset({"lane-council"}))]
    assert menu.count.text() == "2 of 6 events"
    assert choice(menu, "lanes", "lane-rwanda").text() == "Rwanda  5"
    assert choice(menu, "responsibilities", Responsibility.PREVENT).text() == "Prevent  1"
    with qtbot.waitSignal(menu.filter_changed) as caught:
        choice(menu, "lanes", "lane-council").click()
    assert caught.args == [Filter()]


def test_importance_is_one_of_three(qtbot: QtBot, menu: FilterMenu) -> None:
    with qtbot.waitSignal(menu.filter_changed) as caught:
        menu.importance.setFocus()
        QTest.keyClick(menu.importance, Qt.Key.Key_End)
    assert caught.args == [Filter(importance=3)]


def test_an_actor_is_searched_and_chosen_by_keyboard(qtbot: QtBot, menu: FilterMenu) -> None:
    menu.window().activateWindow()
    qtbot.waitUntil(menu.isActiveWindow)
    menu.actors.search.setFocus()
    QTest.keyClicks(menu.actors.search, "romeo commander")
    assert names(menu) == ["Roméo Dallaire, 2 events"]
    QTest.keyClick(menu.actors.search, Qt.Key.Key_Down)
    assert menu.actors.list.hasFocus()
    with qtbot.waitSignal(menu.filter_changed) as caught:
        QTest.keyClick(menu.actors.list, Qt.Key.Key_Space)
    assert caught.args == [Filter(actors=frozenset({"p-dallaire"}))]
    with qtbot.waitSignal(menu.filter_changed) as caught:
        QTest.keyClick(menu.actors.list, Qt.Key.Key_Return)
    assert caught.args == [Filter()]


def test_an_actor_is_chosen_by_a_click_anywhere_in_the_row(qtbot: QtBot, menu: FilterMenu) -> None:
    index = menu.actors.list.model().index(1, 0)
    with qtbot.waitSignal(menu.filter_changed) as caught:
        QTest.mouseClick(
            menu.actors.list.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            menu.actors.list.visualRect(index).center(),
        )
    assert caught.args == [Filter(actors=frozenset({"b-unsc"}))]


def test_it_is_said_when_nobody_is_found(menu: FilterMenu) -> None:
    menu.actors.search.setText("nobody at all")
    assert menu.actors.list.isHidden()
    menu.actors.search.clear()
    assert not menu.actors.list.isHidden()


def test_everything_is_cleared_with_one_button(qtbot: QtBot, menu: FilterMenu) -> None:
    assert not menu.clear.isEnabled()
    choice(menu, "themes", Theme.WARNING).click()
    with qtbot.waitSignal(menu.filter_changed) as caught:
        QTest.keyClick(menu.clear, Qt.Key.Key_Return)
    assert caught.args == [Filter()]
    assert not choice(menu, "themes", Theme.WARNING).isChecked()


def test_a_text_stays_when_something_else_is_chosen(qtbot: QtBot, menu: FilterMenu, shown: Shown) -> None:
    menu.show_events(shown.filtered(Filter(text="council")))
    with qtbot.waitSignal(menu.filter_changed) as caught:
        choice(menu, "lanes", "lane-council").click()
    assert caught.args == [Filter(lanes=frozenset({"lane-council"}), text="council")]


def test_nothing_is_counted_while_it_is_closed(menu: FilterMenu, shown: Shown) -> None:
    menu.dismiss()
    menu.show_events(shown.filtered(Filter(importance=3)))
    assert menu.count.text() == "6 events"
    menu.open()
    assert menu.count.text() == "5 of 6 events"


@pytest.mark.parametrize(("width", "scale"), [(900, 1.0), (600, 1.0), (1024, 2.0)])
def test_no_choice_is_cut_off(menu: FilterMenu, look: Look, width: int, scale: float) -> None:
    look.apply("light", scale)
    host = menu.parentWidget()
    assert host is not None
    host.resize(width, 584)
    menu.show_events(menu._shown)
    for group in menu.groups.values():
        for one in group.choices:
            assert one.width() >= one.sizeHint().width()
            assert one.mapTo(menu, one.rect().topRight()).x() < menu.width()
