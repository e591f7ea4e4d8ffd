"""The open room as its teacher sees it: what the class sees, the next step, advice, who is there, the way in."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from r2p_app.learning.questions import key
from r2p_app.live.events import Phase
from r2p_app.live.room import Room
from r2p_app.ui.live.people import People
from r2p_app.ui.live.projector import show_scene
from r2p_app.ui.live.qr import QrCode
from r2p_app.ui.live.rows import flowing
from r2p_app.ui.live.scene import make_scene
from r2p_app.ui.live.session import LiveSession
from r2p_app.ui.live.steps import STEPS, StepButtons, outcome_words
from r2p_app.ui.live.words import code_words, where_words
from r2p_app.ui.projector.screens import ClassScreens
from r2p_app.ui.projector.window import BACK_KEYS, BLANK_KEYS, NEXT_KEYS, ProjectorWindow
from r2p_app.ui.quiz.words import answer_words
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.fields import Tick
from r2p_app.ui.widgets.folding_row import FoldingRow

_BESIDE = 900
_PROJECTOR_KEYS: Mapping[int, str] = {
    **dict.fromkeys(NEXT_KEYS, "go_on"),
    **dict.fromkeys(BACK_KEYS, "go_back"),
    **dict.fromkeys(BLANK_KEYS, "blank"),
    Qt.Key.Key_R: "reveal",
    Qt.Key.Key_E: "explain",
}


class RoomView(ScrollPage):
    """Controls an open room.

    Signals:
        close_requested: Close the room.
        results_requested: Show what the votes came to.
        announced: Words for a screen reader.
    """

    close_requested = Signal()
    results_requested = Signal()
    announced = Signal(str)

    def __init__(self, session: LiveSession, parent: QWidget | None = None) -> None:
        super().__init__(1320, parent)
        self._session = session
        self.screens = ClassScreens(self)
        self.phase, self.preview = label("", TextRole.H2), self.screens.preview
        self.blank, self.project = button(""), button(self.tr("Open the projector window"))
        self.results, self.close_room = button(self.tr("Results …")), button(self.tr("Close the room …"))
        self.steps = StepButtons(self.blank)
        self.next, self.back = self.steps.next, self.steps.back
        self.advice, self.key = label("", TextRole.BODY_STRONG), label("")
        self.shows_key = Tick(self.tr("Show me the answer"))
        self.code, self.address, self.digits = (
            QrCode(),
            label("", TextRole.BODY_STRONG),
            label("", TextRole.H1, is_heading=False),
        )
        self.fault = label("", tone="note")
        self.people = People()
        self.shows_key.setAccessibleName(self.shows_key.text())
        self._build_layout()
        self._connect()
        self._show_door()
        self.refresh()

    @property
    def window_of_class(self) -> ProjectorWindow | None:
        """The window of the class, while there is one."""
        return self.screens.window

    def first_focus(self) -> QWidget:
        """Return the next step: Space and Enter take it."""
        return self.next

    def refresh(self) -> None:
        """Show the room as it stands."""
        if not self._session.is_open:
            return
        host = self._session.host
        room = host.room
        scene = make_scene(host, with_names=self.people.names.isChecked())
        door = self._session.door
        self.screens.each(lambda canvas: show_scene(canvas, scene, door))
        self.phase.setText(where_words(scene.head, room.phase, scene.count))
        self._show_steps(room)
        self._show_advice()
        self.people.show_room(room)
        words = self.tr("The room cannot be saved (%1). The class can go on; a restart would not resume it.")
        self.fault.setText(words.replace("%1", str(host.journal.fault)) if host.journal.fault else "")
        self.fault.setVisible(bool(host.journal.fault))

    @Slot(str)
    def press(self, what: str) -> None:
        """Do what a key of the projector or a clicker asks for."""
        if what == "blank":
            self._on_blank_clicked()
        elif what == "go_on" and self._has_more():
            self.screens.scroll_by(1)
            self.refresh()
        elif self._session.is_open and self._session.do(STEPS[what]):
            self.announced.emit(f"{self.phase.text()}. {self.advice.text()}".strip())

    def close_projector(self) -> None:
        """Close the window of the class."""
        self.screens.close()

    def _has_more(self) -> bool:
        """Tell whether the class has not seen all of an explanation: that comes before the next question."""
        return self._session.host.room.phase is Phase.EXPLAINED and self.screens.largest.has_more

    def _build_layout(self) -> None:
        whole = FoldingRow(_BESIDE, spacing=6 * GRID)
        left, right = QWidget(), QWidget()
        sheet = Card()
        sheet.body.setContentsMargins(GRID, GRID, GRID, GRID)
        sheet.body.addWidget(self.preview)
        self.for_you = self._for_you()
        column(self.phase, self.steps, self.fault, sheet, self.for_you, self._ends(), into=left, spacing=3 * GRID)
        column(self._door_card(), self._people_card(), into=right, spacing=3 * GRID).addStretch(1)
        whole.addWidget(left, 3)
        whole.addWidget(right, 1)
        self.body.addLayout(whole)
        self.body.addStretch(1)

    def _for_you(self) -> Card:
        card = Card("check")
        card.body.addWidget(label(self.tr("For you only"), TextRole.SMALL, tone="muted"))
        for made in (self.advice, self.shows_key, self.key):
            card.body.addWidget(made)
        return card

    def _ends(self) -> QWidget:
        return flowing(self.project, self.results, self.close_room)

    def _door_card(self) -> Card:
        card = Card()
        card.body.addWidget(label(self.tr("Students open"), TextRole.SMALL, tone="muted"))
        card.body.addWidget(self.address)
        card.body.addWidget(label(self.tr("and type the code"), TextRole.SMALL, tone="muted"))
        card.body.addWidget(self.digits)
        card.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _people_card(self) -> Card:
        card = Card()
        card.body.addWidget(self.people)
        return card

    def _connect(self) -> None:
        self._session.changed.connect(self.refresh)
        self.steps.chosen.connect(self.press)
        self.blank.clicked.connect(self._on_blank_clicked)
        self.project.clicked.connect(self._on_project_clicked)
        self.results.clicked.connect(self.results_requested)
        self.close_room.clicked.connect(self.close_requested)
        self.screens.opened.connect(self.refresh)
        self.screens.key_pressed.connect(self._on_screens_key_pressed)
        self.screens.closed.connect(self.activateWindow)
        self.shows_key.toggled.connect(self.refresh)
        self.people.names_shown.connect(self.refresh)
        self.people.remove_requested.connect(self._on_people_remove_requested)
        for keys, what in (("PgDown", "go_on"), ("PgUp", "go_back"), ("B", "blank"), ("R", "reveal"), ("E", "explain")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setObjectName(what)
            shortcut.activated.connect(self._on_shortcut_activated)

    def _show_door(self) -> None:
        door = self._session.door
        self.address.setText(door.address)
        self.digits.setText(code_words(door.code))
        self.code.show_text(door.link)

    def _show_steps(self, room: Room) -> None:
        self.steps.show_room(room, has_more=self._has_more())
        self.blank.setText(self.tr("Show the screen (B)") if self.preview.is_blank else self.tr("Blank screen (B)"))
        self.blank.setAccessibleName(self.blank.text())

    def _show_advice(self) -> None:
        shown = self._session.host.shown
        self.for_you.setVisible(shown is not None)
        self.key.setVisible(shown is not None and self.shows_key.isChecked())
        self.advice.setText(outcome_words(self._session.host))
        if shown is not None:
            self.key.setText(answer_words(shown.question, key(shown.question)))

    @Slot()
    def _on_shortcut_activated(self) -> None:
        self.press(self.sender().objectName())

    @Slot()
    def _on_blank_clicked(self) -> None:
        blank = not self.preview.is_blank
        self.screens.set_blank(blank=blank)
        self.refresh()
        self.announced.emit(self.tr("The screen is blank") if blank else self.tr("The screen is shown"))

    @Slot()
    def _on_project_clicked(self) -> None:
        self.screens.open(self)

    @Slot(int)
    def _on_screens_key_pressed(self, pressed: int) -> None:
        if pressed in _PROJECTOR_KEYS:
            self.press(_PROJECTOR_KEYS[pressed])

    @Slot(int)
    def _on_people_remove_requested(self, number: int) -> None:
        self._session.do(lambda room: room.remove(number))
