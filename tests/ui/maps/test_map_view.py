import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from r2p_app.maps.camera import CLOSEST
from r2p_app.maps.region import Point
from r2p_app.ui.maps.buttons import MapButtons
from r2p_app.ui.maps.map_list import MapList
from r2p_app.ui.maps.map_view import MapView
from r2p_app.ui.theme.look import Look
from tests.ui.maps.conftest import PLACES, Shown

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def spot(view: MapView, place_id: str) -> QPoint:
    place = next(one for one in view.places if one.id == place_id)
    return view.view().pixel(place.point).toPoint()


def wheel(view: MapView, at: QPointF, notches: int) -> None:
    place, globally = at, view.mapToGlobal(at)
    angle = QPoint(0, 120 * notches)
    event = QWheelEvent(
        place, globally, QPoint(), angle, Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view, event)


def test_arrows_go_from_place_to_place(view: MapView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.item_selected) as told:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert told.args == [view.selected]
    view.select("pl-kigali")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.selected in {"pl-butare", "pl-goma"}
    view.select("pl-kigali")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selected == "pl-nyarubuye"


def test_every_place_can_be_reached_by_arrows(view: MapView) -> None:
    reached: set[str] = set()
    for start in PLACES:
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            view.select(start.id)
            QTest.keyClick(view, key)
            reached |= {view.selected} - {start.id}
    assert reached == {place.id for place in PLACES}


def test_enter_opens_and_escape_lets_go(view: MapView, qtbot: QtBot) -> None:
    view.select("pl-goma")
    with qtbot.waitSignal(view.item_opened) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["pl-goma"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected == ""


def test_a_click_selects_and_a_second_opens(view: MapView, qtbot: QtBot) -> None:
    QTest.mouseClick(view, LEFT, NONE, spot(view, "pl-goma"))
    assert view.selected == "pl-goma"
    with qtbot.waitSignal(view.item_opened):
        QTest.mouseClick(view, LEFT, NONE, spot(view, "pl-goma"))


def test_a_click_on_nothing_leaves_the_selection(view: MapView) -> None:
    view.select("pl-goma")
    QTest.mouseClick(view, LEFT, NONE, QPoint(650, 30))
    assert view.selected == "pl-goma"


def test_the_wheel_zooms_to_the_pointer(view: MapView) -> None:
    at = QPointF(spot(view, "pl-goma"))
    before, scale = view.camera.to_plane(at.toTuple()), view.camera.scale
    wheel(view, at, 2)
    assert view.camera.scale < scale
    assert view.camera.to_plane(at.toTuple()) == pytest.approx(before, abs=1e-6)


def test_nobody_zooms_nearer_than_the_lines_are_known(view: MapView) -> None:
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.scale == pytest.approx(CLOSEST)


def test_home_shows_what_was_seen_first(view: MapView) -> None:
    first = view.camera
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.camera != first
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.camera == first


def test_dragging_moves_the_map_and_selects_nothing(view: MapView) -> None:
    place = Point(-1.9441, 30.0619)
    before = view.view().pixel(place)
    start = QPoint(400, 100)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + QPoint(20, 10))
    QTest.mouseMove(view, start + QPoint(50, 30))
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(50, 30))
    moved = view.view().pixel(place) - before
    assert (moved.x(), moved.y()) == pytest.approx((50, 30), abs=0.01)
    assert view.selected == ""


def test_a_place_outside_of_the_picture_is_brought_into_it(view: MapView) -> None:
    view.zoom(6, QPointF(spot(view, "pl-kigali")))
    assert not view.rect().contains(spot(view, "pl-goma"))
    view.select("pl-goma")
    assert view.rect().contains(spot(view, "pl-goma"))


def test_other_keys_belong_to_the_page(view: MapView) -> None:
    for key in (Qt.Key.Key_F, Qt.Key.Key_Escape):  # nothing is selected that Escape could let go
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
        view.keyPressEvent(event)
        assert not event.isAccepted()


def test_resizing_before_anything_was_moved_shows_all_of_the_beginning(view: MapView) -> None:
    view.resize(400, 300)
    home = view.sheet.home
    seen = view.camera.seen
    assert seen.left <= home.left + 1e-6
    assert seen.right >= home.right - 1e-6


