import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content.folding import FoldedText
from r2p_app.ui.reader.finding import Hit, Hits


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Đurđević spoke", "durdevic", "Đurđević"),
        ("an œuvre of his", "OEUVRE", "œuvre"),
        ("Łódź", "lodz", "Łódź"),
        ("on 11\N{NO-BREAK SPACE}January", "11 january", "11\N{NO-BREAK SPACE}January"),
        ("the commander’s cable", "commander's", "commander’s"),
        ("S/\N{WORD JOINER}RES/\N{WORD JOINER}912", "s/res/912", "S/\N{WORD JOINER}RES/\N{WORD JOINER}912"),
        ("one line\N{PARAGRAPH SEPARATOR}and another", "line and", "line\N{PARAGRAPH SEPARATOR}and"),
    ],
)
def test_words_are_found_in_whatever_spelling(text: str, wanted: str, expected: str) -> None:
    ((start, end),) = FoldedText(text).occurrences(wanted)
    assert text[start:end] == expected


@pytest.mark.parametrize("wanted", ["", "   ", "rwanda"])
def test_what_is_not_there_is_not_found(wanted: str) -> None:
    assert FoldedText("Kosovo and Srebrenica").occurrences(wanted) == []


@given(st.text(max_size=40), st.text(alphabet="aeć đœ", min_size=1, max_size=3))
def test_hits_stand_in_order_and_do_not_overlap(text: str, wanted: str) -> None:
    at = 0
    for start, end in FoldedText(text).occurrences(wanted):
        assert at <= start < end <= len(text)
        at = end - 1  # a character that folds to several may end one hit and begin the next


@given(st.text(alphabet="abć đ", min_size=1, max_size=20))
def test_a_text_is_found_in_itself(text: str) -> None:
    if text.strip():
        assert FoldedText(" ".join(text.split())).occurrences(text)


def test_hits_are_gone_through_in_a_ring() -> None:
    hits = Hits((Hit(0, 4, 6), Hit(0, 9, 11), Hit(2, 1, 3)))
    hits.start_at(1)
    assert hits.present == Hit(2, 1, 3)
    hits.step(1)
    assert hits.present == Hit(0, 4, 6)
    hits.step(-1)
    assert hits.index == 2
    assert hits.of(0) == (Hit(0, 4, 6), Hit(0, 9, 11))
    assert hits.of(1) == ()


def test_without_hits_there_is_nothing_to_go_through() -> None:
    hits = Hits()
    hits.start_at(0)
    hits.step(1)
    assert hits.present is None
