from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r2p_app.content import cache as caching
from r2p_app.content.cache import FILE_NAME, Cache, digest


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


@given(st.lists(st.binary(max_size=8), max_size=4), st.lists(st.binary(max_size=8), max_size=4))
def test_keys_differ_where_their_parts_do(first: list[bytes], second: list[bytes]) -> None:
    assert (digest(*first) == digest(*second)) is (first == second)
