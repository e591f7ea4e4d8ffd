"""Which questions a class is asked: by case, chapter, objective and number; the list is then changed by hand."""

from collections.abc import Iterable, Sequence
from random import Random

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from r2p_app.content.library import Library
from r2p_app.content.model import Case, Chapter
from r2p_app.content.questions import QuestionBase
from r2p_app.content.teaching import Objective
from r2p_app.learning.pick import Wish, pick
from r2p_app.live.kinds import LIVE_KINDS, plain
from r2p_app.ui.live.question_list import QuestionList
from r2p_app.ui.live.rows import labelled
from r2p_app.ui.theme.look import current
from r2p_app.ui.theme.tokens import GRID
from r2p_app.ui.widgets.basic import column
from r2p_app.ui.widgets.fields import Combo, Stepper
from r2p_app.ui.widgets.flow import FlowLayout

MOST_QUESTIONS = 40
_USUAL = 8


def candidates(library: Library, case: str, chapter: str, objective: str, seed: int) -> tuple[str, ...]:
    """Return the ids of the questions a class can vote on, mixed, that belong to all that is given."""
    mixed = pick(library, Wish(case=case, kinds=tuple(LIVE_KINDS)), seed)
    belongs = _of_chapter(library, chapter)
    return tuple(
        question_id
        for question_id in mixed
        if (not chapter or question_id in belongs)
        and objective in {"", library.get(question_id, QuestionBase).objective}
    )


def _of_chapter(library: Library, chapter_id: str) -> frozenset[str]:
    """Return the questions that check a chapter, and those about one of its objectives in its case."""
    chapter = library.find(chapter_id, Chapter)
    if chapter is None:
        return frozenset()
    near = library.all(QuestionBase, library.case_of(chapter_id))
    return frozenset((*chapter.check, *(one.id for one in near if one.objective in chapter.objectives)))


class Chooser(QWidget):
    """Case, chapter, objective and number; the list follows.

    Signals:
        changed: Another choice.
    """

    changed = Signal()

    def __init__(self, library: Library, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._seed = library, seed
        self.case, self.chapter, self.objective = Combo(), Combo(), Combo()
        self.count = Stepper(1, MOST_QUESTIONS)
        self.count.set_name(self.tr("Number of questions"))
        self.questions = QuestionList(library)
        self._fill(self.case, self.tr("All cases"), [(case.id, case.title) for case in library.cases])
        self._build_layout()
        self.count.set_value(_USUAL)
        self._fill_below()
        for combo in (self.case, self.chapter, self.objective):
            combo.activated.connect(self._on_combo_activated)
        self.count.value_changed.connect(self._on_count_value_changed)
        self.questions.changed.connect(self.changed)
        self._pick()

    def ids(self) -> tuple[str, ...]:
        """Return the questions chosen, in order."""
        return self.questions.ids()

    def choose(self, ids: Sequence[str]) -> None:
        """Show a list that was made elsewhere."""
        self.questions.show_ids(ids[:MOST_QUESTIONS])

    def choose_case(self, case: str) -> None:
        """Choose a case, where it exists."""
        if (index := self.case.findData(case)) >= 0:
            self.case.setCurrentIndex(index)
            self._fill_below()
            self._pick()

    def _build_layout(self) -> None:
        fields = FlowLayout(spacing=4 * GRID)
        for title, field in (
            (self.tr("Case"), self.case),
            (self.tr("Chapter"), self.chapter),
            (self.tr("Objective"), self.objective),
            (self.tr("Number of questions"), self.count),
        ):
            fields.addWidget(labelled(title, field))
        box = column(into=self, spacing=3 * GRID)
        box.addLayout(fields)
        box.addWidget(self.questions)

    def _fill(self, combo: Combo, none: str, choices: Iterable[tuple[str, str]]) -> None:
        combo.clear()
        combo.addItem(none, "")
        for value, title in choices:
            combo.addItem(title, value)
        combo.setMaximumWidth(current().px(320))

    def _fill_below(self) -> None:
        """Offer the chapters of the case, and the objectives that have questions in it."""
        case = self._library.find(self._value(self.case), Case)
        chapters = self._library.chapters(case) if case else ()
        self._fill(self.chapter, self.tr("All chapters"), [(chapter.id, chapter.title) for chapter in chapters])
        self.chapter.setEnabled(bool(chapters))
        found = candidates(self._library, self._value(self.case), "", "", self._seed)
        used = {self._library.get(question_id, QuestionBase).objective for question_id in found}
        objectives = [one for one in self._library.all(Objective) if one.id in used]
        self._fill(
            self.objective, self.tr("All objectives"), [(one.id, plain(one.short or one.text)) for one in objectives]
        )

    def _value(self, combo: Combo) -> str:
        return str(combo.currentData() or "")

    def _pick(self) -> None:
        case, chapter, objective = (self._value(combo) for combo in (self.case, self.chapter, self.objective))
        found = candidates(self._library, case, chapter, objective, self._seed)
        self.questions.show_ids(found[: self.count.value()])

    @Slot()
    def _on_combo_activated(self) -> None:
        if self.sender() is self.case:
            self._fill_below()
        self._seed = Random(self._seed).getrandbits(32)
        self._pick()

    @Slot(int)
    def _on_count_value_changed(self, _count: int) -> None:
        self._pick()
