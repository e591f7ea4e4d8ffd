"""The presenter's view, only for the teacher: what the class sees, what comes next, notes, time against plan, hands."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from r2p_app.content.links import Link
from r2p_app.ui.announce import announce
from r2p_app.ui.lessons.bars import FOLD_AT, LessonBar, StepsBar
from r2p_app.ui.lessons.edges import edges, slide_name
from r2p_app.ui.lessons.hands import HandsCounter, HandsPlace
from r2p_app.ui.lessons.notes import NotesCard
from r2p_app.ui.lessons.phones import PhonesCard
from r2p_app.ui.lessons.quiz_beside import QuizBeside
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.projector.screens import ClassScreens
from r2p_app.ui.projector.window import BACK_KEYS, BLANK_KEYS, NEXT_KEYS, ProjectorWindow, other_screen
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, column, label
from r2p_app.ui.widgets.folding_row import FoldingRow

_VOTE_KEYS = {Qt.Key.Key_R: "reveal", Qt.Key.Key_E: "explain"}
"""Keys of a vote that is shown."""


class Presenter(QWidget):
    """The teacher's window of a running lesson. It owns the projector's.

    Signals:
        link_requested: Something is to be opened in the main window.
        closed: The lesson is over.
    """

    link_requested = Signal(str)
    closed = Signal()

    def __init__(self, running: RunningLesson, state: AppState, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("page", True)
        self.setWindowTitle(self.tr("Presenter: %1").replace("%1", running.lesson.title))
        self.running, self._state = running, state
        running.setParent(self)
        self.screens = ClassScreens(self)
        self.preview = self.screens.preview
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hands = HandsPlace()
        self.quiz: QuizBeside | None = None
        self.phones: PhonesCard | None = None
        self._met = running.place
        self._bar, self._foot = LessonBar(running), StepsBar(running)
        self.plan, self.blank, self.end = self._bar.plan, self._bar.blank, self._bar.end
        self.back, self.next, self.clock = self._foot.back, self._foot.next, self._foot.clock
        self.clock_shown = self._foot.clock_shown
        self._build_layout()
        self._connect()
        self.resize(1280, 800)
        self._meet_room()

    @property
    def window_shown(self) -> ProjectorWindow | None:
        """The projector's window, while there is one."""
        return self.screens.window

    @property
    def counter(self) -> HandsCounter | None:
        """Where hands are counted, while a question is shown."""
        return self._hands.counter

    @Slot()
    def open_projector(self) -> None:
        """Show the projector's window: on the second screen if there is one."""
        self.screens.open(self)

    def first_focus(self) -> QWidget:
        """What takes the focus: going on."""
        return self.next

    @Slot()
    def go_on(self) -> None:
        """Show the rest of a long slide; go on with the vote that is shown; else show the next slide."""
        if not self.running.is_blank and self.screens.largest.has_more:
            self.screens.scroll_by(1)
        elif self.quiz is None or not self.quiz.is_shown:
            self.running.next()
        elif self.running.is_blank:
            self.running.set_blank(blank=False)
        else:
            self.quiz.go_on()

    @Slot()
    def go_back(self) -> None:
        """Take the last step of the vote back that is shown; else show the slide before."""
        if self.quiz is not None and self.quiz.is_shown:
            self.quiz.go_back()
        else:
            self.running.back()

    def _build_layout(self) -> None:
        self._body = ScrollPage(4000)
        line = FoldingRow(FOLD_AT, spacing=6 * GRID)
        line.addLayout(self._class_column(), 5)
        self._beside = column(NotesCard(self.running), spacing=4 * GRID)
        self._beside.setStretch(0, 1)
        line.addLayout(self._beside, 2)
        self._body.body.addLayout(line, 1)
        box = column(self._bar, into=self, spacing=0)
        box.addWidget(self._body, 1)
        box.addWidget(self._foot)

    def _class_column(self) -> QVBoxLayout:
        """What the class sees, what it will see next, and its hands."""
        sheet, following = Card(), Card()
        sheet.body.setContentsMargins(GRID, GRID, GRID, GRID)
        sheet.body.addWidget(self.preview)
        self.ahead = label("", TextRole.BODY)
        following.body.addWidget(self.ahead)
        seen, coming = self.tr("On the projector"), self.tr("Next")
        heads = (label(words, TextRole.SMALL, tone="muted") for words in (seen, coming))
        left = column(next(heads), sheet, next(heads), following, self._hands)
        left.addStretch(1)
        return left

    def _connect(self) -> None:
        running, screens = self.running, self.screens
        running.slide_changed.connect(self._on_running_slide_changed)
        running.blank_changed.connect(self._on_running_blank_changed)
        running.ticked.connect(self._on_running_ticked)
        running.ended.connect(self.close)
        screens.opened.connect(self._show_class)
        screens.key_pressed.connect(self._on_screens_key_pressed)
        screens.closed.connect(self.activateWindow)
        self._hands.counted.connect(running.count)
        self._hands.phones_requested.connect(self._on_hands_phones_requested)
        self._bar.projector_requested.connect(self.open_projector)
        self._foot.back_requested.connect(self.go_back)
        self._foot.next_requested.connect(self.go_on)
        self._state.changed.connect(self._on_state_changed)

    @Slot()
    def _show_slide(self) -> None:
        self._show_class()
        self.ahead.setText(self._ahead_words())
        self._show_counter()
        running, quiz = self.running, self.quiz
        is_quiz = quiz is not None and quiz.is_shown
        has_more = is_quiz or self.screens.largest.has_more
        self._foot.enable(
            back=running.place > 0 or (quiz is not None and quiz.can_go_back),
            on=has_more or running.place + 1 < len(running.slides),
        )

    @Slot()
    def _show_class(self) -> None:
        """Show the class the slide, or the open room of a live quiz where that is wanted."""
        running = self.running
        if self.quiz is not None and self.quiz.is_shown:
            self.screens.each(self.quiz.show_on)
        else:
            sheet, around = running.sheet(), edges(running)
            self.screens.each(lambda canvas: canvas.show_content(sheet, around))
        self.screens.set_blank(blank=running.is_blank)

    def _ahead_words(self) -> str:
        place = self.running.place + 1
        if place >= len(self.running.slides):
            return self.tr("This is the last slide.")
        return slide_name(self.running.slides[place], self.running.lesson, self.running.library)

    def _show_counter(self) -> None:
        """Under the preview: hands to count, while a question is shown that the class does not answer by phone."""
        question = self.running.question
        if question is not None and self.quiz is not None and self.quiz.asks(question.id):
            question = None
        self._hands.show_question(question, self.running.sheet().hands, can_go_to_phones=self.quiz is None)

    def _meet_room(self) -> None:
        """Show the room that is open now, or none."""
        session = self._state.live
        self._leave_room()
        if session is not None and session.is_open:
            self.quiz = QuizBeside(self.running, session, self)
            self.quiz.changed.connect(self._show_slide)
            self.phones = PhonesCard(self.quiz, session)
            self._beside.insertWidget(0, self.phones)
        self._show_slide()

    def _leave_room(self) -> None:
        if self.quiz is None or self.phones is None:
            return
        self._beside.removeWidget(self.phones)
        self.phones.hide()
        self.phones.deleteLater()
        quiz, self.quiz, self.phones = self.quiz, None, None
        quiz.changed.disconnect(self._show_slide)
        quiz.close()
        quiz.deleteLater()

    def _take(self, key: Qt.Key) -> bool:
        """Do what a key of the keyboard or of a remote control means; tell whether it meant anything."""
        if key in _VOTE_KEYS and self.quiz is not None and self.quiz.is_shown:
            self.quiz.press(_VOTE_KEYS[key])
            return True
        do = self._keys().get(key)
        if do is not None:
            do()
        return do is not None

    def _keys(self) -> Mapping[Qt.Key, Callable[[], object]]:
        return {
            **dict.fromkeys(NEXT_KEYS, self.go_on),
            **dict.fromkeys(BACK_KEYS, self.go_back),
            **dict.fromkeys(BLANK_KEYS, self.running.toggle_blank),
            Qt.Key.Key_Down: lambda: self._scroll(1),
            Qt.Key.Key_Up: lambda: self._scroll(-1),
            Qt.Key.Key_F5: self.open_projector,
        }

    def _scroll(self, by: int) -> None:
        """Scroll what the class sees where it is longer than the screen, else the notes."""
        if self.screens.largest.overflows:
            self.screens.scroll_by(by)
        else:
            bar = self._body.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep() // 2)

    @Slot()
    def _on_hands_phones_requested(self) -> None:
        """The question that is shown and those to come go to the phones, in their order."""
        questions = ",".join(self.running.questions_to_come())
        self.link_requested.emit(str(Link("live", (), (("questions", questions),))))

    @Slot()
    def _on_running_slide_changed(self) -> None:
        if self._met != self.running.place:
            self._met = self.running.place
            announce(self.preview, slide_name(self.running.slide, self.running.lesson, self.running.library))
        self._show_slide()

    @Slot(bool)
    def _on_running_blank_changed(self, blank: bool) -> None:
        self.screens.set_blank(blank=blank)

    @Slot()
    def _on_running_ticked(self) -> None:
        if self.quiz is None or not self.quiz.is_shown:
            around = edges(self.running)
            self.screens.each(lambda canvas: canvas.show_edges(around))

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        if changes & (Changes.LIVE | Changes.PROFILE):
            self._meet_room()

    @Slot(int)
    def _on_screens_key_pressed(self, key: int) -> None:
        self._take(Qt.Key(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on and back, blank, and open the projector by key."""
        if not self._take(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the projector's window along; a room that is still open is in the main window, with its results."""
        self.screens.close()
        if self.quiz is not None:
            self.quiz.finish()
            self.link_requested.emit(str(Link("live")))
        super().closeEvent(event)
        self.closed.emit()


def present(running: RunningLesson, state: AppState, beside: QWidget) -> Presenter:
    """Open the presenter's view, and the projector at once where there is a second screen."""
    made = Presenter(running, state)
    made.show()
    made.first_focus().setFocus()
    if other_screen(beside) is not None:
        made.open_projector()
    return made
