"""One's own notes are found with everything else."""

from datetime import UTC, datetime

import pytest

from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.search.query import parse
from r2p_app.ui.search.own import own_notes
from r2p_app.ui.state import AppState
from tests.ui.mini import mini_library

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def annotation(item: str, note: str) -> Annotation:
    return Annotation("a1", Kind.NOTE, item, "p1", 0, "words that were marked", "", "", note, NOON, NOON)


@pytest.fixture
def chapter(state: AppState) -> str:
    case = mini_library().cases[0]
    state.store.annotations.save(annotation(case.chapters[0], "Ask the teacher about Đurđević"))
    return case.chapters[0]


def found(state: AppState, typed: str) -> list[str]:
    return [passage.link for passage in own_notes(state, parse(typed))]


@pytest.mark.parametrize("typed", ["durdevic", '"the teacher"', "kind:note", "marked ask", "kind:note case:rwanda"])
def test_it_is_found(state: AppState, chapter: str, typed: str) -> None:
    assert found(state, typed) == [f"r2p://chapter/{chapter}#p1"]


@pytest.mark.usefixtures("chapter")
@pytest.mark.parametrize("typed", ["xyzzy", "kind:event", "kind:note case:kosovo", ""])
def test_it_is_not_found(state: AppState, typed: str) -> None:
    assert found(state, typed) == []


def test_a_note_on_a_chapter_that_has_gone_opens_the_notes(state: AppState) -> None:
    state.store.annotations.save(annotation("gone", "still mine"))
    assert found(state, "mine") == ["r2p://notes"]
