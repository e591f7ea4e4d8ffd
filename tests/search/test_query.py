"""What was typed becomes a question to the index; nothing that can be typed is a mistake."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.search.query import Query, facet, parse


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Query()),
        ("unamir", Query((("unamir",),), is_open=True)),
        ("unamir ", Query((("unamir",),))),
        ("Đurđević", Query((("durdevic",),), is_open=True)),
        ("Łódź œuvre", Query((("lodz",), ("oeuvre",)), is_open=True)),
        ('"safe area"', Query((("safe", "area"),))),
        ('"safe area', Query((("safe", "area"),))),
        ("S/RES/912", Query((("s", "res", "912"),), is_open=True)),
        ("kind:document", Query((), ("document",))),
        ("KIND:document case:kosovo vote", Query((("vote",),), ("document",), ("kosovo",), is_open=True)),
        ("kind:event kind:document", Query((), ("event", "document"))),
        ("kind: x", Query((("x",),), is_open=True)),
        ("colour:red", Query((("colour", "red"),), is_open=True)),
        ("'; DROP TABLE passage; --", Query((("drop",), ("table",), ("passage",)))),
        ("-- ** ()", Query()),
    ],
)
def test_what_was_typed(typed: str, expected: Query) -> None:
    assert parse(typed) == expected


@pytest.mark.parametrize(
    ("typed", "ranked"),
    [("un", False), ("una", False), ("unam", True), ("un ", True), ("kind:event", False), ("un force", True)],
)
def test_first_letters_are_not_ranked(typed: str, ranked: bool) -> None:
    assert parse(typed).is_ranked is ranked


@given(st.text(max_size=300))
def test_every_question_is_one_that_fts5_understands(typed: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, facets)")
    query = parse(typed)
    if not query.is_empty:
        found = connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.match(),)).fetchall()
        assert found == []
    connection.close()


def test_facets_are_words_without_signs() -> None:
    assert facet("case", "côte-d’ivoire 2011") == "casecotedivoire2011"
