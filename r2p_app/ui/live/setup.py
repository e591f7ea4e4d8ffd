"""Before a room is open: which questions, how they are asked, at which address; or go on with a room that was open."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.live.events import Options
from r2p_app.live.opening import Wish
from r2p_app.ui.live.choose import Chooser
from r2p_app.ui.live.interfaces import interfaces
from r2p_app.ui.live.rows import flowing, headed
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.fields import Combo, Tick


class ResumeCard(Card):
    """A room was open when the program ended.

    Signals:
        resume_requested: Go on with it.
        forget_requested: Delete it.
    """

    resume_requested = Signal()
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("check", parent=parent)
        self.go_on = button(self.tr("Open it again"), "primary")
        self.drop = button(self.tr("Delete it"), "quiet")
        self.body.addWidget(label(self.tr("A room was open when the program ended"), TextRole.BODY_STRONG))
        words = self.tr("Its students and votes are kept. Phones that are still on the page come back by themselves.")
        self.body.addWidget(label(words, tone="muted"))
        self.body.addWidget(flowing(self.go_on, self.drop))
        self.go_on.clicked.connect(self.resume_requested)
        self.drop.clicked.connect(self.forget_requested)


class SetupView(ScrollPage):
    """Where a room begins.

    Signals:
        open_requested: Open this room (`Wish`).
        resume_requested: Go on with the room that was open.
        forget_requested: Delete it.
        results_requested: Show results from files.
    """

    open_requested = Signal(object)
    resume_requested = Signal()
    forget_requested = Signal()
    results_requested = Signal()

    def __init__(self, state: AppState, seed: int, *, can_resume: bool, parent: QWidget | None = None) -> None:
        super().__init__(960, parent)
        lead = self.tr(
            "The class answers from its phones over the local network: no installation, no account, no internet. "
            "The server runs only while a room is open. Nothing about a student is kept but a nickname, until the room "
            "is closed."
        )
        self.body.addLayout(column(label(self.tr("Live quiz"), TextRole.H1), label(lead, tone="muted"), spacing=GRID))
        self.resume = ResumeCard() if can_resume else None
        if self.resume is not None:
            self.resume.resume_requested.connect(self.resume_requested)
            self.resume.forget_requested.connect(self.forget_requested)
            self.body.addWidget(self.resume)
        self.chooser = Chooser(state.library, seed)
        self.with_words = Tick(self.tr("Show the words of the question on the phones too"))
        self.with_confidence = Tick(self.tr("Ask how sure students are"))
        self.interface = Combo()
        self.again = button(self.tr("Look again"))
        self.start = button(self.tr("Open the room"), "primary")
        self.results = button(self.tr("Results from files …"))
        self.problem = label("", tone="wrong")
        self._build_layout()
        self._find_interfaces()
        self._connect()

    def wish(self) -> Wish:
        """Return the room that is chosen."""
        options = Options(words_on_phones=self.with_words.isChecked(), asks_confidence=self.with_confidence.isChecked())
        return Wish(self.chooser.ids(), options, self.address)

    @property
    def address(self) -> str:
        """The address at which the room will listen."""
        return str(self.interface.currentData())

    def first_focus(self) -> QWidget:
        """Return where Enter goes on."""
        return self.resume.go_on if self.resume is not None else self.start

    def show_busy(self, *, busy: bool) -> None:
        """Wait for the room to open, or let another try be made."""
        self.start.setEnabled(not busy and bool(self.chooser.ids()))
        self.start.setText(self.tr("Opening …") if busy else self.tr("Open the room"))

    def show_problem(self, words: str) -> None:
        """Say why the room is not open."""
        self.problem.setText(words)
        self.show_busy(busy=False)

    def _build_layout(self) -> None:
        for tick in (self.with_words, self.with_confidence):
            tick.setChecked(True)
            tick.setAccessibleName(tick.text())
        where = self.tr("Students must be in the same network. A guest network often keeps devices apart.")
        self.body.addWidget(headed(self.tr("Questions"), self.chooser))
        self.body.addWidget(headed(self.tr("On the phones"), flowing(self.with_words, self.with_confidence)))
        network = flowing(self.interface, self.again)
        address = headed(self.tr("Address of this computer"), network, label(where, TextRole.SMALL, tone="muted"))
        self.interface.setAccessibleName(self.tr("Address of this computer"))
        self.body.addWidget(address)
        self.body.addWidget(flowing(self.start, self.results))
        self.body.addWidget(self.problem)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.chooser.changed.connect(self._on_chooser_changed)
        self.again.clicked.connect(self._find_interfaces)
        self.start.clicked.connect(self._on_start_clicked)
        self.results.clicked.connect(self.results_requested)
        self._on_chooser_changed()

    @Slot()
    def _find_interfaces(self) -> None:
        before: str | None = self.interface.currentData()
        self.interface.clear()
        for one in interfaces():
            self.interface.addItem(one.title, one.address)
        self.interface.setCurrentIndex(max(0, self.interface.findData(before)))

    @Slot()
    def _on_chooser_changed(self) -> None:
        self.start.setEnabled(bool(self.chooser.ids()))

    @Slot()
    def _on_start_clicked(self) -> None:
        self.problem.setText("")
        self.show_busy(busy=True)
        self.open_requested.emit(self.wish())
