"""After the text: what is often said about its subject, and mistaken."""

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.model import Chapter
from r2p_app.content.teaching import Misconception
from r2p_app.ui.reader.closing import OftenSaid, often_said
from r2p_app.ui.reader.pieces import pieces_of
from r2p_app.ui.state import AppState
from tests.ui import mini


def test_a_chapter_lists_the_misconceptions_about_its_subject(mini_library: Library) -> None:
    listed = {chapter.id: often_said(mini_library, chapter) for chapter in mini_library.all(Chapter)}
    assert [item.id for item in listed["rwanda-warnings"]] == ["mc-no-warning"]
    assert listed["rwanda-people"] == []


def test_they_stand_after_the_text_only_where_there_are_some(qtbot: QtBot, state: AppState) -> None:
    (case, _doctrine) = state.library.cases
    found = {}
    for chapter in state.library.chapters(case):
        pieces = [piece.make() for piece in pieces_of(case, chapter, state, str)]
        for piece in pieces:
            qtbot.addWidget(piece)
        found[chapter.id] = [piece.toPlainText() for piece in pieces if isinstance(piece, OftenSaid)]
    assert found == {"rwanda-people": [], "rwanda-warnings": ["Often said, and mistaken\n“Nobody could have known.”"]}


def test_denial_is_named(qtbot: QtBot, mini_library: Library) -> None:
    item = mini_library.get(mini.MISCONCEPTIONS[0].id, Misconception)
    often = OftenSaid([replace(item, denial=True)], mini_library)
    qtbot.addWidget(often)
    assert often.toPlainText().endswith("“Nobody could have known.” · a form of denial")
    assert often.document().begin().next().begin().fragment().charFormat().anchorHref() == (
        "r2p://misconception/mc-no-warning"
    )
