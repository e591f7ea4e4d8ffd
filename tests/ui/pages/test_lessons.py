"""Lessons are found, read, copied, changed, put away and brought back, by keyboard as well."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.load import load_pack
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own, plan
from r2p_app.paths import content_dir
from r2p_app.store.errors import NotPermitted
from r2p_app.store.settings import LAST_LESSON
from r2p_app.ui.lessons.editor import LessonEditor
from r2p_app.ui.lessons.faulty_card import FaultyCard
from r2p_app.ui.lessons.listing import LessonList
from r2p_app.ui.lessons.plan_view import PlanView
from r2p_app.ui.pages.lessons import LessonsPage
from r2p_app.ui.state import AppState

NAME = "l-rwanda-two-weeks-in-april"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_pack(content_dir(), cache=tmp_path_factory.mktemp("cache"))


class Walk:
    """The page, with links opened as the window does."""

    def __init__(
        self, qtbot: QtBot, state: AppState, given: Path, *, opener: Callable[[QUrl], bool] = lambda _url: True
    ) -> None:
        self.page = LessonsPage(state, ask=lambda *_: str(given), opener=opener)
        self.page.link_requested.connect(lambda link: self.page.show_link(Link.parse(link)))
        qtbot.addWidget(self.page)
        self.page.resize(1232, 844)
        self.page.show()
        self.page.show_link(Link("lessons"))

    @property
    def listing(self) -> LessonList:
        assert isinstance(self.page.shown, LessonList)
        return self.page.shown

    @property
    def plan(self) -> PlanView:
        assert isinstance(self.page.shown, PlanView)
        return self.page.shown

    @property
    def editor(self) -> LessonEditor:
        assert isinstance(self.page.shown, LessonEditor)
        return self.page.shown

    def titles(self) -> list[str]:
        return [card.lesson.title for card in self.listing.cards if not card.isHidden()]

    def press(self, text: str) -> None:
        (found,) = (each for each in self.page.findChildren(QPushButton) if each.text() == text and each.isVisible())
        found.click()


@pytest.fixture
def walk(qtbot: QtBot, state: AppState, library: Library, tmp_path: Path) -> Walk:
    state.set_library(library)
    return Walk(qtbot, state, tmp_path / "given.yaml")


def words(widget: QWidget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(QLabel))


def test_every_lesson_of_the_pack_is_listed(walk: Walk, library: Library) -> None:
    assert sorted(walk.titles()) == sorted(lesson.title for lesson in library.all(Lesson))


def test_lessons_are_found_by_case_length_and_words(walk: Walk) -> None:
    walk.page.show_link(Link("lessons", (), (("case", "rwanda"), ("length", "1"))))
    assert walk.titles() == ["One cable, one reply: 11 January 1994"]
    walk.listing.words.setText("nothing like it")
    assert walk.titles() == []
    assert walk.listing.nothing.isVisible()


def test_what_is_looked_for_is_kept_in_the_link(walk: Walk, qtbot: QtBot) -> None:
    link = Link("lessons", (), (("case", "kosovo"), ("length", "3"), ("q", "hearing")))
    walk.page.show_link(link)
    assert walk.page.place() == link
    with qtbot.waitSignal(walk.page.place_changed):
        walk.listing.words.setText("")
    assert walk.page.place() == Link("lessons", (), (("case", "kosovo"), ("length", "3")))


def test_a_plan_says_what_the_class_sees_and_what_only_the_teacher_does(walk: Walk, library: Library) -> None:
    walk.page.show_link(Link("lessons", (NAME,)))
    lesson = library.get(NAME, Lesson)
    text = words(walk.plan)
    for step in lesson.steps:
        assert step.heading in text
        assert step.prompt in text
        assert step.teacher_note in text
    assert "from minute 17 · 12 minutes · Vote" in text
    assert walk.page.first_focus() is walk.plan.teach


def test_an_unknown_lesson_is_the_list(walk: Walk) -> None:
    walk.page.show_link(Link("lessons", ("l-nowhere",)))
    assert walk.titles()


def adapt(walk: Walk) -> LessonEditor:
    walk.page.show_link(Link("lessons", (NAME,)))
    walk.press("Adapt a copy")
    return walk.editor


def saved(walk: Walk) -> Lesson:
    walk.page.save()
    (file,) = walk.page.state.store.lessons.all(walk.page.state.library)
    assert file.lesson is not None
    assert file.problems == ()
    return file.lesson


def test_a_copy_is_made_and_changed_by_keyboard(walk: Walk) -> None:
    editor = adapt(walk)
    first = editor.steps[0]
    first.minutes.setFocus()
    QTest.keyClick(first.minutes, Qt.Key.Key_Up)
    first.note.setFocus()
    QTest.keyClick(first.note, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(first.note, " Begin slowly.")
    QTest.keyClick(first.down, Qt.Key.Key_Space)
    lesson = saved(walk)
    assert [step.heading for step in lesson.steps][:2] == ["Put the two weeks in order", "People before numbers"]
    assert lesson.steps[1].minutes == 6
    assert lesson.steps[1].teacher_note.endswith("Begin slowly.")
    assert "51 minutes" in editor.length.text()


def test_a_dropped_step_can_be_put_back(walk: Walk) -> None:
    editor = adapt(walk)
    before = editor.lesson
    editor.steps[2].drop.click()
    assert len(saved(walk).steps) == 4
    editor.undo.click()
    assert saved(walk) == before
    assert not editor.undo.isVisible()


def test_a_question_is_swapped_and_a_document_left_out(walk: Walk) -> None:
    editor = adapt(walk)
    question, document = editor.steps[2].used
    assert question.other is not None
    place = question.other.findData("q-rwanda-veto")
    question.other.setCurrentIndex(place)
    question.other.activated.emit(place)
    assert saved(walk).steps[2].uses == ("q-rwanda-veto", "doc-sg-report-20-apr")
    editor.steps[2].used[1].leave_out.click()
    assert saved(walk).steps[2].uses == ("q-rwanda-veto",)
    assert document is not editor.steps[2].used[0]


def test_an_emptied_heading_keeps_what_it_was(walk: Walk) -> None:
    editor = adapt(walk)
    editor.steps[0].heading.setText(" ")
    editor.steps[0].heading.editingFinished.emit()
    assert saved(walk).steps[0].heading == "People before numbers"


def test_leaving_the_page_saves_what_was_typed(walk: Walk) -> None:
    editor = adapt(walk)
    editor.steps[0].note.setPlainText("Quietly.")
    walk.page.show_link(Link("lessons"))
    assert saved(walk).steps[0].teacher_note == "Quietly."
    assert any("my copy" in title for title in walk.titles())


def test_a_copy_is_put_away_and_brought_back(walk: Walk) -> None:
    walk.page.show_link(Link("lessons", (adapt(walk).lesson.id,)))
    walk.press("Put away")
    assert not any("my copy" in title for title in walk.titles())
    walk.press("Bring it back")
    assert any("my copy" in title for title in walk.titles())


def test_a_lesson_of_another_teacher_is_brought_in(walk: Walk, library: Library, tmp_path: Path) -> None:
    other = plan.adapted(library.get(NAME, Lesson), title="From a colleague", taken=())
    (tmp_path / "given.yaml").write_bytes(own.write(other))
    walk.listing.bring.click()
    assert "From a colleague" in walk.titles()


@pytest.mark.parametrize("data", [b"lessons: [", None])
def test_a_file_that_is_none_is_named(walk: Walk, tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "given.yaml").write_bytes(data)
    walk.listing.bring.click()
    bar = walk.page.bars.bar("lessons")
    assert bar is not None
    assert bar.text
    assert walk.page.state.store.lessons.all(walk.page.state.library) == ()


def test_a_damaged_file_of_ones_own_is_shown_with_its_place(walk: Walk) -> None:
    folder = walk.page.state.store.lessons.folder
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("lessons:\n- {id: l-own-x}\n", encoding="utf-8")
    walk.page.show_link(Link("lessons"))
    card = walk.listing.findChild(FaultyCard)
    assert card is not None
    assert "mine.yaml" in words(card)
    assert "Line 2" in words(card)


def damage(walk: Walk, library: Library, old: str, new: str) -> Path:
    lesson = plan.adapted(library.get(NAME, Lesson), title="Mine", taken=())
    path = walk.page.state.store.lessons.save(lesson)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    walk.page.show_link(Link("lessons"))
    return path


def faulty(walk: Walk) -> FaultyCard:
    (card,) = (each for each in walk.listing.findChildren(FaultyCard))
    return card


def test_a_copy_of_what_can_be_read_in_a_damaged_file_opens_to_be_changed(walk: Walk, library: Library) -> None:
    path = damage(walk, library, "minutes: 5", "minutes: soon")
    assert "is damaged and cannot be used" in words(faulty(walk))
    assert "column" in words(faulty(walk))
    faulty(walk).rescue.click()
    assert walk.editor.lesson.steps[1:] == library.get(NAME, Lesson).steps[1:]
    walk.editor.title.setText("Mended")
    walk.editor.title.editingFinished.emit()
    walk.page.show_link(Link("lessons"))
    assert "Mended" in walk.titles()
    assert path.is_file(), "what is damaged stays until it is put away"
    faulty(walk).drop.click()
    assert walk.listing.findChild(FaultyCard) is None
    assert not path.exists()
    walk.press("Bring it back")
    assert path.name in words(faulty(walk))


def test_a_lesson_that_names_what_has_left_the_content_can_be_used_and_cleaned(walk: Walk, library: Library) -> None:
    damage(walk, library, "- q-rwanda-war-genocide", "- q-rwanda-nowhere")
    assert "Mine" in walk.titles()
    assert "can be used, but something in it is wrong" in words(faulty(walk))
    faulty(walk).rescue.click()
    walk.page.show_link(Link("lessons"))
    assert walk.titles().count("Mine") == 2
    assert len(walk.listing.findChildren(FaultyCard)) == 1


def test_a_file_of_which_nothing_can_be_read_says_so(walk: Walk, library: Library) -> None:
    path = damage(walk, library, "lessons:", "lesson:")
    faulty(walk).rescue.click()
    bar = walk.page.bars.bar("lessons")
    assert bar is not None
    assert path.name in bar.text
    assert walk.page.place() == Link("lessons")


def test_the_folder_opens_and_what_was_mended_there_is_seen(
    qtbot: QtBot, state: AppState, library: Library, tmp_path: Path
) -> None:
    state.set_library(library)
    opened: list[str] = []

    def opener(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    walk = Walk(qtbot, state, tmp_path / "given.yaml", opener=opener)
    walk.page.activateWindow()
    qtbot.waitUntil(walk.page.isActiveWindow)
    path = damage(walk, library, "minutes: 5", "minutes: soon")
    faulty(walk).folder.click()
    assert opened == [str(path.parent)]
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: soon", "minutes: 5"), encoding="utf-8")
    QApplication.sendEvent(walk.page, QEvent(QEvent.Type.ActivationChange))
    assert walk.listing.findChild(FaultyCard) is None
    assert "Mine" in walk.titles()


def test_a_file_that_the_machine_does_not_give_out_hides_no_other(
    walk: Walk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = Path.open

    def refuse(path: Path, *args: Any, **named: Any) -> Any:
        if path.name == "a-closed.yaml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opens(path, *args, **named)

    (damage(walk, library, "minutes: 5", "minutes: 5").parent / "a-closed.yaml").touch()
    monkeypatch.setattr(Path, "open", refuse)
    walk.page.show_link(Link("lessons"))
    assert "Mine" in walk.titles()
    assert NotPermitted.what in words(faulty(walk))


def last(walk: Walk) -> str:
    return walk.page.state.store.settings.get(LAST_LESSON)


def test_home_leads_back_to_the_lesson_that_was_taught_last(walk: Walk) -> None:
    walk.page.show_link(Link("lessons", (NAME,)))
    assert last(walk) == "", "to read a plan is not to teach it"
    walk.press("Teach this lesson")
    assert last(walk) == NAME
    assert walk.page.presenter is not None
    walk.page.presenter.close()


def test_home_leads_back_to_the_copy_that_was_begun_last(walk: Walk) -> None:
    copy = adapt(walk).lesson
    assert last(walk) == copy.id
