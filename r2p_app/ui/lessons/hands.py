"""Counting hands: a number for each answer, before and after talking; or the question goes to the phones."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from r2p_app.content.questions import QuestionBase
from r2p_app.ui.lessons.vote_slide import Hands, can_be_voted, parts
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, column, label

_MOST = 400


class HandsCounter(Card):
    """The class's answers to one question.

    Signals:
        counted: In a vote (0 first, 1 second) so many hands were raised for a part.
        phones_requested: The class is to vote by phone.
    """

    counted = Signal(int, str, int)
    phones_requested = Signal()

    def __init__(
        self, question: QuestionBase, hands: Hands, *, can_go_to_phones: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.question = question
        self.fields: dict[tuple[int, str], QSpinBox] = {}
        self.body.addWidget(label(self.tr("The class’s answers"), TextRole.H3))
        if can_be_voted(question):
            self.body.addWidget(label(self.tr("Count the hands; the slide of the answer shows them."), tone="muted"))
            self.body.addLayout(self._grid(hands))
        self.phones = button(self.tr("Vote on phones instead"), "link")
        self.phones.clicked.connect(self.phones_requested)
        self.phones.setVisible(can_go_to_phones)
        self.body.addWidget(self.phones)

    def _grid(self, hands: Hands) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(2 * GRID)
        names = (self.tr("First vote"), self.tr("Second vote"))
        for round_, name in enumerate(names):
            grid.addWidget(label(name, TextRole.SMALL_STRONG, wrap=False), 0, round_ + 1)
        for line, (part, letter, words) in enumerate(parts(self.question), 1):
            grid.addWidget(label(f"{letter}  {words}", TextRole.SMALL), line, 0)
            for round_, votes in enumerate((hands.first, hands.second)):
                field = self._field(f"{names[round_]}: {letter}", votes.get(part, 0))
                self.fields[round_, part] = field
                grid.addWidget(field, line, round_ + 1)
        grid.setColumnStretch(0, 1)
        return grid

    def _field(self, name: str, value: int) -> QSpinBox:
        made = QSpinBox()
        made.setRange(0, _MOST)
        made.setValue(value)
        made.setAccessibleName(name)
        made.valueChanged.connect(self._on_field_value_changed)
        return made

    @Slot(int)
    def _on_field_value_changed(self, value: int) -> None:
        round_, part = next(place for place, field in self.fields.items() if field is self.sender())
        self.counted.emit(round_, part, value)


class HandsPlace(QWidget):
    """Where hands are counted while a question is shown that needs them, and nothing is otherwise.

    Signals:
        counted: In a vote (0 first, 1 second) so many hands were raised for a part.
        phones_requested: The class is to vote by phone.
    """

    counted = Signal(int, str, int)
    phones_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counter: HandsCounter | None = None
        self._can_go_to_phones = True
        self._box = column(into=self)

    def show_question(self, question: QuestionBase | None, hands: Hands, *, can_go_to_phones: bool) -> None:
        """Count for this question, or for none; a count that is on goes on."""
        if self.counter is not None and (self.counter.question, self._can_go_to_phones) == (question, can_go_to_phones):
            return
        if self.counter is not None:
            self._box.removeWidget(self.counter)
            self.counter.hide()
            self.counter.deleteLater()
            self.counter = None
        self._can_go_to_phones = can_go_to_phones
        if question is not None:
            self.counter = HandsCounter(question, hands, can_go_to_phones=can_go_to_phones)
            self.counter.counted.connect(self.counted)
            self.counter.phones_requested.connect(self.phones_requested)
            self._box.addWidget(self.counter)
