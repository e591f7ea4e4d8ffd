from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.notes.placing import Found, Lost, Moved, Placement, place
from r2p_app.notes.text import Extent, MarkedText, Passage
from tests.store.sample import an_annotation

FIRST = "The force commander wrote to New York about hidden arms."
SECOND = "The Council met in New York, and in New York it waited."
WORDS = st.text(alphabet="abc d", min_size=1, max_size=40)
TEXTS = st.lists(WORDS, min_size=1, max_size=8)


def text_of(*words: str) -> MarkedText:
    return MarkedText([Passage(f"p{number}", each) for number, each in enumerate(words, start=1)])


def mark(text: MarkedText, extent: Extent, kind: Kind = Kind.HIGHLIGHT) -> Annotation:
    anchor, start = text.locate(extent.start)
    quote, before, after = text.around(extent)
    found = replace(an_annotation(), kind=kind, anchor=anchor, start=start)
    return replace(found, quote=quote, before=before, after=after)


def extent_of(text: MarkedText, words: str, nth: int = 0) -> Extent:
    start = -1
    for _ in range(nth + 1):
        start = text.whole.index(words, start + 1)
    return Extent(start, start + len(words))


def words_at(text: MarkedText, placement: Placement) -> str:
    assert not isinstance(placement, Lost)
    return text.whole[placement.extent.start : placement.extent.end]


@given(TEXTS, st.data())
def test_in_the_same_text_every_mark_stands_where_it_stood(words: list[str], data: st.DataObject) -> None:
    text = text_of(*words)
    start = data.draw(st.integers(0, len(text.whole) - 1))
    extent = Extent(start, data.draw(st.integers(start + 1, len(text.whole))))
    assert place(mark(text, extent), text) == Found(extent)


@given(TEXTS, TEXTS, st.data())
def test_text_put_before_only_moves_a_long_mark(words: list[str], new: list[str], data: st.DataObject) -> None:
    marked = " ".join(["words marked by a learner"] * 2)
    text = text_of(*words, marked)
    annotation = mark(text, extent_of(text, marked))
    changed = MarkedText([*(Passage(f"new{i}", each) for i, each in enumerate(new)), *text.passages])
    placement = place(annotation, changed)
    assert isinstance(placement, Found)
    assert words_at(changed, placement) == marked


@given(TEXTS, st.data())
def test_a_mark_never_stands_on_other_words(words: list[str], data: st.DataObject) -> None:
    text = text_of(*words)
    start = data.draw(st.integers(0, len(text.whole) - 1))
    annotation = mark(text, Extent(start, data.draw(st.integers(start + 1, len(text.whole)))))
    other = text_of(*data.draw(TEXTS))
    placement = place(annotation, other)
    if not isinstance(placement, Lost):
        assert words_at(other, placement) == annotation.quote


def test_a_sentence_that_went_to_another_paragraph_is_found_there() -> None:
    text = text_of(FIRST, SECOND)
    annotation = mark(text, extent_of(text, "about hidden arms"))
    changed = text_of("New.", SECOND, f"Before. {FIRST}")
    placement = place(annotation, changed)
    assert isinstance(placement, Moved)
    assert words_at(changed, placement) == "about hidden arms"


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_of_words_that_occur_often_those_with_the_same_neighbours_are_meant(nth: int) -> None:
    text = text_of(FIRST, SECOND)
    annotation = mark(text, extent_of(text, "New York", nth))
    changed = text_of("New York was named before.", FIRST, SECOND)
    assert place(annotation, changed) == Moved(extent_of(changed, "New York", nth + 1))


def test_short_words_among_others_are_not_those_that_were_marked() -> None:
    text = text_of(FIRST)
    annotation = mark(text, extent_of(text, "New York"))
    assert place(annotation, text_of("She was born in New York in 1956.")) == Lost()


def test_words_that_are_gone_are_lost() -> None:
    text = text_of(FIRST)
    annotation = mark(text, extent_of(text, "about hidden arms"))
    assert place(annotation, text_of(FIRST.replace("hidden", "secret"))) == Lost()


def test_typographic_care_changes_no_words() -> None:
    text = text_of("It was the commander's cable of 11 January, pp. 3-4.")
    annotation = mark(text, extent_of(text, "commander's cable of 11 January, pp. 3-4"))
    changed = text_of("It was the commander’s cable of 11\N{NO-BREAK SPACE}January, pp. 3–4.")
    assert isinstance(place(annotation, changed), Found)


def test_a_mark_runs_over_several_paragraphs() -> None:
    text = text_of(FIRST, SECOND)
    annotation = mark(text, extent_of(text, "hidden arms.\nThe Council"))
    assert annotation.anchor == "p1"
    assert isinstance(place(annotation, text_of("New.", FIRST, SECOND)), Moved)
    assert place(annotation, text_of(FIRST, "New.", SECOND)) == Lost()


def test_a_bookmark_stays_with_its_paragraph_whatever_its_words() -> None:
    text = text_of(FIRST, SECOND)
    annotation = mark(text, extent_of(text, SECOND), Kind.BOOKMARK)
    changed = text_of(FIRST, "Quite other words.")
    assert place(annotation, changed) == Found(extent_of(changed, "Quite other words."))
    assert place(annotation, MarkedText([Passage("other", SECOND)])) == Moved(Extent(0, len(SECOND)))


def test_positions_are_found_by_anchor_and_back() -> None:
    text = text_of(FIRST, SECOND)
    assert text.extent("p2") == Extent(len(FIRST) + 1, len(FIRST) + 1 + len(SECOND))
    assert text.extent("p3") is None
    assert text.locate(len(FIRST) + 1) == ("p2", 0)
    assert text.locate(len(FIRST)) == ("p1", len(FIRST))