def test_the_buttons_do_what_the_keys_do(view: MapView) -> None:
    first = view.camera
    nearer, further, all_ = MapButtons(view).findChildren(QPushButton)
    nearer.click()
    assert view.camera.scale < first.scale
    further.click()
    further.click()
    assert view.camera.scale > first.scale
    all_.click()
    assert view.camera == first
    assert all(button.accessibleName() for button in (nearer, further, all_))


def test_the_buttons_stay_in_the_corner_and_no_words_go_under_them(view: MapView) -> None:
    buttons = MapButtons(view)
    view.resize(500, 400)
    assert buttons.geometry().right() <= 500
    assert buttons.geometry().left() > 400
    (covered,) = view._covered()
    assert (covered.left, covered.top) == buttons.pos().toTuple()


def test_the_look_can_change_while_it_is_shown(view: MapView, look: Look) -> None:
    before = view.grab().toImage()
    look.apply("dark", 2.0)
    assert view.grab().toImage() != before


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_a_place_in_a_corner_is_as_large_a_target_as_elsewhere(view: MapView, corner: str) -> None:
    whole, usual = view.rect(), view.item_rect("pl-kigali").size()
    view.zoom(8, QPointF(spot(view, "pl-kigali")))
    to = QPointF(getattr(whole, corner)()) - QPointF(spot(view, "pl-kigali"))
    view.pan(to.x(), to.y())
    target = view.item_rect("pl-kigali")
    assert whole.contains(target)
    assert target.size() == usual
    assert min(usual.toTuple()) >= 24
    for place in (target.topLeft(), target.bottomRight(), target.center(), getattr(whole, corner)()):
        assert view.item_at(QPointF(place)) == "pl-kigali"


# --- for screen readers ----------------------------------------------------------------------------------------------


def test_places_are_items_with_a_name_and_what_they_are(view: MapView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.childCount() == len(PLACES)
    child = interface.child(3)
    assert child is not None
    assert child.text(QAccessible.Text.Name) == "Nyarubuye"
    assert child.text(QAccessible.Text.Description) == "A parish Position approximate."
    assert child.role() == QAccessible.Role.ListItem
    assert interface.indexOfChild(child) == 3


def test_the_selected_place_is_the_focused_item(view: MapView) -> None:
    view.select("pl-goma")
    interface = QAccessible.queryAccessibleInterface(view)
    child = interface.focusChild()
    assert child is not None
    assert child.text(QAccessible.Text.Name) == "Goma, Zaire (DR Congo)"
    assert child.state().selected
    assert child.rect().contains(view.mapToGlobal(spot(view, "pl-goma")))
    under = view.mapToGlobal(spot(view, "pl-goma"))
    at = interface.childAt(under.x(), under.y())
    assert at is not None
    assert at.text(QAccessible.Text.Name) == child.text(QAccessible.Text.Name)


def test_the_map_says_what_it_shows_and_where_borders_come_from(view: MapView) -> None:
    assert view.accessibleName() == "Map: Rwanda and its neighbours"
    assert "Natural Earth" in view.accessibleDescription()


# --- the list twin ---------------------------------------------------------------------------------------------------


@pytest.fixture
def places(view: MapView, show: Shown) -> MapList:
    made = MapList(PLACES)
    show(made)
    made.join(view)
    return made


def test_the_list_has_the_same_places_by_name(places: MapList) -> None:
    names = [places.item(row).text().split("\n")[0] for row in range(places.count())]
    assert names == sorted(place.name for place in PLACES)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert places.item(3).data(role) == "Nyarubuye. A parish Position approximate."


def test_list_and_map_follow_each_other(places: MapList, view: MapView) -> None:
    QTest.keyClick(places, Qt.Key.Key_Down)
    assert view.selected in {"pl-butare", "pl-goma"}
    QTest.mouseClick(view, LEFT, NONE, spot(view, "pl-kigali"))
    current = places.currentItem()
    assert current is not None
    assert current.text().startswith("Kigali")


def test_enter_in_the_list_opens(places: MapList, qtbot: QtBot) -> None:
    places.select("pl-goma")
    with qtbot.waitSignal(places.item_opened) as told:
        QTest.keyClick(places, Qt.Key.Key_Return)
    assert told.args == ["pl-goma"]


def test_words_of_the_list_are_not_cut_with_large_text(places: MapList, look: Look) -> None:
    look.apply(scale=2.0)
    places.resize(260, 400)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    heights = [places.item(row).sizeHint().height() for row in range(places.count())]
    assert min(heights) >= 2 * places.fontMetrics().height()
