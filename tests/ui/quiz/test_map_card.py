from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from r2p_app.content.questions import MapLocation
from r2p_app.learning.questions import grade
from r2p_app.learning.questions.map_location import PlacedPoint
from r2p_app.maps.labels import Box
from r2p_app.maps.region import Point
from r2p_app.ui.maps.pin_map import PinMap
from r2p_app.ui.maps.states import NamesLayer
from r2p_app.ui.quiz.map_card import MapCard
from r2p_app.ui.theme.look import Look
from tests.learning import samples
from tests.ui.quiz.acting import breakable, click, words_in
from tests.ui.quiz.conftest import Show

SHIFT = Qt.KeyboardModifier.ShiftModifier
KIGALI = PlacedPoint(-1.9441, 30.0619)


def shown_card(show: Show, question: MapLocation | None = None) -> MapCard:
    card = MapCard(question or samples.map_location(), ())
    show(card)
    card.first_focus().setFocus()
    return card


def map_of(card: MapCard) -> PinMap:
    found = card.first_focus()
    assert isinstance(found, PinMap)
    return found


def pin(card: MapCard) -> PlacedPoint:
    answer = card.answer()
    assert isinstance(answer, PlacedPoint)
    return answer


def test_a_pin_that_was_not_put_anywhere_is_no_answer(look: Look, show: Show) -> None:
    assert shown_card(show).answer() is None


def test_a_click_puts_the_pin(look: Look, show: Show) -> None:
    card = shown_card(show)
    spot = map_of(card).view().pixel(Point(KIGALI.lat, KIGALI.lon)).toPoint()
    click(map_of(card), spot)
    assert grade(samples.map_location(), pin(card)).score == 1


def test_arrow_keys_move_the_pin_and_shift_moves_it_further(look: Look, show: Show) -> None:
    card = shown_card(show)
    start = map_of(card).point
    QTest.keyClick(map_of(card), Qt.Key.Key_Right)
    small = pin(card).lon - start.lon
    QTest.keyClick(map_of(card), Qt.Key.Key_Right, SHIFT)
    large = pin(card).lon - start.lon - small
    assert small > 0
    assert 4 < large / small < 6
    QTest.keyClick(map_of(card), Qt.Key.Key_Up)
    assert pin(card).lat > start.lat


def test_a_place_can_be_reached_by_keys_as_nearly_as_wanted(look: Look, show: Show) -> None:
    card = shown_card(show)
    keys = {(0, 1): Qt.Key.Key_Up, (0, -1): Qt.Key.Key_Down, (1, 0): Qt.Key.Key_Right, (-1, 0): Qt.Key.Key_Left}
    for _ in range(200):
        point = map_of(card).point
        east, north = KIGALI.lon - point.lon, KIGALI.lat - point.lat
        if max(abs(east), abs(north)) < 0.05:
            break
        way = (1 if east > 0 else -1, 0) if abs(east) > abs(north) else (0, 1 if north > 0 else -1)
        QTest.keyClick(map_of(card), keys[way])
    assert grade(samples.map_location(), pin(card)).score == 1


def test_the_map_tells_in_words_where_the_pin_is(look: Look, show: Show) -> None:
    card = shown_card(show)
    map_of(card).set_point(Point(-1.9441, 30.0619))
    words = breakable(map_of(card).accessibleDescription())
    assert words.startswith("1.94° S, 30.06° E; in Rwanda; about ")
    assert "km from the border with" in words


def test_before_the_answer_nothing_is_named(look: Look, show: Show) -> None:
    card = shown_card(show)
    assert not [layer for layer in map_of(card).layers if isinstance(layer, NamesLayer)]


def test_afterwards_place_and_distance_are_told(look: Look, show: Show) -> None:
    card = shown_card(show)
    before = map_of(card).grab().toImage()
    butare = PlacedPoint(-2.5967, 29.7394)
    card.show_answer(butare)
    card.show_verdict(grade(samples.map_location(), butare))
    shown = words_in(card)
    assert "Your pin: About 81 km from the place." in shown
    assert "The answer: Kigali. Up to 25 km away counts as right." in shown
    assert map_of(card).grab().toImage() != before
    for point in (Point(butare.lat, butare.lon), Point(KIGALI.lat, KIGALI.lon)):
        spot = map_of(card).view().pixel(point)
        assert Box(spot.x(), spot.y(), 0, 0).inside(map_of(card).view().frame)


def test_afterwards_the_pin_stays_and_the_map_moves(look: Look, show: Show) -> None:
    card = shown_card(show)
    card.show_answer(KIGALI)
    card.show_verdict(grade(samples.map_location(), KIGALI))
    camera = map_of(card).camera
    QTest.keyClick(map_of(card), Qt.Key.Key_Right)
    click(map_of(card), QPoint(30, 200))
    assert pin(card) == KIGALI
    assert map_of(card).camera != camera


def test_a_place_far_away_is_asked_on_a_map_that_has_it(look: Look, show: Show) -> None:
    from msgspec.structs import replace

    question = replace(samples.map_location(), name="El Fasher", lat=13.628, lon=25.35, radius_km=250)
    card = shown_card(show, question)
    view = map_of(card).view()
    assert view.sheet.name == "world"
    spot = view.pixel(Point(13.628, 25.35))
    assert Box(spot.x(), spot.y(), 0, 0).inside(view.frame)


def test_the_map_takes_its_share_of_the_window(look: Look, show: Show) -> None:
    card = shown_card(show)
    for height, expected in ((400, 260), (700, 322), (1400, 440)):
        card.resize(860, height)
        assert map_of(card).height() == expected
