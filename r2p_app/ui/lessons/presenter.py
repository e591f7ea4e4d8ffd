"""The presenter's view, only for the teacher: what the class sees, what comes next, notes, time against plan, hands."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from r2p_app.content.links import Link
from r2p_app.content.questions import QuestionBase
from r2p_app.lessons.slides import Show
from r2p_app.ui.announce import announce
from r2p_app.ui.format import EN_DASH
from r2p_app.ui.lessons.edges import clock_words, edges, slide_name
from r2p_app.ui.lessons.hands import HandsCounter
from r2p_app.ui.lessons.phones import PhonesCard
from r2p_app.ui.lessons.running import RunningLesson
from r2p_app.ui.projector.canvas import ProjectorCanvas
from r2p_app.ui.projector.window import BACK_KEYS, BLANK_KEYS, NEXT_KEYS, ProjectorWindow, other_screen
from r2p_app.ui.state import AppState, Changes
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label, row
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.folding_row import FoldingRow

_QUIZ = {Qt.Key.Key_R: "reveal", Qt.Key.Key_E: "explain"}
"""Keys of a vote that is shown."""
_SCROLL = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}

_BESIDE = 900
_NOTES = 360


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
        self.window_shown: ProjectorWindow | None = None
        self.preview = ProjectorCanvas()
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.counter: HandsCounter | None = None
        self.phones: PhonesCard | None = None
        self._met = running.place
        self._build_bar()
        self._build_body()
        self._build_foot()
        box = column(self._bar, into=self, spacing=0)
        box.addWidget(self._body, 1)
        box.addWidget(self._foot)
        running.slide_changed.connect(self._on_running_slide_changed)
        running.blank_changed.connect(self._on_running_blank_changed)
        running.ticked.connect(self._on_running_ticked)
        running.ended.connect(self.close)
        state.changed.connect(self._on_state_changed)
        self.resize(1280, 800)
        self._show_slide()
        self._meet_room()

    def open_projector(self) -> None:
        """Show the projector's window: on the second screen if there is one."""
        if self.window_shown is None:
            self.window_shown = ProjectorWindow()
            self.window_shown.key_pressed.connect(self._on_window_shown_key_pressed)
            self.window_shown.closed.connect(self._on_window_shown_closed)
        self.window_shown.show_on(self)
        self._show_slide()

    def first_focus(self) -> QWidget:
        """What takes the focus: going on."""
        return self.next

    def _build_bar(self) -> None:
        self._bar = QWidget()
        self._bar.setObjectName("TopBar")
        self.where = label("", TextRole.BODY, tone="muted")
        self.plan = label("", TextRole.BODY)
        title = label(self.running.lesson.title, TextRole.BODY_STRONG)
        self.blank = button(self.tr("Blank (B)"), "secondary")
        self.screen_button = button(self.tr("Projector"), "secondary")
        self.end = button(self.tr("End"), "secondary")
        self.blank.setCheckable(True)
        self.blank.clicked.connect(self.running.toggle_blank)
        self.screen_button.clicked.connect(self.open_projector)
        self.end.clicked.connect(self.running.end)
        line = FoldingRow(_BESIDE, spacing=4 * GRID)
        line.addWidget(title, 2)
        line.addWidget(self.where, 1)
        line.addWidget(self.plan, 1)
        buttons = FlowLayout(spacing=2 * GRID)
        for made in (self.blank, self.screen_button, self.end):
            buttons.addWidget(made)
        line.addLayout(buttons)
        outer = column(into=self._bar, margins=(6 * GRID, 3 * GRID, 6 * GRID, 3 * GRID))
        outer.addLayout(line)

    def _build_body(self) -> None:
        self._body = ScrollPage(4000)
        sheet = Card()
        sheet.body.setContentsMargins(GRID, GRID, GRID, GRID)
        sheet.body.addWidget(self.preview)
        self.ahead = label("", TextRole.BODY)
        next_card = Card()
        next_card.body.addWidget(self.ahead)
        self._left = column(
            label(self.tr("On the projector"), TextRole.SMALL, tone="muted"),
            sheet,
            label(self.tr("Next"), TextRole.SMALL, tone="muted"),
            next_card,
        )
        self._votes = column()
        self._left.addLayout(self._votes)
        self._left.addStretch(1)
        self._notes = Card()
        self._notes_box = column(spacing=2 * GRID)
        self._notes.body.addLayout(self._notes_box)
        self._notes.body.addStretch(1)
        line = FoldingRow(_BESIDE, spacing=6 * GRID)
        line.addLayout(self._left, 5)
        self._rooms = column(spacing=4 * GRID)
        self._rooms.addWidget(self._notes, 1)
        line.addLayout(self._rooms, 2)
        self._body.body.addLayout(line, 1)

    def _build_foot(self) -> None:
        self._foot = QWidget()
        self._foot.setObjectName("TopBar")
        self.back, self.next = button(self.tr("Back"), "secondary"), button(self.tr("Next"), "primary")
        self.skip = button(self.tr("Next step"))
        self.clock = label("", TextRole.H1, wrap=False)
        self.clock_shown = button(self.tr("Show the class the time"))
        self.clock_shown.setCheckable(True)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.skip.clicked.connect(self.running.next_step)
        self.clock_shown.clicked.connect(self.running.toggle_clock)
        outer = row(into=self._foot, margins=(6 * GRID, 3 * GRID, 6 * GRID, 3 * GRID), spacing=4 * GRID)
        outer.addStretch(1)
        for made in (self.back, self.clock, self.next, self.skip, self.clock_shown):
            outer.addWidget(made)
        outer.addStretch(1)

    def _canvases(self) -> tuple[ProjectorCanvas, ...]:
        return (self.preview, self.window_shown.canvas) if self.window_shown is not None else (self.preview,)

    def _show_slide(self) -> None:
        running = self.running
        self._show_class()
        self.where.setText(edges(running).head)
        self.ahead.setText(self._ahead_words())
        is_quiz = self.phones is not None and self.phones.is_shown
        has_more = self._canvases()[-1].has_more
        self.back.setEnabled(is_quiz or running.place > 0)
        self.next.setEnabled(is_quiz or has_more or running.place + 1 < len(running.slides))
        self.skip.setEnabled(running.slide.step + 1 < len(running.lesson.steps))
        self._show_notes()
        self._show_votes()
        self._on_running_ticked()

    def _show_class(self) -> None:
        """Show the class the slide, or the open room of a live quiz where that is wanted."""
        running, sheet, around = self.running, self.running.sheet(), edges(self.running)
        for canvas in self._canvases():
            if self.phones is not None and self.phones.is_shown:
                self.phones.show_on(canvas)
            else:
                canvas.show_content(sheet, around)
            canvas.set_blank(blank=running.is_blank)

    def _ahead_words(self) -> str:
        place = self.running.place + 1
        if place >= len(self.running.slides):
            return self.tr("This is the last slide.")
        return slide_name(self.running.slides[place], self.running.lesson, self.running.library)

    def _show_notes(self) -> None:
        while (item := self._notes_box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for heading, words in self._said():
            self._notes_box.addWidget(label(heading, TextRole.H3))
            self._notes_box.addWidget(label(words, TextRole.READING if heading == self.tr("Notes") else TextRole.BODY))

    def _said(self) -> list[tuple[str, str]]:
        lesson, step = self.running.lesson, self.running.step
        found = [
            (
                self.tr("Notes"),
                step.teacher_note if step is not None else self.tr("The clock starts with the first step."),
            ),
            (self.tr("What happens"), step.activity if step is not None else ""),
            (self.tr("Materials"), " · ".join(step.materials) if step is not None else ""),
            (self.tr("For those who need another task"), lesson.exit_route),
            (self.tr("Adaptations"), " ".join(lesson.adaptations)),
        ]
        return [(heading, words) for heading, words in found if words]

    def _show_votes(self) -> None:
        """Under the preview: hands to count, while a question that can be voted on is shown."""
        slide = self.running.slide
        is_question = slide.show in {Show.QUESTION, Show.VOTE, Show.ANSWER}
        question = self.running.library.find(slide.items[0], QuestionBase) if is_question else None
        if self.counter is not None and (
            self.phones is not None or question is None or self.counter.question.id != question.id
        ):
            self._votes.removeWidget(self.counter)
            self.counter.hide()
            self.counter.deleteLater()
            self.counter = None
        if question is not None and self.counter is None and self.phones is None:
            self.counter = HandsCounter(question, self.running.sheet().hands)
            self.counter.counted.connect(self.running.count)
            self.counter.phones_requested.connect(self._on_counter_phones_requested)
            self._votes.addWidget(self.counter)

    @Slot()
    def _on_counter_phones_requested(self) -> None:
        """The question that is shown and those to come go to the phones, in their order."""
        assert self.counter is not None
        asked = [slide.items[0] for slide in self.running.slides if slide.show is Show.QUESTION]
        asked = asked[asked.index(self.counter.question.id) :]
        self.link_requested.emit(str(Link("live", (), (("questions", ",".join(dict.fromkeys(asked))),))))

    @Slot()
    def _on_running_slide_changed(self) -> None:
        if self.phones is not None and self._met != self.running.place:
            self.phones.meet(self.running.slide)
        if self._met != self.running.place:
            self._met = self.running.place
            announce(self.preview, slide_name(self.running.slide, self.running.lesson, self.running.library))
        self._show_slide()

    @Slot(bool)
    def _on_running_blank_changed(self, blank: bool) -> None:
        self.blank.setChecked(blank)
        for canvas in self._canvases():
            canvas.set_blank(blank=blank)

    @Slot()
    def _on_running_ticked(self) -> None:
        clock = self.running.pace()
        self.clock.setText(clock_words(clock.left) if self.running.slide.step >= 0 else EN_DASH)
        words = self.tr("Plan %1 · now %2").replace("%1", clock_words(clock.planned))
        late = self.tr(" · %1 behind").replace("%1", clock_words(clock.late)) if clock.late else ""
        self.plan.setText(words.replace("%2", clock_words(clock.elapsed)) + late)
        if self.phones is None or not self.phones.is_shown:
            for canvas in self._canvases():
                canvas.show_edges(edges(self.running))

    @Slot()
    def go_on(self) -> None:
        """Show the rest of a long slide; go on with the vote that is shown; else show the next slide."""
        shown = self._canvases()[-1]
        if not self.running.is_blank and shown.has_more:
            for canvas in self._canvases():
                canvas.scroll_by(1)
        elif self.phones is None or not self.phones.is_shown:
            self.running.next()
        elif self.running.is_blank:
            self.running.set_blank(blank=False)
        elif not self.phones.go_on():
            self._leave_question(self.phones.question)

    @Slot()
    def go_back(self) -> None:
        """Take the last step of the vote back that is shown; else show the slide before."""
        if self.phones is not None and self.phones.is_shown:
            self.phones.press("go_back")
        else:
            self.running.back()

    def _leave_question(self, question: str) -> None:
        """Go on behind the slides of a question that was voted on by phone, if the lesson is at it."""
        running = self.running
        while question in running.slide.items and running.place + 1 < len(running.slides):
            running.next()

    def _meet_room(self) -> None:
        """Show the room that is open now, or none."""
        session = self._state.live
        if self.phones is not None:
            self._rooms.removeWidget(self.phones)
            self.phones.hide()
            self.phones.deleteLater()
            self.phones = None
        if session is not None and session.is_open:
            self.phones = PhonesCard(session)
            self.phones.changed.connect(self._on_phones_changed)
            self._rooms.insertWidget(0, self.phones)
        self._show_slide()

    @Slot(object)
    def _on_state_changed(self, changes: Changes) -> None:
        if changes & (Changes.LIVE | Changes.PROFILE):
            self._meet_room()

    @Slot()
    def _on_phones_changed(self) -> None:
        self._show_slide()

    @Slot(int)
    def _on_window_shown_key_pressed(self, key: int) -> None:
        self._take(Qt.Key(key))

    @Slot()
    def _on_window_shown_closed(self) -> None:
        if self.window_shown is not None:
            self.window_shown.deleteLater()
            self.window_shown = None
            self.activateWindow()

    def _take(self, key: Qt.Key) -> bool:
        """Do what a key of the keyboard or of a remote control means; tell whether it meant anything."""
        if key in NEXT_KEYS:
            self.go_on()
        elif key in BACK_KEYS:
            self.go_back()
        elif key in BLANK_KEYS:
            self.running.toggle_blank()
        elif key in _SCROLL:
            self._scroll(_SCROLL[key])
        elif key in _QUIZ and self.phones is not None and self.phones.is_shown:
            self.phones.press(_QUIZ[key])
        elif key == Qt.Key.Key_F5:
            self.open_projector()
        else:
            return False
        return True

    def _scroll(self, by: int) -> None:
        """Scroll what the class sees where it is longer than the screen, else the notes."""
        if self._canvases()[-1].overflows:
            for canvas in self._canvases():
                canvas.scroll_by(by)
        else:
            bar = self._body.verticalScrollBar()
            bar.setValue(bar.value() + by * bar.pageStep() // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on and back, blank, and open the projector by key."""
        if not self._take(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the projector's window along."""
        if self.window_shown is not None:
            self.window_shown.close()
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
