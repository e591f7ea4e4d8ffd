"""What was typed becomes a question to the index; nothing that can be typed is a mistake."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.search.query import Query, facet, parse, same_words


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
        ("case studies", Query((("case",), ("studies",)), is_open=True)),
        ("“safe area” kind", Query((("safe", "area"), ("kind",)), is_open=True)),
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


def test_what_is_too_long_is_cut_between_words() -> None:
    assert parse("peace " * 60) == Query((("peace",),) * 33)


@pytest.mark.parametrize(
    ("typed", "is_begun", "expected"),
    [("doc", True, True), ("doc", False, False), ("Đurđević", False, True), ("documents", True, False)],
)
def test_values_are_compared_in_any_spelling(typed: str, is_begun: bool, expected: bool) -> None:
    name = "Durdevic" if "Đ" in typed else "document"
    assert same_words(typed, name, is_begun=is_begun) is expected
