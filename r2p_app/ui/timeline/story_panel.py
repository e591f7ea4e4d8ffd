"""One step of a story beside the timeline: its words, and the way on and back."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.model import Event
from r2p_app.content.teaching import Story
from r2p_app.ui.format import number
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, Rule, button, column, label, row
from r2p_app.ui.widgets.body_scroll import BodyScroll
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.summary import summary
from r2p_app.ui.widgets.spans import write_field
from r2p_app.ui.widgets.typeset import Typesetter


class StoryPanel(QWidget):
    """The text of a step scrolls; the buttons stay where they are.

    Signals:
        step_requested: The person wants to see the step with this number, counted from 1.
        end_requested: The person has had enough.
        back_requested: The person wants the text again in place of what took its room.
        link_requested: A link in the text.
    """

    step_requested = Signal(int)
    end_requested = Signal()
    back_requested = Signal()
    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        self.story: Story | None = None
        self.number = 0
        self.previous = button(self.tr("Previous"), name=self.tr("Previous step"))
        self.next = button(self.tr("Next"), "primary", name=self.tr("Next step"))
        self.end = button(self.tr("End story"), "link")
        self.position = label("", TextRole.SMALL, tone="muted", wrap=False)
        self.text = BodyScroll()
        self.back = button(self.tr("Back to the story"), "link")
        self._build_layout()
        self.previous.clicked.connect(self._on_previous_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self.end.clicked.connect(self.end_requested)
        self.back.clicked.connect(self.back_requested)
        self.set_folded(False)

    def show_step(self, library: Library, story: Story, number_: int) -> None:
        """Show a step by its number; buttons that lead nowhere are disabled, the focus stays on one that does."""
        self.story, self.number = story, number_
        words = self.tr("%1 of %2").replace("%1", number(number_)).replace("%2", number(len(story.steps)))
        self.position.setText(words)
        focus, was_inside = QApplication.focusWidget(), self.text.isAncestorOf(QApplication.focusWidget() or self)
        self.next.setEnabled(number_ < len(story.steps))
        self.previous.setEnabled(number_ > 1)
        step = story.steps[number_ - 1]
        self.setAccessibleName(f"{story.title}. {words}: {step.heading}")
        self.text.put(self._body(library, story, number_), step.heading)
        self.set_folded(False)
        if was_inside or (focus in (self.previous, self.next) and not focus.isEnabled()):
            (self.next if self.next.isEnabled() else self.previous).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_low(self, library: Library, *, low: bool) -> None:
        """Say less about the story where there is little height."""
        if low != self._low:
            self._low = low
            if self.story is not None:
                self.text.put(self._body(library, self.story, self.number), self.text.accessibleName())

    def show_nothing(self) -> None:
        """Forget the story."""
        self.story, self.number = None, 0

    @property
    def spoken(self) -> str:
        """What a screen reader says of a new step."""
        return self.accessibleName()

    def set_folded(self, folded: bool) -> None:
        """Leave the room to something else; the way on, back, and to the text stays."""
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Maximum if folded else policy.Preferred)
        self.text.setHidden(folded)
        self.back.setVisible(folded)

    def _build_layout(self) -> None:
        bar = row(self.previous, self.position, self.next, margins=(4 * GRID, 0, 3 * GRID, 2 * GRID))
        bar.addStretch(1)
        bar.addWidget(self.end)
        back = row(self.back, margins=(3 * GRID, 0, 3 * GRID, 0))
        back.addStretch(1)
        box = column(self.text, Rule(), into=self, spacing=2 * GRID)
        box.setStretch(0, 1)
        box.addLayout(back)
        box.addLayout(bar)

    def _body(self, library: Library, story: Story, number_: int) -> RecordBody:
        step, body = story.steps[number_ - 1], RecordBody(library)
        body.link_requested.connect(self.link_requested)
        body.box.setContentsMargins(5 * GRID, 4 * GRID, 5 * GRID, 2 * GRID)
        if not self._low:
            body.kicker(story.title)
        body.title(step.heading, TextRole.H3 if self._low else TextRole.H2)
        if number_ == 1:
            note = Card("note")
            note.body.addWidget(label(story.content_note, TextRole.SMALL))
            body.add(note)
        if step.back_because:
            body.add(label(self.tr("Back in time: %1").replace("%1", step.back_because), TextRole.SMALL, tone="note"))
        body.paragraph(lambda setter: write_field(setter, step.text), role=TextRole.READING)
        if library.find(step.event, Event) is not None:
            body.heading(self.tr("The event selected"))
            body.paragraph(partial(_write_event, library, step.event), role=TextRole.SMALL)
        body.sources(step.sources)
        return body

    @Slot()
    def _on_previous_clicked(self) -> None:
        self.step_requested.emit(self.number - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        self.step_requested.emit(self.number + 1)


def _write_event(library: Library, event_id: str, setter: Typesetter) -> None:
    setter.link(summary(library, event_id), item_link("event", event_id))
