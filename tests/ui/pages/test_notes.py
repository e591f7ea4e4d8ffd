"""The page of notes, as a learner meets it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.links import Link
from r2p_app.content.model import Chapter
from r2p_app.notes.annotation import Annotation, Kind
from r2p_app.ui.export.saving import SavingDialog
from r2p_app.ui.notes.card import MarkCard
from r2p_app.ui.notes.editor import NoteDialog
from r2p_app.ui.notes.marks import Marks
from r2p_app.ui.pages.notes import NotesPage
from r2p_app.ui.preferences import Preferences
from r2p_app.ui.reader.text import marked_text
from r2p_app.ui.state import AppState, Changes

CHAPTER = "rwanda-warnings"


@pytest.fixture
def marked(state: AppState) -> list[Annotation]:
    """A highlight with a note, a bookmark, and a highlight whose words are gone."""
    text = marked_text(state.library.get(CHAPTER, Chapter))
    marks = Marks(state)
    first = text.extent(text.passages[0].anchor)
    last = text.extent(text.passages[-1].anchor)
    assert first is not None
    assert last is not None
    bookmark = marks.add(Kind.BOOKMARK, CHAPTER, text, last)
    noted = marks.write(marks.add(Kind.HIGHLIGHT, CHAPTER, text, first), "Who was told about Đurđević?")
    lost = replace(noted, id="lost", kind=Kind.HIGHLIGHT, anchor="gone", quote="Words taken out.", note="", before="")
    state.store.annotations.save(lost)
    return [noted, bookmark, lost]


@pytest.fixture
def page(qtbot: QtBot, state: AppState, preferences: Preferences, tmp_path: Path) -> NotesPage:
    state.preferences = preferences

    def ask(_parent: QWidget, _title: str, _suggested: str, _filters: str) -> str:
        return str(tmp_path / "mine")

    made = NotesPage(state, ask=ask)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    state.changed.connect(lambda changes: made.refresh(changes) if changes & made.listens_to else None)
    return made


def cards(page: NotesPage) -> list[MarkCard]:
    QApplication.processEvents()  # cards get their places
    found = [card for card in page.list.findChildren(MarkCard) if card.isVisibleTo(page)]
    return sorted(found, key=lambda card: card.y())


def press(card: MarkCard, words: str) -> None:
    next(button for button in card.findChildren(QPushButton) if button.text() == words).click()


def test_without_marks_the_page_says_how_to_make_one(qtbot: QtBot, page: NotesPage) -> None:
    assert page.empty.isVisible()
    assert "press H" in page.empty.text()
    assert not page.tools.isVisible()
    assert page.first_focus() is page.begin
    with qtbot.waitSignal(page.link_requested) as asked:
        QTest.keyClick(page.begin, Qt.Key.Key_Space)
    assert asked.args == ["r2p://case"]


def test_marks_stand_in_the_order_of_the_text_under_case_and_chapter(marked: list[Annotation], page: NotesPage) -> None:
    assert [card.kept.annotation.id for card in cards(page)] == [mark.id for mark in marked]
    titles = [label.text() for label in page.list.findChildren(QLabel)]
    assert "Rwanda" in titles
    assert any(title.endswith("The warnings") for title in titles)


def test_lost_words_are_kept_and_said_to_be_lost(marked: list[Annotation], page: NotesPage) -> None:
    said = [any("text has changed" in label.text() for label in card.findChildren(QLabel)) for card in cards(page)]
    assert said == [False, False, True]


@pytest.mark.parametrize(("words", "count"), [("durdevic", 1), ("WARNINGS", 3), ("taken out", 1), ("nowhere", 0)])
def test_words_are_found_in_quotations_notes_and_titles(
    marked: list[Annotation], page: NotesPage, words: str, count: int
) -> None:
    page.words.setText(words)
    assert len(cards(page)) == count
    assert page.count.text() == f"{count} of 3 shown"


def test_a_link_filters_by_kind_and_comes_back_as_the_place(marked: list[Annotation], page: NotesPage) -> None:
    link = Link("notes", ("bookmark",))
    page.show_link(link)
    assert [card.kept.annotation.kind for card in cards(page)] == [Kind.BOOKMARK]
    assert page.place() == link


def test_a_mark_opens_in_its_place(qtbot: QtBot, marked: list[Annotation], page: NotesPage) -> None:
    with qtbot.waitSignal(page.link_requested) as asked:
        press(cards(page)[0], "Open in the chapter")
    assert asked.args == [f"r2p://case/rwanda/read/{CHAPTER}#{marked[0].anchor}"]


def test_a_note_is_edited_in_place(marked: list[Annotation], page: NotesPage, state: AppState) -> None:
    press(cards(page)[1], "Write a note")
    (dialog,) = page.findChildren(NoteDialog)
    dialog.field.setPlainText("Read again.")
    dialog.accept()
    assert [mark.note for mark in state.store.annotations.all() if mark.id == marked[1].id] == ["Read again."]
    assert any(label.text() == "Read again." for label in cards(page)[1].findChildren(QLabel))


def test_a_removed_mark_can_be_brought_back(marked: list[Annotation], page: NotesPage, state: AppState) -> None:
    press(cards(page)[0], "Remove")
    assert len(cards(page)) == 2
    assert page.undo.isVisible()
    page.undo.undo.click()
    assert len(cards(page)) == 3
    assert marked[0] in state.store.annotations.all()


def test_what_is_shown_is_exported(qtbot: QtBot, marked: list[Annotation], page: NotesPage, tmp_path: Path) -> None:
    page.show_link(Link("notes", ("note",)))
    page.export.click()
    target = tmp_path / "mine.md"
    qtbot.waitUntil(target.exists)
    text = target.read_text(encoding="utf-8")
    assert "Who was told about Đurđević?" in text
    assert "Words taken out" not in text
    for dialog in page.findChildren(SavingDialog):
        dialog.accept()


def test_another_profile_has_marks_of_its_own(marked: list[Annotation], page: NotesPage, state: AppState) -> None:
    for mark in marked:
        state.store.annotations.remove(mark.id)
    state.note(Changes.PROFILE | Changes.NOTES)
    assert cards(page) == []
    assert page.empty.isVisible()
