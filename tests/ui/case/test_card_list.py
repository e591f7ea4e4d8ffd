from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.ui.case.card_list import CardList, one_below_the_other
from r2p_app.ui.theme.look import Look

IDS = tuple(f"card-{number}" for number in range(40))


def made(qtbot: QtBot, height: int = 100) -> tuple[CardList, list[str]]:
    """Return a list in a window, and the ids whose cards were made."""
    asked: list[str] = []

    def _make(item_id: str) -> QLabel:
        asked.append(item_id)
        card = QLabel(item_id)
        card.setFixedHeight(height)
        return card

    cards = CardList(_make, one_below_the_other, batch=1, name="Cards")
    qtbot.addWidget(cards)
    cards.resize(600, 400)
    cards.show_ids(IDS)
    cards.show()
    return cards, asked


def test_a_view_is_filled_card_by_card_and_no_further(qtbot: QtBot, look: Look) -> None:
    cards, asked = made(qtbot)
    qtbot.waitUntil(lambda: cards.content.height() > 600)
    assert asked == list(IDS[: len(asked)])
    assert len(asked) < 12


def test_a_larger_view_is_filled_too(qtbot: QtBot, look: Look) -> None:
    cards, asked = made(qtbot)
    qtbot.waitUntil(lambda: cards.content.height() > 600)
    before = len(asked)
    cards.resize(600, 1600)
    qtbot.waitUntil(lambda: cards.laid_out > before + 8)


def test_going_to_a_card_makes_those_before_it(qtbot: QtBot, look: Look) -> None:
    cards, _ = made(qtbot)
    cards.go_to("card-20")
    qtbot.waitUntil(lambda: cards.top == "card-20")
    assert cards.laid_out >= 21
    cards.go_to("nowhere")
    assert cards.top == "card-20"


def test_cards_are_made_once_however_often_they_are_filtered(qtbot: QtBot, look: Look) -> None:
    cards, asked = made(qtbot)
    cards.show_ids(("card-1",))
    cards.show_ids(IDS[:2])
    qtbot.waitUntil(lambda: cards.laid_out == 2)
    assert asked.count("card-1") == 1
    assert cards.cards["card-1"].isVisible()
    cards.show_ids(("card-0",))
    assert not cards.cards["card-1"].isVisible()


def test_the_place_is_told_when_the_view_rests(qtbot: QtBot, look: Look) -> None:
    cards, _ = made(qtbot)
    qtbot.waitUntil(lambda: cards.verticalScrollBar().maximum() > 200)
    with qtbot.waitSignal(cards.place_settled):
        cards.verticalScrollBar().setValue(150)
    assert cards.top != ""
