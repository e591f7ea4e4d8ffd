"""Lessons: the list, one plan, and a teacher's own copy to change.

`r2p://lessons?case=rwanda&length=1` lists, `r2p://lessons/l-rwanda-warnings` shows a plan, `…/change` changes a copy.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from r2p_app.content.links import Link
from r2p_app.content.teaching import Lesson
from r2p_app.store.lesson_files import LessonFile
from r2p_app.store.settings import LAST_LESSON
from r2p_app.ui.bars import BarAction, BarArea
from r2p_app.ui.export.saving import FileKind, ask_target
from r2p_app.ui.lessons.editor import LessonEditor
from r2p_app.ui.lessons.listing import Filter, LessonList
from r2p_app.ui.lessons.own_lessons import OwnLessons
from r2p_app.ui.lessons.plan_view import PlanView
from r2p_app.ui.page import Page
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.widgets.basic import column

if TYPE_CHECKING:
    from r2p_app.ui.lessons.presenter import Presenter
    from r2p_app.ui.paper.handouts import HandoutPrinting

_CHANGE = "change"


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
        opener: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(state, parent)
        self._ask, self._open_folder = ask, opener
        self.bars = BarArea()
        self._box = column(self.bars, into=self, spacing=0)
        self.shown: LessonList | PlanView | LessonEditor | None = None
        self.presenter: Presenter | None = None
        self.handouts: HandoutPrinting | None = None
        self._filter = Filter()
        self._own = OwnLessons(state, self)
        self._own.failed.connect(self._tell)

    def show_link(self, link: Link) -> None:
        """Show the list, a plan, or a copy to change; an unknown lesson is the list."""
        self.save()
        name = link.parts[0] if link.parts else ""
        given = self.state.library.find(name, Lesson)
        lesson = given or (self._own.find(name) if name else None)
        if lesson is None:
            self._show_list(link)
        elif given is None and link.parts[1:] == (_CHANGE,):
            self._show_editor(lesson)
        else:
            self._show_plan(lesson, is_own=given is None)

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
        self._own.save()

    def _replace(self, made: LessonList | PlanView | LessonEditor) -> None:
        if self.shown is not None:
            self._box.removeWidget(self.shown)
            self.shown.hide()
            self.shown.deleteLater()
        self.shown = made
        self._box.addWidget(made)
        made.show()

    def _show_list(self, link: Link) -> None:
        length = link.value("length")
        wanted = Filter(link.value("case"), int(length) if length.isdecimal() else 0, link.value("q"))
        made = LessonList(self.state.library, self._own.all(), wanted, self)
        self._filter = made.filter
        made.link_requested.connect(self.link_requested)
        made.import_requested.connect(self._on_list_import_requested)
        made.filter_changed.connect(self._on_list_filter_changed)
        made.folder_requested.connect(self._on_list_folder_requested)
        made.rescue_requested.connect(self._on_list_rescue_requested)
        made.drop_requested.connect(self._on_list_drop_requested)
        made.announced.connect(self.announced)
        self._replace(made)

    def _show_plan(self, lesson: Lesson, *, is_own: bool) -> None:
        made = PlanView(self.state.library, lesson, is_own=is_own, parent=self)
        made.link_requested.connect(self.link_requested)
        made.teach_requested.connect(self._on_plan_teach_requested)
        made.paper_requested.connect(self._on_plan_paper_requested)
        made.adapt_requested.connect(self._on_plan_adapt_requested)
        made.edit_requested.connect(self._on_plan_edit_requested)
        made.save_requested.connect(self._on_plan_save_requested)
        made.drop_requested.connect(self._on_plan_drop_requested)
        self._replace(made)

    def _show_editor(self, lesson: Lesson) -> None:
        made = LessonEditor(self.state.library, lesson, self)
        made.changed.connect(self._own.keep)
        made.done_requested.connect(self._on_editor_done_requested)
        made.announced.connect(self.announced)
        self._replace(made)

    @Slot(str)
    def _tell(self, words: str) -> None:
        self.bars.show_message("lessons", words, urgent=True)

    def _open(self, *parts: str) -> None:
        self.link_requested.emit(str(Link("lessons", parts)))

    def _put_away(self, path: Path, name: str) -> None:
        """Put a file aside and offer it back."""
        if self._own.put_away(path):
            self._open()
            words = self.tr("“%1” was put away.").replace("%1", name)
            self.bars.show_message("lessons", words, (BarAction(self.tr("Bring it back"), self._on_back_clicked),))

    def _keep_last(self, lesson: Lesson) -> None:
        """Home leads back to it."""
        self.state.store.settings.set(LAST_LESSON, lesson.id)
        self.state.note(Changes.SETTINGS)

    @Slot()
    def _on_list_filter_changed(self) -> None:
        assert isinstance(self.shown, LessonList)
        self._filter = self.shown.filter
        self.place_changed.emit()

    @Slot()
    def _on_list_import_requested(self) -> None:
        chosen = Path(self._ask(self, self.tr("Bring in a lesson"), self.tr("Lessons (*.yaml)")))
        if not chosen.name:
            return
        problems = self._own.bring_in(chosen)
        if problems:
            first = self.tr("%1 could not be brought in.").replace("%1", chosen.name)
            self._tell(" ".join((first, *(str(problem) for problem in problems[:3]))))
        else:
            self.show_link(self.place())

    @Slot()
    def _on_list_folder_requested(self) -> None:
        self._open_folder(QUrl.fromLocalFile(str(self._own.folder)))

    @Slot(object)
    def _on_list_rescue_requested(self, file: LessonFile) -> None:
        """Open a copy of what can be read; the damaged file stays for whoever wants to mend it."""
        copy = self._own.rescue(file)
        if copy is not None:
            self._open(copy.id, _CHANGE)
        else:
            self._tell(self.tr("Nothing of a lesson can be read in %1.").replace("%1", file.path.name))

    @Slot(object)
    def _on_list_drop_requested(self, file: LessonFile) -> None:
        self._put_away(file.path, file.path.name)

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
        copy = self._own.adapt(self.shown.lesson, title)
        if copy is not None:
            self._keep_last(copy)
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
        kind = FileKind(".yaml", self.tr("Lessons"))
        target = ask_target(self, self.state.preferences, self.shown.lesson.id, kind)
        if target is not None:
            self._own.copy_to(self.shown.lesson, target)

    @Slot()
    def _on_plan_drop_requested(self) -> None:
        assert isinstance(self.shown, PlanView)
        self._put_away(self._own.path_of(self.shown.lesson), self.shown.lesson.title)

    @Slot()
    def _on_back_clicked(self) -> None:
        self._own.bring_back()
        self.bars.clear("lessons")
        self.show_link(self.place())

    @Slot()
    def _on_editor_done_requested(self) -> None:
        assert isinstance(self.shown, LessonEditor)
        self.save()
        self._open(self.shown.lesson.id)

    def changeEvent(self, event: QEvent) -> None:
        """Back from another program, look again whether a damaged file was mended there."""
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if (
            is_back
            and isinstance(self.shown, LessonList)
            and self.shown.has_faults
            and self.shown.own != self._own.all()
        ):
            self.show_link(self.place())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is left behind."""
        self.save()
        super().hideEvent(event)
