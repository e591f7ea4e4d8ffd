from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from r2p_app.content import markup
from r2p_app.content.library import Library
from r2p_app.content.markup import CitationSpan, LinkSpan
from r2p_app.ui.reader.cards import WIDTH, Found
from r2p_app.ui.reader.margin import MarginView
from r2p_app.ui.reader.stacking import Wanted
from r2p_app.ui.theme.look import Look

TEXT = """[Roméo Dallaire](r2p://actor/p-dallaire) led [UNAMIR](r2p://term/t-unamir). [@un-inquiry-1999, p. 10]
Again [Roméo Dallaire](r2p://actor/p-dallaire) and a [cable](r2p://event/ev-res-912). [@un-inquiry-1999; un-res-912]
"""


def found(*tops: float) -> list[Found]:
    spans = [span for span in markup.parse(TEXT).spans() if isinstance(span, LinkSpan | CitationSpan)]
    return list(zip(tops, spans, strict=True))


@pytest.fixture
def margin(qtbot: QtBot, look: Look, mini_library: Library) -> MarginView:
    made = MarginView(mini_library)
    qtbot.addWidget(made)
    made.resize(WIDTH, 1500)
    made.show()
    return made


def spans(margin: MarginView) -> list[tuple[float, float, str]]:
    """Where cards begin and end, and what they say, from top to bottom."""
    cards = sorted(margin.cards, key=lambda card: card.top)
    return [(card.top, card.top + card.wanted.height, card.document.toPlainText()) for card in cards]


def test_cards_stand_beside_their_lines_and_never_overlap(margin: MarginView) -> None:
    margin.place(found(0, 0, 100, 400, 420, 600), [])
    cards = spans(margin)
    assert cards[0][2].startswith("Roméo Dallaire")
    assert [card[0] for card in cards if card[2].startswith(("1", "2"))] == [100, 600]
    assert all(above[1] < below[0] for above, below in pairwise(cards))
    assert margin.end == cards[-1][1]


def test_a_person_has_one_card_and_an_event_none(margin: MarginView) -> None:
    margin.place(found(0, 0, 100, 400, 420, 600), [])
    words = [card[2] for card in spans(margin)]
    assert sum(text.startswith("Roméo Dallaire") for text in words) == 1
    assert not any("cable" in text for text in words)


def test_notes_of_neighbouring_lines_share_a_card_and_known_sources_are_brief(margin: MarginView) -> None:
    margin.place(found(0, 0, 300, 310, 310, 330), [])
    (notes,) = (text for *_, text in spans(margin) if text.startswith("1 "))
    assert "1 Independent Inquiry" in notes
    assert "2 S/\N{WORD JOINER}1999/\N{WORD JOINER}1257." in notes


def test_authors_notes_take_part(margin: MarginView) -> None:
    tops = margin.place(found(0, 0, 100, 400, 420, 600), [Wanted(100, 300)])
    (top,) = tops
    for start, end, _ in spans(margin):
        assert end < top or start > top + 300


def test_a_click_opens_the_link_under_it_or_what_the_card_is_about(qtbot: QtBot, margin: MarginView) -> None:
    margin.place(found(0, 0, 200, 400, 420, 600), [])
    asked: list[str] = []
    margin.link_requested.connect(asked.append)
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(WIDTH - 20, 20))
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(WIDTH // 2, 1400))
    assert asked == ["r2p://actor/p-dallaire"]
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(30, 218))
    assert asked[1:] == ["r2p://source/un-inquiry-1999"]


def test_it_is_painted_in_the_present_theme(margin: MarginView, look: Look) -> None:
    margin.place(found(0, 0, 100, 400, 420, 600), [])
    light = margin.grab().toImage()
    look.apply("dark")
    margin.place(found(0, 0, 100, 400, 420, 600), [])
    assert margin.grab().toImage() != light
