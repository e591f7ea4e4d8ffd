import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content import cache as caching
from r2p_app.content.cache import FILE_NAME, Cache, digest, program


def test_what_is_put_is_got(tmp_path: Path) -> None:
    Cache(tmp_path / "made" / "here").put({b"a": b"1", b"b": b""})
    kept = Cache(tmp_path / "made" / "here")
    assert (kept.get(b"a"), kept.get(b"b"), kept.get(b"c")) == (b"1", b"", None)
    assert kept.get_all([b"a", b"c"]) == {b"a": b"1"}


def test_a_later_value_replaces_an_earlier_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put({b"a": b"1"})
    cache.put({b"a": b"2"})
    assert cache.get(b"a") == b"2"


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None)
    cache.put({b"a": b"1"})
    assert cache.get(b"a") is None


def test_asking_makes_no_file(tmp_path: Path) -> None:
    assert Cache(tmp_path).get(b"a") is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_grown_too_large_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path)
    cache.put({b"a": bytes(50_000)})
    monkeypatch.setattr(caching, "MAX_BYTES", 10_000)
    cache.put({b"b": b"1"})
    assert (cache.get(b"a"), cache.get(b"b")) == (None, b"1")
    assert (tmp_path / FILE_NAME).stat().st_size < 50_000


def test_bytes_that_are_not_ours_are_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put({b"a": b"1"})
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE blob SET data = 'text'")
    assert cache.get(b"a") is None


def test_a_program_without_source_files_has_a_name_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_sources = program()
    monkeypatch.setattr(caching, "__file__", str(tmp_path / "none" / "cache.pyc"))
    program.cache_clear()
    try:
        assert len(program()) == len(with_sources)
        assert program() != with_sources
    finally:
        monkeypatch.undo()
        program.cache_clear()


@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8), max_size=4))
def test_keys_differ_where_their_parts_do(first: list[bytes], second: list[bytes]) -> None:
    assert (digest(*first) == digest(*second)) is (first == second)
