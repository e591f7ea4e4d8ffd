"""Building a quiz of one's own: objectives, kinds, difficulty, a code for a class; all of it may be left alone."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from r2p_app.content.library import Library
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Objective
from r2p_app.learning.request import Request
from r2p_app.ui.quiz.options import OptionGroup
from r2p_app.ui.quiz.words import kind_name
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID, TextRole
from r2p_app.ui.widgets.basic import column, label
from r2p_app.ui.widgets.fields import Tick
from r2p_app.ui.widgets.flow import FlowLayout

_NO_KEYS = 100
"""Rows numbered from here have no key of their own: digits choose the case."""

_LONGEST_CODE = 40


def difficulty_words(difficulty: int) -> str:
    """Return what a difficulty is called."""
    translate = QCoreApplication.translate
    return {
        1: translate("BuildPanel", "Easier"),
        2: translate("BuildPanel", "Medium"),
        3: translate("BuildPanel", "Harder"),
    }[difficulty]


class Ticks(QWidget):
    """Short words to tick, side by side.

    Signals:
        changed: Another set is ticked.
    """

    changed = Signal()

    def __init__(self, words: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = [Tick(word) for word in words]
        flow = FlowLayout(self, spacing=3 * GRID)
        for tick in self.ticks:
            tick.setAccessibleName(f"{name}: {tick.text()}")
            flow.addWidget(tick)
            tick.clicked.connect(self.changed)

    def chosen(self) -> tuple[int, ...]:
        """Return the places of those that are ticked."""
        return tuple(place for place, tick in enumerate(self.ticks) if tick.isChecked())

    def choose(self, places: Collection[int]) -> None:
        """Tick those at these places and no others."""
        for place, tick in enumerate(self.ticks):
            tick.setChecked(place in places)


class BuildPanel(QWidget):
    """What narrows a quiz beyond its case; nothing ticked means everything.

    Signals:
        changed: Something else is chosen.
    """

    changed = Signal()

    def __init__(self, library: Library, kinds: Sequence[type[QuestionBase]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._kinds_offered, self._scope = library, kinds, "?"
        self._asked: Sequence[QuestionBase] | None = None
        names = [kind_name(kind) for kind in kinds]
        self.kinds = Ticks([f"{name[:1].upper()}{name[1:]}" for name in names], self.tr("Kind"))
        self.difficulties = Ticks([difficulty_words(step) for step in (1, 2, 3)], self.tr("Difficulty"))
        self.objectives = OptionGroup([], exclusive=False, first=_NO_KEYS)
        self.code = QLineEdit()
        self.code.setMaxLength(_LONGEST_CODE)
        self.code.setMaximumWidth(current().px(320))
        self.code.setAccessibleName(self.tr("Code for a class"))
        said = self.tr(
            "Everyone who types the same code and makes the same choices is asked the same questions in the same order."
        )
        self.code.setAccessibleDescription(said)
        self._objectives_at = column(self.objectives)
        layout = column(into=self, spacing=4 * GRID)
        for heading, hint, part in (
            (self.tr("Kinds of question"), "", self.kinds),
            (self.tr("Difficulty"), "", self.difficulties),
            (self.tr("Code for a class"), said, self.code),
        ):
            layout.addWidget(_headed(heading, hint, part))
        self._objectives_heading = label(self.tr("Objectives"), TextRole.BODY_STRONG)
        layout.addWidget(self._objectives_heading)
        layout.addLayout(self._objectives_at)
        self.kinds.changed.connect(self.changed)
        self.difficulties.changed.connect(self.changed)
        self.code.textEdited.connect(self._on_code_text_edited)

    def show_scope(self, case: str, asked: Sequence[QuestionBase]) -> None:
        """Offer the objectives of a case that have questions; "" is for all cases."""
        if case != self._scope:
            self._scope, self._asked = case, asked
            if self.isVisible():
                self._offer()
            else:
                self._set_objectives(())

    def showEvent(self, event: QShowEvent) -> None:
        """Offer objectives only now: there are many, and most who begin a quiz never look at them."""
        super().showEvent(event)
        self._offer()

    def _offer(self) -> None:
        if self._asked is not None:
            wanted = {question.objective for question in self._asked}
            self._asked = None
            offered = self._library.all(Objective, self._scope or None)
            self._set_objectives([objective for objective in offered if objective.id in wanted])

    def _set_objectives(self, found: Sequence[Objective]) -> None:
        old = self.objectives
        texts = [(objective.id, objective.short or objective.text) for objective in found]
        self.objectives = OptionGroup(texts, exclusive=False, first=_NO_KEYS, two_columns=True)
        self._objectives_at.replaceWidget(old, self.objectives)
        old.hide()
        old.deleteLater()
        self._objectives_heading.setVisible(bool(found))
        self.objectives.changed.connect(self.changed)

    def choose(self, request: Request) -> None:
        """Choose what a request says; the scope is shown before."""
        if request.objectives:
            self._offer()
        self.objectives.choose(request.objectives)
        self.kinds.choose([place for place, kind in enumerate(self._kinds_offered) if kind in request.kinds])
        self.difficulties.choose([step - 1 for step in request.difficulties])
        self.code.setText(request.code)

    def chosen_kinds(self) -> tuple[type[QuestionBase], ...]:
        """Return the kinds that are ticked."""
        return tuple(self._kinds_offered[place] for place in self.kinds.chosen())

    def chosen_difficulties(self) -> tuple[int, ...]:
        """Return the difficulties that are ticked."""
        return tuple(place + 1 for place in self.difficulties.chosen())

    @Slot()
    def _on_code_text_edited(self) -> None:
        self.changed.emit()


def _headed(heading: str, hint: str, part: QWidget) -> QWidget:
    holder = QWidget()
    hints = [label(hint, TextRole.SMALL, tone="muted")] if hint else []
    column(label(heading, TextRole.BODY_STRONG), *hints, part, into=holder)
    return holder
