"""The index finds what a person looks for, in any spelling, and survives what can happen to a file."""

import sqlite3
from pathlib import Path

import pytest

from r2p_app.search import index as indexes
from r2p_app.search.index import Index, NoFullTextSearch, build
from r2p_app.search.passages import Passage
from r2p_app.search.query import parse

PASSAGES = (
    Passage("actor", "kosovo", "r2p://actor/p-durdevic", "Đurđević", "A judge, invented for this test."),
    Passage(
        "document", "rwanda", "r2p://document/doc-912", "S/RES/912 (1994) Reduction of UNAMIR", "The force was cut."
    ),
    Passage("event", "rwanda", "r2p://event/ev-912", "Resolution 912 cuts UNAMIR", "The safe area came later."),
    Passage("event", "srebrenica", "r2p://event/ev-819", "A safe area is declared", "Srebrenica, area of peace, safe."),
    Passage("chapter", "rwanda", "r2p://chapter/x#p1", "The Council", "UNAMIR was cut to 270. Žene i łódź, œuvre."),
)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    build(tmp_path / "search.sqlite", "key", PASSAGES)
    opened = Index.open(tmp_path / "search.sqlite", "key")
    assert opened is not None
    return opened


def links(index: Index, typed: str) -> list[str]:
    return [passage.link.rpartition("/")[2] for passage in index.find(parse(typed))]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Durdevic", ["p-durdevic"]),
        ("đurđević", ["p-durdevic"]),
        ("zene", ["x#p1"]),
        ("lodz oeuvre", ["x#p1"]),
        ("S/RES/912", ["doc-912"]),
        ('"safe area"', ["ev-819", "ev-912"]),
        ("safe area case:rwanda", ["ev-912"]),
        ("kind:document", ["doc-912"]),
        ("kind:event kind:document 912", ["doc-912", "ev-912"]),
        ("unam", ["ev-912", "doc-912", "x#p1"]),
        ("un", ["doc-912", "ev-912", "x#p1"]),
        ("nam", []),
        ("", []),
        ("kind:nothing", []),
    ],
)
def test_what_is_found(index: Index, typed: str, expected: list[str]) -> None:
    assert links(index, typed) == expected


def test_no_more_than_asked_for(index: Index) -> None:
    assert len(index.find(parse("unam"), limit=2)) == 2


def test_an_index_of_other_content_is_not_used(index: Index, tmp_path: Path) -> None:
    assert Index.open(tmp_path / "search.sqlite", "another key") is None


@pytest.mark.parametrize("data", [b"", b"not a database", None])
def test_a_damaged_index_is_none(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "search.sqlite"
    if data is not None:
        path.write_bytes(data)
    assert Index.open(path, "key") is None


def test_a_cancelled_index_changes_nothing(index: Index, tmp_path: Path) -> None:
    many = [PASSAGES[0]] * 1200
    assert not build(tmp_path / "search.sqlite", "new", many, cancelled=lambda: True)
    assert Index.open(tmp_path / "search.sqlite", "key") is not None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["search.sqlite"]


def test_a_sqlite_without_fts5_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "_SCHEMA", indexes._SCHEMA.replace("USING fts5", "USING fts5x"))
    with pytest.raises(NoFullTextSearch):
        build(tmp_path / "search.sqlite", "key", PASSAGES)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises((OSError, sqlite3.Error)):
        build(tmp_path / "file" / "search.sqlite", "key", PASSAGES)


NAMED = (
    Passage("discussion", "", "r2p://discussion/d", "Who is responsible for Kigali?"),
    Passage("place", "", "r2p://place/camp", "Camp Kigali", "Kigali, Kigali, Kigali"),
    Passage("event", "", "r2p://event/long", "Kigali falls to the army that was formed in exile"),
    Passage("source", "", "r2p://source/kigali", "Kigali, a history"),
    Passage("place", "", "r2p://place/kigali", "Kigali", "The capital."),
)


@pytest.mark.parametrize("typed", ["kig", "kigali", "Kigali ", '"kigali"'])
def test_what_is_called_just_so_is_first(typed: str) -> None:
    index = Index.in_memory(NAMED)
    assert index.find(parse(typed))[0].title == "Kigali"
    index.close()


def test_titles_that_begin_so_come_next_but_not_works() -> None:
    index = Index.in_memory(NAMED)
    found = [passage.link for passage in index.find(parse("kigali"))]
    assert found[:2] == ["r2p://place/kigali", "r2p://event/long"]
    assert len(found) == len(NAMED)
    index.close()


def test_filters_hold_for_titles_too() -> None:
    index = Index.in_memory(NAMED)
    assert [passage.link for passage in index.find(parse("kigali kind:event"))] == ["r2p://event/long"]
    index.close()
