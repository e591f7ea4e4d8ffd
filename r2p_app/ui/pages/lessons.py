"""Lessons: the list, one plan, and a teacher's own copy to change.

`r2p://lessons?case=rwanda&length=1` lists, `r2p://lessons/l-rwanda-warnings` shows a plan, `…/change` changes a copy.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from r2p_app.content.files import MAX_BYTES
from r2p_app.content.library import Library
from r2p_app.content.links import Link
from r2p_app.content.problems import Problem
from r2p_app.content.teaching import Lesson
from r2p_app.lessons import own, plan
from r2p_app.store.errors import StoreError, environment_faults
from r2p_app.store.lesson_files import LessonFile
from r2p_app.store.settings import LAST_LESSON
from r2p_app.ui.bars import BarAction, BarArea
from r2p_app.ui.export.saving import FileKind, ask_target, fault_words
from r2p_app.ui.lessons.editor import LessonEditor
from r2p_app.ui.lessons.listing import Filter, LessonList
from r2p_app.ui.lessons.plan_view import PlanView
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column

if TYPE_CHECKING:
    from r2p_app.ui.lessons.presenter import Presenter
    from r2p_app.ui.paper.handouts import HandoutPrinting

_CHANGE = "change"
_PAUSE = 400
"""Milliseconds without a key after which what was typed is written to the disk."""


def ask_file(parent: QWidget, title: str, filters: str) -> str:
    """Ask for a file to read, with the system's own dialog; "" for none."""
    return QFileDialog.getOpenFileName(parent, title, "", filters)[0]


