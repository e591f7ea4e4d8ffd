import pytest

from r2p_app.content.library import Library
from r2p_app.store import Store
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.look import Look


@pytest.fixture
def empty(look: Look) -> AppState:
    return AppState(look, parent=look)


@pytest.fixture
def told(empty: AppState) -> list[Changes]:
    heard: list[Changes] = []
    empty.changed.connect(heard.append)
    return heard


def test_it_is_ready_once_there_is_content_and_a_profile(empty: AppState, mini_library: Library, store: Store) -> None:
    ready = [empty.is_ready]
    empty.set_library(mini_library)
    ready.append(empty.is_ready)
    empty.set_store(store)
    ready.append(empty.is_ready)
    assert ready == [False, False, True]
    assert empty.has_library


def test_asking_too_early_is_a_mistake(empty: AppState) -> None:
    with pytest.raises(RuntimeError, match="library"):
        _ = empty.library
    with pytest.raises(RuntimeError, match="profile"):
        _ = empty.store


def test_new_content_is_told(empty: AppState, told: list[Changes], mini_library: Library) -> None:
    empty.set_library(mini_library)
    assert told == [Changes.LIBRARY]
    assert empty.library is mini_library


def test_another_profile_changes_everything_it_holds(empty: AppState, told: list[Changes], store: Store) -> None:
    empty.set_store(store)
    assert told == [~Changes.LIBRARY]


def test_what_was_saved_is_passed_on(empty: AppState, told: list[Changes]) -> None:
    empty.note(Changes.READING)
    assert told == [Changes.READING]
