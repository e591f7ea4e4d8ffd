from msgspec.structs import replace

from r2p_app.content.links import Link
from r2p_app.content.model import Event, Place
from r2p_app.content.teaching import KnownFact
from r2p_app.lab.horizon import NOW, Horizon
from tests.lab.making import FACTS, POINT, library

HORIZON = Horizon(library(), POINT)


def test_only_links_to_its_own_steps_are_allowed() -> None:
    assert HORIZON.allows(Link("lab", ("dp-cut", "weigh")))
    for link in (Link("lab", ("dp-other",)), Link("timeline"), Link("document", ("doc-x",)), Link("lab")):
        assert not HORIZON.allows(link)


def test_a_source_of_that_year_or_later_is_withheld() -> None:
    (letter,) = HORIZON.sources(FACTS[0])
    book, inquiry = HORIZON.sources(FACTS[1])
    assert letter == ("", True)
    assert (book.is_withheld, "A book" in book.citation) == (False, True)
    assert inquiry == ("", True)


def test_evidence_dated_later_is_not_let_through() -> None:
    late = KnownFact(id="late", date="1994-04-22", fact="Too late.", sources=("letter-1994",))
    vague = KnownFact(id="vague", date="1994-04", fact="Some day in April.", sources=("letter-1994",))
    horizon = Horizon(library(), replace(POINT, known_then=(*FACTS, late, vague)))
    assert [fact.id for fact in horizon.facts] == ["letter", "force"]
    assert horizon.fact("late") is None


def test_cards_show_names_and_only_texts_older_than_the_day() -> None:
    cards = {card.id: card for card in HORIZON.cards}
    assert set(cards) == {"b-watchers", "t-seven", "t-mission"}
    assert cards["t-seven"].text == "Lets the Council order force."
    assert (cards["t-mission"].text, cards["b-watchers"].text) == ("", "")
    assert [fact.id for fact in cards["b-watchers"].facts] == ["letter"]
    assert HORIZON.card("b-others") is None


def test_its_library_holds_the_evidence_and_the_bare_place() -> None:
    found = HORIZON.library
    assert [event.id for event in found.all(Event)] == ["letter", "force", NOW]
    assert found.get("pl-city", Place).why == "City"
    assert "inquiry-1999" not in found
    assert all("1999" not in event.summary for event in found.all(Event))


def test_a_decision_without_a_place_has_none() -> None:
    assert Horizon(library(), replace(POINT, place="")).place() is None
