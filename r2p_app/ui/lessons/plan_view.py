"""One lesson as a plan: what it is for, its steps with time, material and notes, and what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from r2p_app.content.library import Library
from r2p_app.content.links import item_link
from r2p_app.content.teaching import Lesson, LessonStep, Objective
from r2p_app.lessons.plan import starts
from r2p_app.lessons.slides import care
from r2p_app.ui.lessons.words import case_of, lesson_line, step_line
from r2p_app.ui.text import kind_label
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import Card, ScrollPage, button, column, label
from r2p_app.ui.widgets.flow import FlowLayout
from r2p_app.ui.widgets.prose import Prose
from r2p_app.ui.widgets.records.summary import title
from r2p_app.ui.widgets.typeset import Typesetter

_WIDTH = 900


class StepCard(Card):
    """A step of a plan, with links to what it uses.

    Signals:
        link_requested: Something that the step uses was chosen.
    """

    link_requested = Signal(str)

    def __init__(
        self, library: Library, step: LessonStep, number: int, start: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._library, self._step = library, step
        self.setAccessibleName(self.tr("Step %1: %2").replace("%1", str(number)).replace("%2", step.heading))
        self.body.setSpacing(2 * GRID)
        self.body.addWidget(label(step_line(step, start), TextRole.SMALL, tone="muted"))
        self.body.addWidget(label(f"{number}. {step.heading}", TextRole.H3))
        if step.prompt:
            self.body.addWidget(_labelled(self.tr("The class sees"), step.prompt))
        self.body.addWidget(_labelled(self.tr("What happens"), step.activity))
        if step.teacher_note:
            self.body.addWidget(_labelled(self.tr("Your notes"), step.teacher_note))
        if step.materials:
            self.body.addWidget(_labelled(self.tr("Materials"), " · ".join(step.materials)))
        self.links = Prose(self._write_links, name=self.tr("Used in this step"))
        self.links.link_requested.connect(self.link_requested)
        self.links.setVisible(bool(self._known()))
        self.body.addWidget(self.links)

    def _known(self) -> list[str]:
        return [name for name in self._step.uses if name in self._library]

    def _write_links(self, setter: Typesetter) -> None:
        setter.paragraph(role=TextRole.SMALL)
        for place, name in enumerate(self._known()):
            setter.text(" · " if place else "")
            kind = self._library.kind_of(name).name
            setter.text(f"{kind_label(kind)}: ", tone="ink-2")
            setter.link(title(self._library, name), item_link(kind, name))


class PlanView(ScrollPage):
    """A lesson to be read by the teacher. `is_own` is a copy of the teacher's, which can be changed.

    Signals:
        link_requested: A link was chosen.
        teach_requested: Show the projector and the presenter's view.
        paper_requested: Make handouts.
        adapt_requested: Make a copy and change it.
        edit_requested: Change this copy.
        save_requested: Save this copy as a file for another teacher.
        drop_requested: Put this copy away.
    """

    link_requested = Signal(str)
    teach_requested = Signal()
    paper_requested = Signal()
    adapt_requested = Signal()
    edit_requested = Signal()
    save_requested = Signal()
    drop_requested = Signal()

    def __init__(self, library: Library, lesson: Lesson, *, is_own: bool, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._library, self.lesson = library, lesson
        self.body.setSpacing(5 * GRID)
        self._build_head(is_own)
        self._add_aims()
        self._add_steps()
        self._add_rest()
        self.body.addStretch(1)

    def _build_head(self, is_own: bool) -> None:
        case = case_of(self.lesson, self._library)
        tone = (case.colour or case.id) if case is not None else ""
        head = column(
            label(lesson_line(self.lesson, self._library), TextRole.SMALL_STRONG, tone=tone),
            label(self.lesson.title, TextRole.H1),
            spacing=GRID,
        )
        if self.lesson.summary:
            head.addWidget(label(self.lesson.summary, TextRole.READING))
        self.body.addLayout(head)
        self.teach = button(self.tr("Teach this lesson"), "primary")
        self.paper = button(self.tr("Handouts…"), "secondary")
        self._buttons = FlowLayout(spacing=2 * GRID)
        self._add_action(self.teach, self.teach_requested)
        self._add_action(self.paper, self.paper_requested)
        if is_own:
            self._add_action(button(self.tr("Change"), "secondary"), self.edit_requested)
            self._add_action(button(self.tr("Save as a file…")), self.save_requested)
        self._add_action(button(self.tr("Adapt a copy")), self.adapt_requested)
        if is_own:
            self._add_action(button(self.tr("Put away")), self.drop_requested)
        self.body.addLayout(self._buttons)

    def _add_action(self, made: QPushButton, wish: SignalInstance) -> None:
        made.clicked.connect(wish)
        self._buttons.addWidget(made)

    def _add_aims(self) -> None:
        aims = [self._library.find(name, Objective) for name in self.lesson.objectives]
        self._add_list(self.tr("After this lesson, learners can"), [aim.text for aim in aims if aim is not None])
        note, rules = care(self.lesson, self._library)
        card = Card("note")
        card.body.addWidget(label(self.tr("Read together before the first task"), TextRole.BODY_STRONG))
        for words in (note, *(f"• {rule}" for rule in rules)):
            if words:
                card.body.addWidget(label(words))
        self.body.addWidget(card)

    def _add_steps(self) -> None:
        self.body.addWidget(label(self.tr("Steps"), TextRole.H2))
        self.steps = [
            StepCard(self._library, step, number, start)
            for number, (step, start) in enumerate(zip(self.lesson.steps, starts(self.lesson), strict=False), 1)
        ]
        for card in self.steps:
            card.link_requested.connect(self.link_requested)
            self.body.addWidget(card)

    def _add_rest(self) -> None:
        self._add_list(self.tr("Homework"), [self.lesson.homework])
        self._add_list(self.tr("Adaptations"), self.lesson.adaptations)
        self._add_list(self.tr("Another task for those who need one"), [self.lesson.exit_route])

    def _add_list(self, heading: str, texts: Iterable[str]) -> None:
        said = [text for text in texts if text]
        if said:
            lines = [label(f"• {text}" if len(said) > 1 else text) for text in said]
            self.body.addLayout(column(label(heading, TextRole.H3), *lines, spacing=GRID))

    def first_focus(self) -> QWidget:
        """Teaching is what most come for."""
        return self.teach


def _labelled(heading: str, words: str) -> QWidget:
    holder = QWidget()
    column(label(heading, TextRole.SMALL_STRONG, tone="muted"), label(words), into=holder, spacing=0)
    return holder
