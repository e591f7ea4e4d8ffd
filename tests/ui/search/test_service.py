"""The index is made beside the window, kept for the next start, and follows the content."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.search.query import parse
from r2p_app.ui.jobs import JobRunner
from r2p_app.ui.search.service import FILE_NAME, Search
from r2p_app.ui.state import AppState
from tests.ui import mini


def keyed(key: str) -> Library:
    return Library(mini.PACK, mini.entries(), key=key)


@pytest.fixture
def jobs(qapp: object) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def searching(state: AppState, jobs: JobRunner, tmp_path: Path) -> Search:
    state.set_library(keyed("one"))
    state.jobs, state.cache = jobs, tmp_path / "cache"
    return Search(state)


def titles(search: Search, typed: str) -> list[str]:
    return [passage.title for passage in search.find(parse(typed))]


def test_it_is_made_beside_the_window_and_kept(qtbot: QtBot, searching: Search, state: AppState) -> None:
    with qtbot.waitSignal(searching.ready):
        searching.prepare()
    assert "The warnings" in titles(searching, "warnings")
    assert state.cache is not None
    assert (state.cache / FILE_NAME).is_file()
    another = Search(state)
    another.prepare()
    assert another.is_ready  # at once: it was only opened
    assert "The warnings" in titles(another, "warnings")


def test_nothing_is_found_before_it_is_there(searching: Search) -> None:
    searching.prepare()
    assert not searching.is_ready
    assert titles(searching, "warnings") == []


def test_other_content_is_indexed_when_somebody_searches_next(qtbot: QtBot, searching: Search, state: AppState) -> None:
    with qtbot.waitSignal(searching.ready):
        searching.prepare()
    state.set_library(keyed("two"))
    assert not searching.is_ready
    with qtbot.waitSignal(searching.ready):
        searching.prepare()
    assert titles(searching, "warnings")


def test_where_nothing_can_be_written_it_is_kept_in_memory(qtbot: QtBot, searching: Search, state: AppState) -> None:
    assert state.cache is not None
    state.cache.write_text("a file is in the way")
    with qtbot.waitSignal(searching.ready):
        searching.prepare()
    assert titles(searching, "warnings")


def test_content_without_a_key_is_kept_in_memory(
    qtbot: QtBot, searching: Search, state: AppState, mini_library: Library
) -> None:
    state.set_library(mini_library)
    with qtbot.waitSignal(searching.ready):
        searching.prepare()
    assert titles(searching, "warnings")
    assert state.cache is not None
    assert not (state.cache / FILE_NAME).exists()
