"""Misconceptions are marked as such, answered with sources, and found by case and by words."""

import pytest
from msgspec import Struct
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Entry, Library
from r2p_app.content.links import Link
from r2p_app.content.model import Source, SourceType
from r2p_app.content.teaching import Misconception
from r2p_app.ui.pages.misconceptions import MisconceptionsPage
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.prose import Prose
from tests.ui import mini

JUDGMENT = Source(id="court-1", type=SourceType.JUDGMENT, author="The Tribunal", title="Prosecutor v. X", year=2001)


def _item(number: int, claim: str, *, denial: bool = False, sources: tuple[str, ...] = ("un-2005",)) -> Misconception:
    return Misconception(id=f"mc-{number}", claim=claim, correction=f"Not so {number}.", sources=sources, denial=denial)


def library() -> Library:
    more: list[tuple[str, str, Struct]] = [
        ("source", "", JUDGMENT),
        ("misconception", "rwanda", _item(1, "It was made up.", denial=True, sources=("court-1, para 3", "un-2005"))),
        ("misconception", "rwanda", _item(2, "Račak was in Rwanda.")),
        *(("misconception", "doctrine", _item(number, f"Claim {number}.")) for number in range(3, 12)),
        ("misconception", "", _item(12, "It belongs nowhere.")),
    ]
    entries = (Entry(str(getattr(item, "id")), kind, case, item) for kind, case, item in more)  # noqa: B009
    return Library(mini.PACK, (*mini.entries(), *entries))


@pytest.fixture
def page(qtbot: QtBot, state: AppState) -> MisconceptionsPage:
    state.set_library(library())
    made = MisconceptionsPage(state)
    qtbot.addWidget(made)
    made.resize(1232, 500)
    made.show()
    made.show_link(Link("misconceptions"))
    return made


def shown(page: MisconceptionsPage) -> list[str]:
    page.cards.complete()
    order = sorted(page.cards.cards.values(), key=lambda card: card.y())
    return [card.item.id for card in order if card.isVisibleTo(page)]


def words(page: MisconceptionsPage, item_id: str) -> str:
    page.cards.complete()
    card = page.cards.cards[item_id]
    labels = (one.text() for one in card.findChildren(QLabel))
    return " | ".join((*labels, *(one.toPlainText() for one in card.findChildren(Prose))))


def test_a_claim_is_marked_and_answered_with_its_sources(page: MisconceptionsPage) -> None:
    text = words(page, "mc-no-warning")
    assert text.startswith("Misconception | “Nobody could have known.” | What is known\nWarnings reached")
    assert "Source\nIndependent Inquiry" in text


def test_denial_is_named_with_the_judgment_beside_it(page: MisconceptionsPage) -> None:
    text = words(page, "mc-1")
    assert text.startswith("Misconception · A form of denial | “It was made up.”")
    assert "What courts have found\nThe Tribunal, Prosecutor v. X, 2001, para 3.\nSource\nUN General Assembly" in text
    assert "denial" not in words(page, "mc-no-warning")


def test_they_stand_case_by_case_and_those_of_none_at_the_end(page: MisconceptionsPage) -> None:
    assert shown(page)[:3] == ["mc-no-warning", "mc-1", "mc-2"]
    assert shown(page)[-1] == "mc-12"
    assert page.count.text() == "13 misconceptions"


def test_a_case_is_chosen(page: MisconceptionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_changed):
        page.filter.choose(1)
        page.filter.chosen.emit(1)
    assert shown(page) == ["mc-no-warning", "mc-1", "mc-2"]
    assert str(page.place()) == "r2p://misconceptions/rwanda"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("racak", ["mc-2"]), ("KNOWN warnings", ["mc-no-warning"]), ("nothing of the kind", [])],
)
def test_words_are_found_in_any_spelling(page: MisconceptionsPage, qtbot: QtBot, typed: str, found: list[str]) -> None:
    with qtbot.waitSignal(page.announced) as announced:
        page.words.setText(typed)
    assert shown(page) == found
    assert announced.args == ["1 misconception" if found else "0 misconceptions"]
    assert page.place().value("q") == typed


def test_a_link_goes_to_one(page: MisconceptionsPage, qtbot: QtBot) -> None:
    page.show_link(Link.parse("r2p://misconceptions/doctrine#mc-9"))
    card = page.cards.cards["mc-9"]
    bar = page.cards.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0 and -1 < card.mapTo(page.cards, card.rect().topLeft()).y() < 60)
    assert str(page.place()) == "r2p://misconceptions/doctrine#mc-9"
    page.show_link(Link.parse("r2p://misconceptions/nowhere#mc-unknown"))
    assert str(page.place()) == "r2p://misconceptions"
    assert bar.value() == 0


def test_going_elsewhere_lets_go_of_the_place(page: MisconceptionsPage, qtbot: QtBot) -> None:
    page.show_link(Link.parse("r2p://misconceptions/doctrine#mc-9"))
    bar = page.cards.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    bar.setValue(10)
    page.resize(1000, 480)
    qtbot.waitUntil(lambda: page.cards.height() == 480)
    assert bar.value() == 10


def test_new_content_keeps_place_and_words(page: MisconceptionsPage, state: AppState, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_link(Link.parse("r2p://misconceptions/rwanda?q=made"))
    page.words.setFocus()
    state.set_library(library())
    page.refresh(Changes.LIBRARY)
    assert str(page.place()) == "r2p://misconceptions/rwanda?q=made"
    assert shown(page) == ["mc-1"]
    assert page.words.hasFocus()


def test_sources_are_asked_for_as_links(page: MisconceptionsPage, qtbot: QtBot) -> None:
    record = page.cards.cards["mc-no-warning"].record
    with qtbot.waitSignal(page.link_requested) as asked:
        record.link_requested.emit("r2p://source/un-inquiry-1999")
    assert asked.args == ["r2p://source/un-inquiry-1999"]


def test_content_without_any_is_said_to_have_none(qtbot: QtBot, state: AppState) -> None:
    state.set_library(Library(mini.PACK, ()))
    page = MisconceptionsPage(state)
    qtbot.addWidget(page)
    page.show_link(Link("misconceptions"))
    assert page.count.text() == "0 misconceptions"
