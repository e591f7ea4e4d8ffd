"""The reader as a whole: finding, marking, listening, by keyboard and by mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.notes.annotation import Kind
from r2p_app.ui.charts.body import ChartBody
from r2p_app.ui.notes.editor import NoteDialog
from r2p_app.ui.reader.run import RunView
from r2p_app.ui.reader.scroll import ChapterScroll
from r2p_app.ui.reader.signs import MarkSign
from r2p_app.ui.reader.tools import ToolMenu
from r2p_app.ui.reader.utterances import utterances
from r2p_app.ui.reader.view import CaseReader
from r2p_app.ui.speech.speaker import Voice
from r2p_app.ui.state import AppState
from tests.ui.reader import making


class FakeVoice(QObject):
    """Says nothing, and remembers."""

    finished = Signal()
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.is_silent = True

    def say(self, text: str) -> None:
        self.said.append(text)
        self.is_silent = False

    def stop(self) -> None:
        self.is_silent = True


@pytest.fixture
def reader(qtbot: QtBot, long_state: AppState) -> Iterator[CaseReader]:
    made = CaseReader(making.CASE, long_state)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_chapter(making.CHAPTER)
    view_of(made).setFocus()
    view_of(made).sheet.complete()
    long_state.changed.connect(made.show_marks)
    yield made
    long_state.changed.disconnect(made.show_marks)


def view_of(reader: CaseReader) -> ChapterScroll:
    assert reader.view is not None
    return reader.view


def runs(reader: CaseReader) -> list[RunView]:
    return list(view_of(reader).sheet.runs)


def signs(reader: CaseReader) -> list[MarkSign]:
    return [sign for sign in view_of(reader).sheet.findChildren(MarkSign) if sign.isVisible()]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def note_dialog(reader: CaseReader) -> NoteDialog:
    (dialog,) = reader.findChildren(NoteDialog)
    return dialog


# --- finding ----------------------------------------------------------------------------------------------------------


def find(qtbot: QtBot, reader: CaseReader, words: str) -> None:
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(reader.find_bar.field, words)
    with qtbot.waitSignal(reader.find_bar.words_changed):
        pass


def test_words_are_found_counted_and_gone_through_by_keys(qtbot: QtBot, reader: CaseReader) -> None:
    find(qtbot, reader, "force COMMANDER")
    count = reader.find_bar.count
    total = int(count.text().split(" of ")[1])
    assert total > 6
    assert count.text().startswith("1 of")
    before = view_of(reader).verticalScrollBar().value()
    press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count.text() == f"{total} of {total}"
    assert view_of(reader).verticalScrollBar().value() > before
    press(Qt.Key.Key_Return)
    assert count.text() == f"1 of {total}"


def test_finding_needs_no_paragraph_in_view(reader: CaseReader, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reader.view is not None
    monkeypatch.setattr(type(reader.view), "passage", "")
    reader.open_find()
    assert reader.find_bar.isVisible()
    assert not reader.undo.isVisible()


def test_what_is_not_there_is_said(qtbot: QtBot, reader: CaseReader) -> None:
    find(qtbot, reader, "xyzzy")
    assert reader.find_bar.count.text() == "Nothing found"
    assert not reader.find_bar.next.isEnabled()


def test_esc_closes_and_leaves_the_words_selected(qtbot: QtBot, reader: CaseReader) -> None:
    find(qtbot, reader, "hidden arms")
    press(Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert [run.textCursor().selectedText() for run in runs(reader) if run.selected] == ["hidden arms"]


def test_other_spellings_are_found_in_names(qtbot: QtBot, reader: CaseReader) -> None:
    find(qtbot, reader, "romeo dallaire")
    assert reader.find_bar.count.text().startswith("1 of")


# --- marking ----------------------------------------------------------------------------------------------------------


def test_a_key_highlights_the_paragraph_in_view(reader: CaseReader, long_state: AppState) -> None:
    press(Qt.Key.Key_H)
    (mark,) = long_state.store.annotations.all()
    assert (mark.kind, mark.item) == (Kind.HIGHLIGHT, making.CHAPTER.id)
    assert mark.quote == making.LONG
    (sign,) = signs(reader)
    assert sign.accessibleName().startswith("Highlight: “The force commander")
    assert sign.focusPolicy() == Qt.FocusPolicy.StrongFocus
    press(Qt.Key.Key_H)
    assert len(long_state.store.annotations.all()) == 1


def test_shift_and_arrows_select_what_is_highlighted(reader: CaseReader, long_state: AppState) -> None:
    for _ in range(3):
        press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_H)
    (mark,) = long_state.store.annotations.all()
    assert mark.quote == "The force commander"
    assert mark.start == 0
    assert not any(run.selected for run in runs(reader))


def test_a_selection_over_a_note_number_is_words_only(reader: CaseReader, long_state: AppState) -> None:
    run = runs(reader)[1]
    start = run.toPlainText().index("UNAMIR")
    run.select(start, start + len("UNAMIR.2 The"))
    reader.marking.highlight()
    (mark,) = long_state.store.annotations.all()
    assert mark.quote == "UNAMIR. The"


def test_a_note_is_saved_as_it_is_written(qtbot: QtBot, reader: CaseReader, long_state: AppState) -> None:
    press(Qt.Key.Key_N)
    dialog = note_dialog(reader)
    QTest.keyClicks(dialog.field, "Who was told?")
    qtbot.waitUntil(lambda: long_state.store.annotations.all()[0].note == "Who was told?")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (mark,) = long_state.store.annotations.all()
    assert mark.kind is Kind.NOTE
    assert signs(reader)[0].accessibleName().endswith("Who was told?")


def test_a_note_left_empty_leaves_no_mark(reader: CaseReader, long_state: AppState) -> None:
    press(Qt.Key.Key_N)
    note_dialog(reader).reject()
    assert long_state.store.annotations.all() == ()


def test_a_bookmark_is_made_and_taken_away_by_the_same_key(reader: CaseReader, long_state: AppState) -> None:
    press(Qt.Key.Key_B)
    assert [mark.kind for mark in long_state.store.annotations.all()] == [Kind.BOOKMARK]
    press(Qt.Key.Key_B)
    assert long_state.store.annotations.all() == ()
    assert reader.undo.isVisible()


def test_a_removed_mark_comes_back(reader: CaseReader, long_state: AppState) -> None:
    press(Qt.Key.Key_H)
    signs(reader)[0].click()
    (mark,) = long_state.store.annotations.all()
    note_dialog(reader).remove_requested.emit()
    note_dialog(reader).reject()
    assert long_state.store.annotations.all() == ()
    assert signs(reader) == []
    assert reader.undo.words.text() == "The highlight is removed."
    reader.undo.undo.click()
    assert long_state.store.annotations.all() == (mark,)
    assert len(signs(reader)) == 1


def test_signs_stand_beside_their_lines_at_any_width(reader: CaseReader) -> None:
    press(Qt.Key.Key_H)
    for width in (1300, 700, 480):
        reader.resize(width, 700)
        QApplication.processEvents()
        (sign,) = signs(reader)
        run = runs(reader)[0]
        assert sign.x() >= 0
        assert sign.geometry().right() < run.x()
        assert abs(sign.y() - run.y()) < 10
        assert min(sign.width(), sign.height()) >= 24


def test_marks_are_found_again_where_the_text_has_moved(qtbot: QtBot, reader: CaseReader, long_state: AppState) -> None:
    press(Qt.Key.Key_H)
    moved = making.library(making.moved_chapter())
    long_state.set_library(moved)
    again = CaseReader(moved.get("long", type(making.CASE)), long_state)
    qtbot.addWidget(again)
    again.resize(1300, 700)
    again.show()
    again.show_chapter(moved.chapters(again.case)[0])
    view_of(again).sheet.complete()
    assert len(signs(again)) == 1
    assert signs(again)[0].y() > signs(reader)[0].y()


@pytest.mark.qt_log_level_fail("CRITICAL")  # popups make the offscreen platform talk
def test_the_menu_offers_what_can_be_done(reader: CaseReader) -> None:
    press(Qt.Key.Key_H)
    view_of(reader).menu_requested.emit(reader.mapToGlobal(reader.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ToolMenu)
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words[:3] == ["Highlight", "Write a note", "Bookmark the paragraph"]
    assert any(word.startswith("Highlight: “") for word in words)
    assert "Read aloud from here" in words
    menu.close()


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_sign_of_several_marks_lets_one_choose(reader: CaseReader) -> None:
    press(Qt.Key.Key_H)
    press(Qt.Key.Key_B)
    (sign,) = signs(reader)
    sign.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    menu.actions()[1].trigger()
    menu.close()
    assert reader.findChildren(NoteDialog)
    note_dialog(reader).reject()


# --- the caret --------------------------------------------------------------------------------------------------------


def test_with_the_caret_on_the_arrows_go_from_run_to_run(reader: CaseReader) -> None:
    press(Qt.Key.Key_F7)
    first, second = runs(reader)[:2]
    assert first.hasFocus()
    first.put_caret(first.document().characterCount() - 1)
    press(Qt.Key.Key_Right)
    assert second.hasFocus()
    assert second.textCursor().position() == 0
    press(Qt.Key.Key_Left)
    assert first.hasFocus()
    press(Qt.Key.Key_F7)
    before = view_of(reader).verticalScrollBar().value()
    press(Qt.Key.Key_Down)
    assert view_of(reader).verticalScrollBar().value() != before


def test_the_focus_on_a_link_is_no_selection(reader: CaseReader) -> None:
    press(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, RunView)
    assert focus.textCursor().hasSelection()
    assert focus.selected is None


# --- reading aloud ----------------------------------------------------------------------------------------------------


@pytest.fixture
def voice(reader: CaseReader, monkeypatch: pytest.MonkeyPatch) -> FakeVoice:
    made = FakeVoice()

    def make(_parent: QWidget) -> Voice:
        return made

    monkeypatch.setattr(reader.listen_bar, "_make", make)
    return made


def test_a_chapter_is_read_paragraph_by_paragraph(reader: CaseReader, voice: FakeVoice) -> None:
    reader.listen()
    assert voice.said == ["A long chapter. Hard things are told."]
    voice.finished.emit()
    assert voice.said[-1] == making.LONG
    assert any(runs(reader)[0]._marking)
    reader.listen_bar.next.click()
    assert voice.said[-1].startswith("Roméo Dallaire commanded UNAMIR. The force")


def test_reading_can_be_paused_and_goes_on_with_the_paragraph(reader: CaseReader, voice: FakeVoice) -> None:
    reader.listen()
    voice.finished.emit()
    reader.listen_bar.pause.click()
    assert voice.is_silent
    assert reader.listen_bar.pause.text() == "Go on"
    reader.listen_bar.pause.click()
    assert voice.said[-2:] == [making.LONG, making.LONG]


def test_esc_and_another_chapter_end_it(reader: CaseReader, voice: FakeVoice) -> None:
    reader.listen()
    reader.show_chapter(making.SHORT)
    assert voice.is_silent
    assert not reader.listen_bar.isVisible()


def test_one_bar_at_a_time_and_esc_closes_it_from_the_text(reader: CaseReader, voice: FakeVoice) -> None:
    reader.open_find()
    reader.listen()
    assert not reader.find_bar.isVisible()
    assert reader.listen_bar.isVisible()
    assert reader.view is not None
    reader.view.setFocus()
    QTest.keyClick(reader.view, Qt.Key.Key_Escape)
    assert not reader.listen_bar.isVisible()


def test_quoted_hate_speech_is_read_only_when_asked_for(reader: CaseReader, voice: FakeVoice) -> None:
    quoted = "::: hate-speech\nWords of hate [@un-res-912].\n\nMore of them.\n:::"
    hateful = making.with_body(f"Before.\n\n{quoted}\n\nAfter.\n")
    said = [(each.words, each.is_withheld) for each in utterances(hateful)]
    assert said[1:] == [("Before.", False), ("Words of hate.", True), ("More of them.", True), ("After.", False)]
    bar = reader.listen_bar
    bar.open(utterances(hateful), utterances(hateful)[1].anchor)
    voice.finished.emit()
    assert voice.said[-1].startswith("A passage of quoted hate speech stands here.")
    assert bar.ask.isVisible()
    voice.finished.emit()
    assert voice.said[-1] == "After."
    assert "Words of hate." not in voice.said
    bar.open(utterances(hateful), utterances(hateful)[2].anchor)
    bar.ask.click()
    voice.finished.emit()
    voice.finished.emit()
    assert voice.said[-3:] == ["Words of hate.", "More of them.", "After."]


def test_without_speech_the_bar_says_what_to_install(reader: CaseReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader.listen_bar, "_make", lambda _parent: None)
    reader.listen()
    assert "speech" in reader.listen_bar.words.text()
    assert not reader.listen_bar.pause.isVisible()
    assert reader.listen_bar.close_button.isVisible()


def test_a_voice_that_fails_says_so(reader: CaseReader, voice: FakeVoice) -> None:
    reader.listen()
    voice.failed.emit("no device")
    assert "no device" in reader.listen_bar.words.text()
    assert reader.listen_bar.pause.text() == "Go on"


def test_every_tool_has_a_name_and_can_be_reached(reader: CaseReader, mini_library: Library) -> None:
    for tool in reader.tools():
        assert tool.name
        assert tool.icon


def test_a_chart_in_a_chapter_is_exported_where_it_stands(scroll: ChapterScroll) -> None:
    charts = scroll.findChildren(ChartBody)
    assert [chart.export.accessibleName() for chart in charts if chart.export is not None] == [
        f"Export the chart: {chart.chart.plot.series.title}" for chart in charts
    ]
    assert charts


def test_what_cannot_be_marked_is_said_in_sight(
    reader: CaseReader, long_state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ChapterScroll, "passage", "")  # a picture fills the view
    press(Qt.Key.Key_B)
    assert reader.undo.words.text().startswith("No paragraph is in view.")
    assert reader.undo.isVisible()
    assert not reader.undo.undo.isVisible()
    assert long_state.store.annotations.all() == ()
    monkeypatch.undo()
    press(Qt.Key.Key_B)
    assert not reader.undo.isVisible()
