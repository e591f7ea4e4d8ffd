"""Step 5: the decision really taken, what followed, judgements that disagree, one's own memo beside them, questions."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.dates import parse
from r2p_app.content.links import item_link
from r2p_app.content.model import Document, Event
from r2p_app.lab.exercise import Step
from r2p_app.lab.exercises import of_decision
from r2p_app.ui.format import date
from r2p_app.ui.lab.fields import WritingField
from r2p_app.ui.lab.memo_paper import memo_paper
from r2p_app.ui.lab.own_work import CARD, OwnWork
from r2p_app.ui.lab.printing import PaperButton, Printed
from r2p_app.ui.lab.session import LabSession
from r2p_app.ui.lab.step_view import StepView
from r2p_app.ui.lab.words import QUESTIONS, fact_line, question_words, step_title
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, button, label
from r2p_app.ui.widgets.card_grid import CardGrid
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.records.body import RecordBody
from r2p_app.ui.widgets.records.vote import VoteRoll
from r2p_app.ui.widgets.typeset import Typesetter

_FOLLOWED_DAYS = 120
_MOST_EVENTS = 8
_LEAST_IMPORTANCE = 2


class DebriefStep(StepView):
    """What followed, and the debrief.

    Signals:
        link_requested: A record or page is to be opened.
        finished: The person ends the debrief.
    """

    link_requested = Signal(str)
    finished = Signal()

    def __init__(self, session: LabSession, parent: QWidget | None = None) -> None:
        super().__init__(session, step_title(Step.DEBRIEF), parent)
        self._library = session.state.library
        for part in (self._notice(), self._decision(), self._followed()):
            self.body.addWidget(part)
        self._section(self.tr("Later assessments, which do not agree"))
        self.body.addLayout(self._assessments())
        self._section(self.tr("Your advice, as you gave it") if not self._is_other else self.tr("What you wrote"))
        self.body.addLayout(OwnWork(session))
        self.body.addWidget(self._evidence())
        self._section(self.tr("Questions for the debrief"))
        self.fields: dict[str, WritingField] = {}
        for key in QUESTIONS:
            self.body.addWidget(self._question(key))
        self._foot()

    @property
    def _is_other(self) -> bool:
        return self.session.exercise.other_task is not None

    def first_focus(self) -> QWidget:
        """The page itself: its top is read before the first link in it."""
        return self

    def flush(self) -> None:
        """Keep what was typed a moment ago."""
        for field in self.fields.values():
            field.flush()

    # --- what happened ------------------------------------------------------------------------------------------------

    def _section(self, words: str) -> None:
        self.body.addSpacing(2 * GRID)
        self.body.addWidget(label(words, TextRole.H2))

    def _notice(self) -> QWidget:
        card = Card("note")
        title = self.tr("In retrospect")
        card.body.addWidget(label(title, TextRole.BODY_STRONG, tone="note"))
        notes = [
            self.tr(
                "From here on you see what those who decided could not see. To judge them by it is hindsight, and is "
                "marked as such."
            )
        ]
        if self.session.exercise.looked_ahead:
            notes.append(
                self.tr("You left the lab before you advised; your advice may rest on what you have seen since.")
            )
        for words in notes:
            card.body.addWidget(label(words))
        self.setAccessibleDescription(" ".join((f"{title}.", *notes)))
        return card

    def _body(self) -> RecordBody:
        body = RecordBody(self._library)
        body.link_requested.connect(self.link_requested)
        return body

    def _decision(self) -> QWidget:
        point, body = self.session.decision, self._body()
        body.title(self.tr("The decision really taken"), TextRole.H2)
        body.text(point.chosen)
        for document in filter(None, (self._library.find(one, Document) for one in point.documents)):
            body.paragraph(partial(_write_document, document))
            if document.vote is not None:
                body.add(VoteRoll(document.vote))
        return body

    def _followed(self) -> QWidget:
        point, body = self.session.decision, self._body()
        body.title(self.tr("What followed"), TextRole.H2)
        body.text(point.what_followed)
        if point.learned_later:
            body.heading(self.tr("What came to light later"))
            body.items(point.learned_later)
        if events := list(self._events_after()):
            body.links(self.tr("On the timeline"), [event.id for event in events])
        body.sources(point.sources)
        return body

    def _events_after(self) -> Iterator[Event]:
        day, case = parse(self.session.decision.date).latest, self.session.case
        events = (event for event in self._library.all(Event, case) if event.importance >= _LEAST_IMPORTANCE)
        dated = sorted(events, key=lambda event: parse(event.date).sort_key)
        after = (event for event in dated if day < parse(event.date).earliest <= day + _FOLLOWED_DAYS)
        yield from list(after)[:_MOST_EVENTS]

    def _assessments(self) -> CardGrid:
        grid = CardGrid(CARD, spacing=4 * GRID)
        for one in self.session.decision.later_assessments:
            card, body = Card(), self._body()
            body.kicker(one.by)
            body.text(one.text)
            body.sources(one.sources)
            card.body.addWidget(body)
            card.body.addStretch(1)
            grid.addWidget(card)
        return grid

    # --- one's own ----------------------------------------------------------------------------------------------------

    def _evidence(self) -> QWidget:
        body = self._body()
        body.title(self.tr("The evidence, with its sources in full"), TextRole.H2)
        for fact in self.session.decision.known_then:
            body.text(fact_line(fact))
            body.sources(fact.sources)
        return body

    def _question(self, key: str) -> WritingField:
        field = WritingField(question_words(key), lines=3)
        field.show_text(self.session.exercise.answers.get(key, ""))
        field.written.connect(self._on_field_written)
        self.fields[key] = field
        return field

    def _foot(self) -> None:
        self.finish = button(self.tr("Finish the debrief"), "primary")
        self.finish.clicked.connect(self.finished)
        self.memo = PaperButton(self.tr("Save or print the memo"), self.session.state, self._printed)
        self.compare = button(self.tr("Compare with your earlier advice"), "link")
        self.compare.clicked.connect(self._on_compare_clicked)
        earlier = of_decision(self.session.state.store.exercises.all(), self.session.decision.id)
        holder = QWidget()
        flow = FlowLayout(holder)
        for widget in (self.finish, self.memo, self.compare):
            flow.addWidget(widget)
        self.body.addWidget(holder)
        self.finish.setHidden(self.session.exercise.finished_at is not None)
        self.memo.setHidden(self._is_other)
        self.compare.setHidden(len([one for one in earlier if one.is_advised]) < 2)
        self.body.addStretch(1)

    def _printed(self) -> Printed:
        self.flush()
        paper = memo_paper(self._library, self.session.decision, self.session.exercise)
        return Printed(f"{self.session.decision.id}-memo", paper)

    @Slot(str)
    def _on_field_written(self, text: str) -> None:
        key = next((key for key, field in self.fields.items() if field is self.sender()), None)
        if key is not None:
            self.session.change(lambda at: self.session.exercise.answered(key, text, at))

    @Slot()
    def _on_compare_clicked(self) -> None:
        self.link_requested.emit(f"r2p://lab/compare/{self.session.decision.id}")


def _write_document(document: Document, setter: Typesetter) -> None:
    setter.text(f"{date(document.date)}: ")
    setter.link(f"{document.symbol}, {document.title}", item_link("document", document.id))
