"""Excerpts show what was found, marked in the words as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.search.excerpt import Excerpt, excerpt
from r2p_app.search.query import parse

LONG = (
    "The Council met in private. " * 8 + "General Đorđević spoke of UNAMIR and left the room. " + "Nothing else. " * 9
)


def marked(found: Excerpt) -> list[str]:
    return [found.words[first:last] for first, last in found.marks]


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("Resolution 912 cuts UNAMIR", "unamir", ["UNAMIR"]),
        ("Resolution 912 cuts UNAMIR", "una", ["UNA"]),
        ("Žene, žene", "zene", ["Žene", "žene"]),
        ("A safe area, safe at last", '"safe area"', ["safe area"]),
        ("Nothing of the sort", "unamir", []),
        ("renamed", "named", []),
        ("", "unamir", []),
    ],
)
def test_what_is_marked(text: str, typed: str, words: list[str]) -> None:
    assert marked(excerpt(text, parse(typed))) == words


def test_a_find_far_in_the_text_is_brought_into_view() -> None:
    found = excerpt(LONG, parse("dordevic"))
    assert marked(found) == ["Đorđević"]
    assert found.words.startswith("…")
    assert found.words.endswith("…")
    assert len(found.words) <= 122


@given(text=st.text(max_size=400), typed=st.text(max_size=20))
def test_marks_are_inside_the_words_and_apart(text: str, typed: str) -> None:
    found = excerpt(text, parse(typed))
    edges = [edge for mark in found.marks for edge in mark]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(found.words) for edge in edges)