class LessonsPage(Page):
    """The lessons of the pack and the teacher's own."""

    listens_to = Changes.LIBRARY | Changes.PROFILE

    def __init__(
        self,
        state: AppState,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, str, str], str] = ask_file,
    ) -> None:
        super().__init__(state, parent)
        self._ask = ask
        self.bars = BarArea()
        self._box = column(self.bars, into=self, spacing=0)
        self.shown: LessonList | PlanView | LessonEditor | None = None
        self.presenter: Presenter | None = None
        self.handouts: HandoutPrinting | None = None
        self._filter = Filter()
        self._unsaved: Lesson | None = None
        self._trash = Path()
        self._saving = QTimer(self, singleShot=True, interval=_PAUSE)
        self._saving.timeout.connect(self.save)

    def show_link(self, link: Link) -> None:
        """Show the list, a plan, or a copy to change; an unknown lesson is the list."""
        self.save()
        lesson, is_own = self._find(link.parts[0]) if link.parts else (None, False)
        if lesson is None:
            self._show_list(link)
        elif is_own and link.parts[1:] == (_CHANGE,):
            self._show_editor(lesson)
        else:
            self._show_plan(lesson, is_own=is_own)

    def place(self) -> Link:
        """Return the link to what is shown."""
        if isinstance(self.shown, PlanView):
            return Link("lessons", (self.shown.lesson.id,))
        if isinstance(self.shown, LessonEditor):
            return Link("lessons", (self.shown.lesson.id, _CHANGE))
        found = (("case", self._filter.case), ("length", str(self._filter.length or "")), ("q", self._filter.words))
        return Link("lessons", (), tuple((name, value) for name, value in found if value))

    def refresh(self, _changes: Changes) -> None:
        """Show new content, or another profile's lessons, at the same place."""
        self.show_link(self.place())

    def first_focus(self) -> QWidget | None:
        """What most come for: the words to look for, teaching, the title."""
        shown = self.shown
        if isinstance(shown, LessonList):
            return shown.words
        if isinstance(shown, PlanView):
            return shown.first_focus()
        return shown.title if shown is not None else None

    def save(self) -> None:
        """Write what was typed since the last time."""
        self._saving.stop()
        lesson, self._unsaved = self._unsaved, None
        if lesson is None:
            return
        try:
            self.state.store.lessons.save(lesson)
        except StoreError as error:
            self._unsaved = lesson  # tried again with the next key
            self._tell(" ".join(fault_words(error)))

    def _own(self) -> tuple[LessonFile, ...]:
        try:
            return self.state.store.lessons.all(self.state.library)
        except StoreError as error:
            self._tell(" ".join(fault_words(error)))
            return ()

    def _find(self, name: str) -> tuple[Lesson | None, bool]:
        """Return a lesson, and whether it is the teacher's own."""
        lesson = self.state.library.find(name, Lesson)
        if lesson is not None:
            return lesson, False
        return next((file.lesson for file in self._own() if file.lesson and file.lesson.id == name), None), True

    def _replace(self, made: LessonList | PlanView | LessonEditor) -> None:
        if self.shown is not None:
            self._box.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = made
        self._box.addWidget(made)
        made.show()

    def _show_list(self, link: Link) -> None:
        made = LessonList(self.state.library, self._own())
        length = link.value("length")
        made.choose(Filter(link.value("case"), int(length) if length.isdecimal() else 0, link.value("q")))
        self._filter = made.filter
        made.link_requested.connect(self.link_requested)
        made.import_requested.connect(self._on_list_import_requested)
        made.filter_changed.connect(self._on_list_filter_changed)
        made.announced.connect(self.announced)
        self._replace(made)

    def _show_plan(self, lesson: Lesson, *, is_own: bool) -> None:
        made = PlanView(self.state.library, lesson, is_own=is_own)
        made.link_requested.connect(self.link_requested)
        made.teach_requested.connect(self._on_plan_teach_requested)
        made.paper_requested.connect(self._on_plan_paper_requested)
        made.adapt_requested.connect(self._on_plan_adapt_requested)
        made.edit_requested.connect(self._on_plan_edit_requested)
        made.save_requested.connect(self._on_plan_save_requested)
        made.drop_requested.connect(self._on_plan_drop_requested)
        self._replace(made)

    def _show_editor(self, lesson: Lesson) -> None:
        made = LessonEditor(self.state.library, lesson)
        made.changed.connect(self._on_editor_changed)
        made.done_requested.connect(self._on_editor_done_requested)
        made.announced.connect(self.announced)
        self._replace(made)

    def _taken(self) -> set[str]:
        library: Library = self.state.library
        return {lesson.id for lesson in library.all(Lesson)} | {
            file.lesson.id for file in self._own() if file.lesson is not None
        }

    def _tell(self, words: str) -> None:
        self.bars.show_message("lessons", words, urgent=True)

    def _open(self, *parts: str) -> None:
        self.link_requested.emit(str(Link("lessons", parts)))

    @Slot()
    def _on_list_filter_changed(self) -> None:
        assert isinstance(self.shown, LessonList)
        self._filter = self.shown.filter
        self.place_changed.emit()

    @Slot()
    def _on_list_import_requested(self) -> None:
        chosen = self._ask(self, self.tr("Bring in a lesson"), self.tr("Lessons (*.yaml)"))
        if chosen:
            self._bring_in(Path(chosen))

    def _bring_in(self, path: Path) -> None:
        """Take over the lessons of a file under ids of their own, or say what is wrong with it."""
        try:
            with environment_faults(path), path.open("rb") as file:
                found = own.read(path.name, file.read(MAX_BYTES + 1), self.state.library)
            if not own.is_sound(found):
                self._tell(self._faults(path, found.problems))
                return
            for lesson in found.lessons:
                self.state.store.lessons.save(plan.adapted(lesson, title=lesson.title, taken=self._taken()))
        except StoreError as error:
            self._tell(" ".join(fault_words(error)))
        else:
            self.show_link(self.place())

    def _faults(self, path: Path, problems: tuple[Problem, ...]) -> str:
        first = self.tr("%1 could not be brought in.").replace("%1", path.name)
        return " ".join((first, *(str(problem) for problem in problems[:3])))

    @Slot()
    def _on_plan_paper_requested(self) -> None:
        """Ask which handout of the lesson is wanted."""
        from r2p_app.ui.paper.handouts import HandoutPrinting

        assert isinstance(self.shown, PlanView)
        if self.handouts is None:
            self.handouts = HandoutPrinting(self.state, self)
        self.handouts.open_record(self.shown.lesson)

    @Slot()
    def _on_plan_adapt_requested(self) -> None:
        assert isinstance(self.shown, PlanView)
        title = self.tr("%1 (my copy)").replace("%1", self.shown.lesson.title)
        copy = plan.adapted(self.shown.lesson, title=title, taken=self._taken())
        try:
            self.state.store.lessons.save(copy)
            self._keep_last(copy)
        except StoreError as error:
            self._tell(" ".join(fault_words(error)))
        else:
            self._open(copy.id, _CHANGE)

    @Slot()
    def _on_plan_teach_requested(self) -> None:
        """Open the two windows of the lesson; while it is taught, this only brings them to the front."""
        assert isinstance(self.shown, PlanView)
        if self.presenter is not None:
            self.presenter.activateWindow()
            return
        self._keep_last(self.shown.lesson)
        from r2p_app.ui.lessons.presenter import present
        from r2p_app.ui.lessons.running import RunningLesson

        self.presenter = present(RunningLesson(self.shown.lesson, self.state.library), self.state, self.window())
        self.presenter.link_requested.connect(self._on_presenter_link_requested)
        self.presenter.closed.connect(self._on_presenter_closed)

    def _keep_last(self, lesson: Lesson) -> None:
        """Home leads back to it."""
        self.state.store.settings.set(LAST_LESSON, lesson.id)
        self.state.note(Changes.SETTINGS)

    @Slot(str)
    def _on_presenter_link_requested(self, link: str) -> None:
        """It opens in the main window, which comes to the front."""
        self.link_requested.emit(link)
        self.window().activateWindow()

    @Slot()
    def _on_presenter_closed(self) -> None:
        self.presenter = None

    @Slot()
    def _on_plan_edit_requested(self) -> None:
        assert isinstance(self.shown, PlanView)
        self._open(self.shown.lesson.id, _CHANGE)

    @Slot()
    def _on_plan_save_requested(self) -> None:
        assert isinstance(self.shown, PlanView)
        lesson = self.shown.lesson
        kind = FileKind(".yaml", self.tr("Lessons"))
        target = ask_target(self, self.state.preferences, lesson.id, kind)
        if target is not None:
            try:
                self.state.store.lessons.copy(lesson, target)
            except StoreError as error:
                self._tell(" ".join(fault_words(error)))

    @Slot()
    def _on_plan_drop_requested(self) -> None:
        assert isinstance(self.shown, PlanView)
        lesson = self.shown.lesson
        path = next(file.path for file in self._own() if file.lesson is not None and file.lesson.id == lesson.id)
        try:
            trash = self.state.store.lessons.drop(path)
        except StoreError as error:
            self._tell(" ".join(fault_words(error)))
            return
        self._open()
        words = self.tr("“%1” was put away.").replace("%1", lesson.title)
        self._offer_back(words, trash)

    def _offer_back(self, words: str, trash: Path) -> None:
        self._trash = trash
        self.bars.show_message("lessons", words, (BarAction(self.tr("Bring it back"), self._on_back_clicked),))

    @Slot()
    def _on_back_clicked(self) -> None:
        self.state.store.lessons.restore(self._trash)
        self.bars.clear("lessons")
        self.show_link(self.place())

    @Slot(object)
    def _on_editor_changed(self, lesson: Lesson) -> None:
        self._unsaved = lesson
        self._saving.start()

    @Slot()
    def _on_editor_done_requested(self) -> None:
        assert isinstance(self.shown, LessonEditor)
        self.save()
        self._open(self.shown.lesson.id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is left behind."""
        self.save()
        super().hideEvent(event)
